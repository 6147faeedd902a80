// Several languages, page for page: the switch leads to the same page and back, nothing is left in another language, nothing is empty.

import assert from "node:assert/strict";
import { dirname, posix } from "node:path";
import { after, before, test } from "node:test";
import { all, ancestors, attribute, counterparts, eachPage, first, homes, isChinese, none, openBrowser, pages, samples, serve, text, tidy } from "./shared.mjs";

let server, browser;
before(async () => ([server, browser] = await Promise.all([serve(), openBrowser()])));
after(() => Promise.all([browser?.close(), server?.close()]));

test("every page says its language, and every folder has the one that it is named after", () => {
  const langs = new Map(homes.map((home) => [home.root, home.lang]));
  const isWellFormed = (lang) => Intl.getCanonicalLocales(lang)[0] === lang;
  const isOfFolder = ({ root, lang }) => root === "" || lang === root.replace("/", "");
  none([
    ...homes.filter((home) => !isWellFormed(home.lang) || !isOfFolder(home)).map((home) => `${home.path}: lang “${home.lang}”`),
    ...pages.filter((page) => page.lang !== langs.get(page.root)).map((page) => `${page.path}: lang ${page.lang} in the folder of ${langs.get(page.root)}`),
  ]);
  assert.equal(new Set(langs.values()).size, homes.length);
});

const switches = (page) => all(first(page.tree, "header"), "a").filter((a) => attribute(a, "hreflang"));

test("the language switch names every other language in its own words and leads to the same page", () => {
  const problems = [];
  for (const page of pages) {
    const links = switches(page);
    const led = links.map((a) => {
      const href = attribute(a, "href");
      const path = href.startsWith("/") ? href : posix.join(dirname(page.path), href);
      return `${attribute(a, "hreflang")} ${page.kind === "not-found" ? posix.basename(path) : path}`;
    });
    const wanted = counterparts(page).map((other) => `${other.lang} ${page.kind === "not-found" ? other.name : other.path}`);
    if (led.sort().join() !== wanted.sort().join()) problems.push(`${page.path}: leads to ${led.join(", ") || "nothing"}, not ${wanted.join(", ")}`);
    for (const a of links) if (attribute(a, "lang") !== attribute(a, "hreflang")) problems.push(`${page.path}: “${text(a)}” is not marked as ${attribute(a, "hreflang")}`);
  }
  none(problems);
});

// A click needs a frame to hit, and only the tab in front is painted.
const IN_FRONT = 1;

test("a reader goes over to the other language and back by two clicks", async () => {
  const problems = await eachPage(samples.filter((page) => page.root === ""), browser.tab, async (tab, page) => {
    const found = [];
    await tab.goto(server.url(page.path));
    for (const other of [...counterparts(page), page]) {
      await Promise.all([tab.waitForNavigation(), tab.click(`header a[hreflang="${other.lang}"]`)]);
      const lang = await tab.evaluate(() => document.documentElement.lang);
      if (tab.url() !== server.url(other.path) || lang !== other.lang) found.push(`the switch led to ${tab.url()} in ${lang}`);
    }
    return found;
  }, IN_FRONT);
  none(problems);
});

// ---- What is written in which language --------------------------------------------------------------------------------------------------------

/** The language of a node: that of the nearest element that says one. */
const langOf = (node) => [node, ...ancestors(node)].map((element) => attribute(element, "lang")).find(Boolean);
const SPOKEN = ["alt", "title", "aria-label", "placeholder", "content", "data-label", "data-one", "data-many", "data-none", "data-pattern", "data-name", "label"];

/** Everything a page says: its text nodes, and the attributes that are shown or read out, each with its language. */
function* sayings(page) {
  for (const element of all(page.tree)) {
    if (["script", "style"].includes(element.tagName)) continue;
    for (const child of element.childNodes ?? []) if (child.nodeName === "#text" && child.value.trim()) yield { words: tidy(child.value), lang: langOf(child), element };
    for (const { name, value } of element.attrs) {
      // A policy, a viewport and the like are no language.
      if (SPOKEN.includes(name) && value.trim() && !/^(viewport|referrer|robots|color-scheme)$/.test(attribute(element, "name") ?? "") && !attribute(element, "http-equiv")) {
        yield { words: tidy(value), lang: langOf(element), element };
      }
    }
  }
}

const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff01-\uff5e]/u;

test("pages in other languages have no Chinese character outside what is marked as Chinese", () => {
  const problems = [];
  for (const page of pages.filter((page) => !isChinese(page))) {
    for (const { words, lang, element } of sayings(page)) if (!/^zh/.test(lang) && CHINESE.test(words)) problems.push(`${page.path}: <${element.tagName}> “${words.slice(0, 60)}”`);
  }
  none(problems);
});

test("Chinese pages have no English sentence outside what is marked as English", () => {
  const problems = [];
  for (const page of pages.filter(isChinese)) {
    for (const { words, lang, element } of sayings(page)) {
      const isCode = [element, ...ancestors(element)].some((ancestor) => ancestor.tagName === "code") || words.includes("://");
      const foreign = words.match(/[A-Za-z’]{3,}(?: [A-Za-z’]+){2,}/);
      if (!/^en/.test(lang) && !isCode && foreign) problems.push(`${page.path}: <${element.tagName}> “${foreign[0].slice(0, 60)}”`);
    }
  }
  none(problems);
});

test("what is marked as one language is written in it", () => {
  const problems = [];
  for (const page of pages) {
    for (const element of all(page.tree).filter((element) => attribute(element, "lang"))) {
      const words = text(element).replace(/[\s\d\p{P}]/gu, "");
      const han = [...words].filter((letter) => CHINESE.test(letter)).length;
      const claims = /^zh/.test(attribute(element, "lang"));
      if (words && claims !== han > words.length / 3) problems.push(`${page.path}: <${element.tagName} lang=${attribute(element, "lang")}> “${tidy(text(element)).slice(0, 40)}”`);
    }
  }
  none(problems);
});

test("nothing is empty, and nothing is left of a template or a missing value", () => {
  const problems = [];
  const filled = ["h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "dt", "dd", "th", "td", "caption", "a", "button", "label", "option", "title", "summary", "blockquote", "dl", "ol", "ul", "tbody", "figcaption"];
  // What a script fills is empty until then.
  const isLater = (element) => [element, ...ancestors(element)].some((e) => attribute(e, "role") === "status" || /^search-/.test(attribute(e, "id") ?? ""));
  for (const page of pages) {
    for (const element of all(page.tree)) {
      const drawn = all(element).some((inside) => ["svg", "img", "input", "select"].includes(inside.tagName));
      if (filled.includes(element.tagName) && !tidy(text(element)) && !drawn && !isLater(element)) problems.push(`${page.path}: empty <${element.tagName}>`);
    }
    for (const { words, element } of sayings(page)) {
      const isPattern = element.attrs.some(({ name, value }) => /^data-/.test(name) && tidy(value) === words);
      const left = words.match(isPattern ? /\{\{|\}\}|\{%|undefined|\bNaN\b/ : /\{|\}|undefined|\bNaN\b|\bnull\b|\*\*|\]\(/);
      if (left && element.tagName !== "code") problems.push(`${page.path}: “${left[0]}” in “${words.slice(0, 60)}”`);
    }
  }
  none(problems);
});

test("a page and its translation have the same build: headings, tables, lists of facts, links within the site", () => {
  const build = (page) => {
    const main = first(page.tree, "main");
    const count = (name) => all(main, name).length;
    const links = all(main, "a").map((a) => attribute(a, "href")).filter((href) => href && !/^(\w+:|#fn|\/)/.test(href)).map((href) => posix.join(dirname(page.name), href).replace(/^(\.\.\/)+/, ""));
    return { ...Object.fromEntries(["h1", "h2", "h3", "h4", "h5", "table", "tr", "dt", "time", "section"].map((name) => [name, count(name)])), links: links.sort().join(" ") };
  };
  const problems = [];
  for (const page of pages.filter((page) => page.root === "")) {
    for (const other of counterparts(page)) {
      const [mine, theirs] = [build(page), build(other)];
      for (const part of Object.keys(mine)) if (mine[part] !== theirs[part]) problems.push(`${page.path}: ${part} ${differing(mine[part], theirs[part])} in ${other.lang}`);
    }
  }
  none(problems);
});

function differing(mine, theirs) {
  if (typeof mine === "number") return `${mine}, but ${theirs}`;
  const [a, b] = [mine.split(" "), theirs.split(" ")];
  return `only here: ${a.filter((x) => !b.includes(x)).join(" ")}; only there: ${b.filter((x) => !a.includes(x)).join(" ")}; not`;
}
