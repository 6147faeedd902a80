// A notice whose lists are on several pages: what a reader can do with a short one she can do with it, with script and without.

import assert from "node:assert/strict";
import { posix } from "node:path";
import { test } from "node:test";
import { all, attribute, fileUrl, files, first, homes, none, openBrowser, pageAt, pages, serve, source, withId } from "./shared.mjs";

const isLong = files.includes("issue-list.js");

/** The list of a language, as the filters read it. */
const listOf = (home) => JSON.parse(/^window\.gongkaiIssueList = (.*);$/s.exec(source(`${home.root}issue-list.js`).trim())[1]);
const statusOf = (list, row) => list.shared[row[3]];

/** A page and those that follow it, by their links. */
function followed(path) {
  const found = [];
  for (let page = pageAt(path); page; ) {
    found.push(page);
    const next = all(page.tree, "a").find((a) => attribute(a, "rel") === "next" && attribute(a, "class") === "pages-step");
    page = next && pageAt(posix.join(posix.dirname(page.path), attribute(next, "href")));
  }
  return found;
}

/** The issues that the main part of a page links to, in order, each once. */
const issuesOn = (page) => [
  ...new Set(all(first(page.tree, "main"), "a").map((a) => /(?:^|\/)(issues\/[^/]+\.html)$/.exec(attribute(a, "href") ?? "")?.[1]).filter(Boolean)),
];

test("the pages of a list have every issue once, in the order of the data", { skip: !isLong && "the notice is short" }, () => {
  for (const home of homes) {
    const hrefs = listOf(home).rows.map((row) => row[2]);
    for (const name of ["issues.html", "ledger.html"]) {
      const list = followed(home.root + name);
      assert.ok(list.length > 1, `${home.root}${name} is on several pages`);
      assert.deepEqual(list.flatMap(issuesOn), hrefs, `${home.root}${name}`);
    }
  }
});

test("a group of a list is found by the anchor of its first page", { skip: !isLong && "the notice is short" }, () => {
  const problems = [];
  for (const home of homes) {
    for (const page of pages.filter((page) => page.root === home.root && ["status", "section", "outstanding"].includes(page.kind) && !page.path.includes("_"))) {
      const contents = all(page.tree, "nav").find((nav) => attribute(nav, "class") === "groups");
      for (const link of contents ? all(contents, "a") : []) {
        const [path, anchor] = attribute(link, "href").split("#");
        const target = pageAt(posix.join(posix.dirname(page.path), path));
        if (!withId(page, anchor)) problems.push(`${page.path} has no #${anchor}`);
        if (!target || !withId(target, anchor)) problems.push(`${page.path}: ${path} has no #${anchor}`);
      }
    }
  }
  none(problems);
});

for (const home of isLong ? homes : []) {
  for (const from of ["a server", "the folder"]) {
    test(`${home.lang}: filters go through the whole list, from ${from}`, async () => {
      const [server, browser] = await Promise.all([serve(), openBrowser()]);
      try {
        const list = listOf(home);
        const tab = await browser.tab();
        await tab.goto(from === "a server" ? server.url(`${home.root}issues.html`) : fileUrl(`${home.root}issues.html`));
        const seen = () =>
          tab.evaluate(() => ({
            rows: [...document.querySelectorAll("#issue-list tbody tr")].map((row) => row.querySelector(".col-title a").getAttribute("href")),
            words: document.querySelector("#filters [role=status]").textContent,
            more: document.getElementById("more-rows").checkVisibility(),
            pages: document.querySelector(".pages").checkVisibility(),
          }));
        const hrefs = list.rows.map((row) => row[2]);
        const begun = await seen();
        assert.deepEqual([begun.rows, begun.more, begun.pages], [hrefs.slice(0, 100), false, true]);

        const status = statusOf(list, list.rows[0]);
        const wanted = list.rows.filter((row) => statusOf(list, row) === status).map((row) => row[2]);
        await tab.click(`.chip:has(input[value="${status}"])`);
        const some = await seen();
        assert.ok(wanted.length > 100 && some.words.includes(String(wanted.length)), `${some.words}: ${wanted.length}`);
        assert.deepEqual([some.rows, some.more, some.pages], [wanted.slice(0, 100), true, false]);
        while (await tab.evaluate(() => document.getElementById("more-rows").checkVisibility())) await tab.click("#more-rows");
        assert.deepEqual((await seen()).rows, wanted);

        const last = list.rows.at(-1);
        await tab.evaluate((words) => (location.hash = `text=${encodeURIComponent(words)}`), last[1]);
        await tab.waitForFunction(() => document.querySelectorAll("#issue-list tbody tr").length < 100);
        const text = await seen();
        assert.ok(text.rows.includes(last[2]) && text.rows.every((href) => list.rows.find((row) => row[2] === href)[1].includes(last[1])));

        await tab.click("#filters button[type=reset]");
        await tab.waitForFunction(() => document.querySelector(".pages").checkVisibility());
        await tab.select("#filter-sort", "due");
        const sorted = await seen();
        const due = new Map(list.rows.map((row) => [row[2], row[8] || "9999"]));
        const order = sorted.rows.map((href) => due.get(href));
        assert.deepEqual(order, [...due.values()].sort().slice(0, 100));
      } finally {
        await Promise.all([browser.close(), server.close()]);
      }
    });
  }

  test(`${home.lang}: a row made of the data is the row of the page`, async () => {
    const browser = await openBrowser();
    try {
      const [plain, made] = await Promise.all([false, true].map((script) => browser.tab({ script })));
      const rows = async (tab) => {
        await tab.goto(fileUrl(`${home.root}issues.html`));
        return tab.$$eval("#issue-list tbody tr", (rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, " ").trim())));
      };
      assert.deepEqual(await rows(made), await rows(plain));
    } finally {
      await browser.close();
    }
  });
}
