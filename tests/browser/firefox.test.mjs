// The other browser: every kind of page in every language is silent in Firefox, too, and holds within a phone; search,
// the box in the head and the filters work.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { all, attribute, fileUrl, homes, listen, none, openFirefox, sample, samples, serve, source, visit, withId } from "./shared.mjs";

let server, browser, problems;
before(async () => {
  [server, browser] = await Promise.all([serve(), openFirefox()]);
  problems = visit(samples, listening, look);
});
after(() => Promise.all([browser?.close(), server?.close()]));

/**
 * Firefox asks for a font of its own once a tab, in the tab's name; `data:` leaves no machine, and the policy of a page would block it.
 * It asks for the icons after the page is loaded, and withdraws that itself when the tab goes on; an icon that is not there answers with a status.
 */
const isOfFirefox = (heard) => heard.startsWith("request to elsewhere: data:") || heard.endsWith("NS_BINDING_ABORTED");

const listening = async (options) => {
  const tab = await browser.tab(options);
  const heard = await listen(tab, server.url(""));
  tab.heard = async () => (await heard()).filter((words) => !isOfFirefox(words));
  return tab;
};

async function look(tab, page, say) {
  await tab.setViewport({ width: 1280, height: 900 });
  const response = await tab.goto(server.url(page.path));
  const found = await tab.heard();
  if (response.status() !== 200) found.push(`status ${response.status()}`);
  if ((await tab.evaluate(() => document.body.innerText.length)) < 100) found.push("hardly any text");
  say("silence", found);
  await tab.setViewport({ width: 360, height: 740 });
  const [wide, has] = await tab.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  say("phone", wide > has ? [`${wide} px wide of ${has}`] : []);
}

test("every kind of page opens in silence", async () => none(await problems("silence")));

test("no kind of page is wider than a phone", async () => none(await problems("phone")));

test("a page from the folder has its styles, and its pictures", async () => {
  const tab = await browser.tab();
  const problems = [];
  for (const home of homes) {
    for (const kind of ["home", "issue", "statistics"]) {
      await tab.goto(fileUrl(sample(kind, home).path));
      const lacks = await tab.evaluate(() => [...document.images].filter((image) => !image.naturalWidth).length + (document.styleSheets.length ? 0 : 1));
      if (lacks) problems.push(`${home.root}${kind}: ${lacks} things are not loaded`);
    }
  }
  none(problems);
});

/** What is searched, as published: an issue has a number. */
const searched = (home) => JSON.parse(/\.push\((.*)\);\s*$/s.exec(source(`${home.root}search-text.js`))[1]);

test("the box in the head leads to the results, the issue of a number and of a title first", async () => {
  const tab = await listening();
  for (const home of homes) {
    const issues = searched(home).filter((entry) => entry.n !== undefined);
    for (const entry of [issues[0], issues.at(-1)]) {
      for (const words of [String(entry.n), entry.t]) {
        await tab.goto(server.url(home.path));
        await tab.type("#search-box", words);
        await Promise.all([tab.waitForNavigation(), tab.keyboard.press("Enter")]);
        const result = await tab.waitForSelector("#search-results a", { timeout: 20_000 });
        assert.equal(await result.evaluate((link) => link.getAttribute("href")), entry.h, `${home.lang}: ${words}`);
      }
    }
  }
  none(await tab.heard());
});

test("filters by status show as many rows as the page of that status lists", async () => {
  const tab = await listening();
  for (const home of homes) {
    const list = sample("issues", home);
    const rows = all(withId(list, "issue-list"), "tr").filter((row) => attribute(row, "data-status") !== undefined);
    const status = attribute(rows[0], "data-status");
    await tab.goto(server.url(list.path));
    await tab.click(`.chip:has(input[value="${status}"])`);
    const shown = await tab.evaluate(() => [...document.querySelectorAll("#issue-list tr[data-status]")].filter((row) => row.checkVisibility()).length);
    assert.equal(shown, rows.filter((row) => attribute(row, "data-status") === status).length, `${home.lang}: ${status}`);
    assert.match(await tab.evaluate(() => document.querySelector(".filter-count").textContent), new RegExp(String(shown)));
  }
  none(await tab.heard());
});
