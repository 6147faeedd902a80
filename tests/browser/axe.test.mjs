// axe-core over every page that is built of something of its own, in light; and over every kind of page, with its colours,
// in light, on a phone and in large print, and in one language in dark and in forced colours.

import { after, before, test } from "node:test";
import { ALL, COLOURS, STRUCTURE, putAxeIn, violations } from "./axe.mjs";
import { distinctPages, emulate, isOfFirstLanguage, largePrint, none, openBrowser, samples, sayDistinct, serve, visit } from "./shared.mjs";

/**
 * One after the other in the same tab: how each is set, and what it may change. Colours belong to kinds of pages in
 * whatever language; text and structure to every page, and are the same in every colour.
 */
const settings = {
  "any page in light": [() => {}, ALL],
  "any kind of page in dark": [(tab) => emulate(tab, { "prefers-color-scheme": "dark" }), COLOURS],
  "any kind of page with forced colours": [(tab) => emulate(tab, { "forced-colors": "active", "prefers-color-scheme": "dark" }), COLOURS],
  "any kind of page with a phone": [phone, ALL],
  "any kind of page with large print": [largePrint, STRUCTURE],
};

async function phone(tab) {
  await emulate(tab, { "prefers-color-scheme": "light" });
  await tab.setViewport({ width: 360, height: 900 });
}

const looked = distinctPages();

let server, browser, problems;
before(async () => {
  [server, browser] = await Promise.all([serve(), openBrowser()]);
  // The page's policy and its trusted types would keep axe out: they are set aside. Large print is remembered, and set
  // for one tab alone.
  problems = visit(looked, () => browser.tab({ bypass: true, apart: true }), look);
});
after(() => Promise.all([browser?.close(), server?.close()]));

async function look(tab, page, say) {
  await tab.setViewport({ width: 1280, height: 900 });
  await tab.goto(server.url(page.path));
  await putAxeIn(tab);
  const isSample = samples.includes(page);
  for (const [name, [set, part]] of Object.entries(settings).slice(0, isSample ? undefined : 1)) {
    if (part === COLOURS && !isOfFirstLanguage(page)) continue;
    await set(tab);
    say(name, await violations(tab, isSample ? part : STRUCTURE));
  }
  if (isSample) await tab.click("#large-print");
}

for (const name of Object.keys(settings)) {
  test(`no violation on ${name}`, async (t) => {
    if (name === "any page in light") sayDistinct(t, looked);
    none(await problems(name));
  });
}
