// With JavaScript off a reader misses nothing: the same text, lists in place of filters, large print by CSS alone.

import { posix } from "node:path";
import { after, before, test } from "node:test";
import { all, attribute, eachPage, first, homes, none, openBrowser, pageAt, pages, sample, samples, serve, text, tidy } from "./shared.mjs";

let server, browser;
before(async () => ([server, browser] = await Promise.all([serve(), openBrowser()])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** In the page: its text without what only a script can offer (hidden in the file, or filled later) and what only its absence shows. */
function readable() {
  for (const element of document.querySelectorAll("noscript, [role=status], #filters, #search, #search-results, [data-needs-script], [data-without-script]")) element.remove();
  return document.body.innerText.replace(/\s+/g, " ").trim();
}

test("every page says the same with and without script", async () => {
  const prepare = async () => [await browser.tab({ script: true }), await browser.tab({ script: false })];
  const problems = await eachPage(
    pages,
    async () => {
      const tabs = await prepare();
      return { tabs, close: () => Promise.all(tabs.map((tab) => tab.close())) };
    },
    async ({ tabs }, page) => {
      const [made, plain] = await Promise.all(tabs.map((tab) => tab.goto(server.url(page.path)).then(() => tab.evaluate(readable))));
      if (made === plain) return plain.length > 100 ? [] : ["hardly any text"];
      const at = [...plain].findIndex((letter, index) => letter !== [...made][index]);
      return [`without script “${[...plain].slice(at, at + 40).join("")}”, with it “${[...made].slice(at, at + 40).join("")}”`];
    },
    2,
  );
  none(problems);
});

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

test("large print enlarges the text of every kind of page without script, by click and by key", async () => {
  const problems = await eachPage(
    samples,
    () => browser.tab({ script: false }),
    async (tab, page) => {
      await tab.goto(server.url(page.path));
      const sizes = () => tab.evaluate(() => [...document.querySelectorAll("body, header a, main :is(h1, h2, h3, p, dt, dd, th, td, li), footer dd")].map((e) => parseFloat(getComputedStyle(e).fontSize)));
      const before = await sizes();
      await tab.click("#large-print");
      const large = await sizes();
      await tab.focus("#large-print");
      await tab.keyboard.press("Space");
      const after = await sizes();
      const found = [];
      if (!large.every((size, index) => size >= before[index] * 1.2)) found.push("some text is not larger in large print");
      if (Math.min(...large) < 18) found.push(`the smallest text of large print is ${Math.min(...large)} px`);
      if (after.join() !== before.join()) found.push("the key does not take large print back");
      return found;
    },
  );
  none(problems);
});

