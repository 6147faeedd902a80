// With JavaScript off a reader misses nothing: lists stand in place of filters. That every page says the same, and
// large print, are for the walk to see.

import { posix } from "node:path";
import { after, before, test } from "node:test";
import { all, attribute, first, homes, none, openBrowser, pageAt, pages, sample, serve, text, tidy } from "./shared.mjs";

let server, browser;
before(async () => ([server, browser] = await Promise.all([serve(), openBrowser()])));
after(() => Promise.all([browser?.close(), server?.close()]));

test("what needs a script is out of sight without it, and something stands in its place", async () => {
  const tab = await browser.tab({ script: false });
  const scripted = await browser.tab();
  const isShown = (tab, selector) => tab.evaluate((selector) => Boolean(document.querySelector(selector)?.checkVisibility()), selector);
  const problems = [];
  for (const home of homes) {
    for (const [kind, control] of [["issues", "#filters"], ["search", "#search-words"]]) {
      const page = sample(kind, home);
      await Promise.all([tab, scripted].map((tab) => tab.goto(server.url(page.path))));
      if (await isShown(tab, control)) problems.push(`${page.path}: ${control} is shown without script`);
      if (!(await isShown(scripted, control))) problems.push(`${page.path}: ${control} is not shown with script`);
    }
    const instead = await tab.evaluate(() => [...document.querySelectorAll("noscript a")].filter((a) => a.checkVisibility()).length);
    if (!instead) problems.push(`${home.root}search.html: says nothing and leads nowhere without script`);
  }
  none(problems);
});

test("the issues of every status and section stand in a list of their own, as many as the counts say", () => {
  const problems = [];
  for (const home of homes) {
    const list = sample("issues", home);
    const rows = all(withId(list, "issue-list"), "tr").filter((row) => attribute(row, "data-status") !== undefined);
    for (const part of ["status", "section"]) {
      const counts = Map.groupBy ? Map.groupBy(rows, (row) => attribute(row, `data-${part}`)) : grouped(rows, (row) => attribute(row, `data-${part}`));
      for (const [value, group] of counts) {
        const path = `${home.root}${part === "status" ? "status" : "sections"}/${value}.html`;
        const page = pageAt(path);
        const listed = page && new Set(all(first(page.tree, "main"), "a").map((a) => attribute(a, "href")).filter((href) => /^\.\.\/issues\/\w+\.html$/.test(href)));
        if (listed?.size !== group.length) problems.push(`${path} lists ${listed?.size ?? "nothing"} of ${group.length} issues`);
      }
    }
    for (const link of all(first(list.tree, "main"), "a").filter((a) => /^status\//.test(attribute(a, "href") ?? ""))) {
      const value = posix.basename(attribute(link, "href"), ".html");
      const n = rows.filter((row) => attribute(row, "data-status") === value).length;
      const said = tidy(text(link)).match(/\d+/)?.[0];
      if (Number(said) !== n) problems.push(`${list.path}: “${tidy(text(link))}” leads to ${n}`);
    }
    if (!all(first(list.tree, "main"), "a").some((a) => /^status\//.test(attribute(a, "href") ?? ""))) problems.push(`${list.path}: leads to no list by status`);
    if (rows.length !== pages.filter((page) => page.root === home.root && page.kind === "issue").length) problems.push(`${list.path}: ${rows.length} rows`);
  }
  none(problems);
});

function withId(page, id) {
  return all(page.tree).find((element) => attribute(element, "id") === id) ?? {};
}

function grouped(list, by) {
  const groups = new Map();
  for (const item of list) groups.set(by(item), [...(groups.get(by(item)) ?? []), item]);
  return groups;
}
