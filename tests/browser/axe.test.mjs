// axe-core over every page, in light and in dark, and over every kind of page in large print, forced colours and on a phone.

import { after, before, test } from "node:test";
import { putAxeIn, violations } from "./axe.mjs";
import { eachPage, emulate, largePrint, none, openBrowser, pages, samples, serve } from "./shared.mjs";

let server, browser;
before(async () => ([server, browser] = await Promise.all([serve(), openBrowser()])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** Opens a page with axe in it. The page's policy and its trusted types would keep axe out: they are set aside for this tab. */
async function open(tab, page) {
  await tab.goto(server.url(page.path));
  await putAxeIn(tab);
}

/** Colours belong to kinds of pages; text and structure to every page. */
for (const [scheme, of, name] of [["light", pages, "any page in light"], ["dark", samples, "any kind of page in dark"]]) {
  test(`no violation on ${name}`, async () => {
    const problems = await eachPage(
      of,
      () => browser.tab({ bypass: true }),
      async (tab, page) => {
        await open(tab, page);
        await emulate(tab, { "prefers-color-scheme": scheme });
        return violations(tab);
      },
    );
    none(problems);
  });
}

const settings = {
  "large print": { width: 360, prepare: largePrint },
  "a phone": { width: 360, prepare: () => {} },
  "forced colours": { width: 1280, prepare: (tab) => emulate(tab, { "forced-colors": "active", "prefers-color-scheme": "dark" }) },
};

for (const [name, { width, prepare }] of Object.entries(settings)) {
  test(`no violation on any kind of page with ${name}`, async () => {
    const problems = await eachPage(
      samples,
      () => browser.tab({ bypass: true, width }),
      async (tab, page) => {
        await tab.goto(server.url(page.path));
        // Large print is remembered: only a box that is not ticked yet is clicked.
        if (!(await tab.evaluate(() => document.querySelector("#large-print").checked))) await prepare(tab);
        await putAxeIn(tab);
        return violations(tab);
      },
    );
    none(problems);
  });
}
