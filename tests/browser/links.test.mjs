// Whatever the files point to is there: pages, resources, anchors, translations, the sitemap, the feeds, the data about the page.

import { posix } from "node:path";
import { test } from "node:test";
import { all, attribute, base, counterparts, files, homes, none, pageAt, pages, source, text, withId } from "./shared.mjs";

const origin = base ?? new URL("http://site.invalid/");
const address = (path) => new URL(encodeURI(path), origin);
const ids = new Map(pages.map((page) => [page.path, new Set(all(page.tree).map((element) => attribute(element, "id")).filter(Boolean))]));

/** What an address means to the site: `path` and `fragment` within it, or nothing for another host. */
function inSite(href, from) {
  const url = new URL(href, address(from));
  if (url.origin !== origin.origin || !/^https?:$/.test(url.protocol)) return undefined;
  const path = url.pathname.startsWith(origin.pathname) ? decodeURIComponent(url.pathname.slice(origin.pathname.length)) : `above the site: ${url.pathname}`;
  return { path, fragment: decodeURIComponent(url.hash.slice(1)), query: url.search };
}

/** Every address in a page: the element's name, its `rel`, the address. */
function references(page) {
  return all(page.tree).flatMap((element) =>
    ["href", "src", "srcset", "action", "poster", "data", "xlink:href"]
      .map((name) => attribute(element, name))
      .filter((href) => href !== undefined)
      .map((href) => ({ name: element.tagName, rel: attribute(element, "rel") ?? "", href, element })),
  );
}

// Canonical addresses and translations may name a home as servers show it, without `index.html`.
const isAbout = ({ name, rel }) => name === "link" && /\b(canonical|alternate)\b/.test(rel);
const indexed = (path) => path.replace(/(^|\/)$/, "$1index.html");

/** `#q=…` and `#status=…` are read by the page's script: the name must be that of one of its controls. */
function isScripted(page, fragment) {
  const names = fragment.split("&").map((pair) => pair.split("=")[0]);
  const controls = new Set(all(page.tree).filter((e) => ["input", "select"].includes(e.tagName)).map((e) => attribute(e, "name")));
  return fragment.includes("=") && names.every((name) => controls.has(name));
}

test("every link and resource leads to a file, every fragment to an element", () => {
  const problems = [];
  for (const page of pages) {
    for (const reference of references(page)) {
      const target = inSite(reference.href, page.path);
      if (!target) continue;
      const path = isAbout(reference) ? indexed(target.path) : target.path;
      const wrong = (what) => problems.push(`${page.path}: <${reference.name}> ${reference.href} ${what}`);
      if (path === "" || path.endsWith("/")) wrong("leads to a folder");
      else if (!files.includes(path)) wrong("leads nowhere");
      else if (target.query) wrong("has a query, which no static file reads");
      else if (target.fragment && !ids.get(path)?.has(target.fragment) && !(pageAt(path) && isScripted(pageAt(path), target.fragment))) wrong("leads to no element");
    }
  }
  none(problems);
});

test("links to the outside are plain web, mail or telephone links; resources come from the site", () => {
  const problems = [];
  for (const page of pages) {
    for (const reference of references(page)) {
      if (inSite(reference.href, page.path)) continue;
      const isResource = reference.name !== "a" && !isAbout(reference);
      if (isResource) problems.push(`${page.path}: <${reference.name}> loads ${reference.href}`);
      else if (!/^(https?:\/\/[^/]|mailto:[^@\s]+@[^@\s?]+(\?subject=[-\w.~%]+)?$|tel:\+?[-0-9]+$)/.test(reference.href)) problems.push(`${page.path}: unusual address ${reference.href}`);
    }
  }
  none(problems);
});

// A path from the root of the host would not survive a sub-path or a folder. Only the not-found page, shown at any depth, needs them.
test("links within the site are relative", () => {
  const problems = [];
  for (const page of pages.filter((page) => page.kind !== "not-found")) {
    for (const reference of references(page)) {
      if (isAbout(reference) || !inSite(reference.href, page.path)) continue;
      if (/^(\/|https?:)/.test(reference.href)) problems.push(`${page.path}: <${reference.name}> ${reference.href}`);
    }
  }
  none(problems);
});

test("every page is reached from the home of its language by links in its text or its frame", () => {
  const problems = [];
  for (const home of homes) {
    const reached = new Set([home.path]);
    for (const path of reached) {
      for (const { name, href } of references(pageAt(path))) {
        const target = name === "a" && inSite(href, path);
        if (target && pageAt(target.path)?.root === home.root) reached.add(target.path);
      }
    }
    const missed = pages.filter((page) => page.root === home.root && page.kind !== "not-found" && !reached.has(page.path));
    problems.push(...missed.map((page) => `${page.path} is reached by no link`));
  }
  none(problems);
});

test("every other file is used, and assets carry a hash in their names", () => {
  const used = new Set(pages.flatMap((page) => references(page).map(({ href }) => inSite(href, page.path)?.path)));
  const known = /^(robots\.txt|sitemap(-\d+)?\.xml)$/;
  const cards = pages.flatMap((page) => all(page.tree, "meta").filter((meta) => attribute(meta, "property") === "og:image"));
  for (const card of cards) used.add(inSite(attribute(card, "content"), "")?.path);
  const others = files.filter((path) => !pageAt(path) && !known.test(path));
  none([
    ...others.filter((path) => !used.has(path)).map((path) => `${path} is used by no page`),
    ...others.filter((path) => path.startsWith("assets/") && !/\.[0-9a-f]{8,}\.\w+$/.test(path)).map((path) => `${path} has no hash in its name`),
  ]);
});

/** The translations that a page names: language tag → address. */
function translations(page) {
  const links = all(page.tree, "link").filter((link) => attribute(link, "rel") === "alternate" && attribute(link, "hreflang"));
  return new Map(links.map((link) => [attribute(link, "hreflang"), attribute(link, "href")]));
}

// Search engines want whole addresses, so there are none without a base address.
test("translations are named by each other, itself included, and the default language for all others, with whole addresses", () => {
  const problems = [];
  for (const page of pages) {
    const named = translations(page);
    const versions = [page, ...counterparts(page)];
    if (versions.length !== homes.length) problems.push(`${page.path}: exists in ${versions.length} of ${homes.length} languages`);
    const wanted = base ? new Map(versions.map((version) => [version.lang, webAddress(version)])) : new Map();
    if (base) wanted.set("x-default", webAddress(versions.find((version) => version.root === homes[0].root)));
    const listed = (map) => [...map].map((pair) => pair.join(" ")).sort().join(", ");
    if (listed(named) !== listed(wanted)) problems.push(`${page.path}: names ${listed(named)} instead of ${listed(wanted)}`);
  }
  none(problems);
});

const webAddress = (page) => address(page.path).href.replace(/(^|\/)index\.html$/, "$1");

test("the canonical address is the page's own, and is there if and only if there is a base address", () => {
  const problems = [];
  for (const page of pages) {
    const links = all(page.tree, "link").filter((link) => attribute(link, "rel") === "canonical").map((link) => attribute(link, "href"));
    const wanted = base ? [webAddress(page)] : [];
    if (links.join() !== wanted.join()) problems.push(`${page.path}: canonical ${links.join() || "missing"}, not ${wanted.join() || "none"}`);
  }
  none(problems);
});

test("what the page says of itself for machines names addresses that exist", () => {
  const problems = [];
  for (const page of pages) {
    for (const script of all(page.tree, "script").filter((script) => attribute(script, "type") === "application/ld+json")) {
      const known = JSON.parse(script.childNodes[0].value);
      const addresses = [];
      JSON.stringify(known, (key, value) => (["url", "item", "contentUrl", "@id", "mainEntityOfPage"].includes(key) && typeof value === "string" && addresses.push(value), value));
      for (const href of addresses) {
        const target = inSite(href, page.path);
        if (!target || !files.includes(indexed(target.path))) problems.push(`${page.path}: ${href} leads nowhere`);
        else if (target.fragment && !ids.get(indexed(target.path))?.has(target.fragment)) problems.push(`${page.path}: ${href} leads to no element`);
      }
      if (base && known.url !== webAddress(page)) problems.push(`${page.path}: calls itself ${known.url}`);
    }
  }
  none(problems);
});

// ---- Sitemap and feeds. Both are written by serialisers, so that simple expressions read them. --------------------------------------------------

const inner = (xml, name) => [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^]*?)</${name}>`, "g"))].map((match) => match[1]);
const tags = (xml, name) => [...xml.matchAll(new RegExp(`<${name} ([^>]*?)/?>`, "g"))].map((match) => Object.fromEntries([...match[1].matchAll(/([\w:-]+)="([^"]*)"/g)].map((pair) => [pair[1], unescaped(pair[2])])));
const unescaped = (words) => words.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&apos;|&#39;/g, "'").replace(/&amp;/g, "&");

const isListed = (page) => !all(page.tree, "meta").some((meta) => attribute(meta, "name") === "robots" && /noindex/.test(attribute(meta, "content")));

test("the sitemap lists every page that may be found, with its translations, and nothing else", { skip: !base && "built without a base address" }, () => {
  const problems = [];
  const entries = inner(source("sitemap.xml"), "url");
  const listed = entries.map((entry) => unescaped(inner(entry, "loc")[0]));
  const wanted = pages.filter(isListed).map(webAddress);
  problems.push(...wanted.filter((href) => !listed.includes(href)).map((href) => `${href} is not listed`));
  problems.push(...listed.filter((href) => !wanted.includes(href)).map((href) => `${href} is listed without being a page to be found`));
  if (new Set(listed).size !== listed.length) problems.push("a page is listed twice");
  for (const entry of entries) {
    const href = unescaped(inner(entry, "loc")[0]);
    const page = pages.find((page) => webAddress(page) === href);
    if (!page) continue;
    const changed = inner(entry, "lastmod")[0];
    if (changed && !/^\d{4}-\d{2}-\d{2}$/.test(changed)) problems.push(`${href} changed on ${changed}`);
    const alternates = tags(entry, "xhtml:link").filter((link) => link.hreflang !== "x-default").map((link) => `${link.hreflang} ${link.href}`);
    const versions = [page, ...counterparts(page)].map((version) => `${version.lang} ${webAddress(version)}`);
    if (alternates.sort().join() !== versions.sort().join()) problems.push(`${href} has the translations ${alternates.join(", ")}`);
  }
  if (!source("robots.txt").includes(`Sitemap: ${origin.href}sitemap.xml`)) problems.push("robots.txt does not name the sitemap");
  none(problems);
});

test("every language has a feed, which its pages name and whose links lead to pages of that language", () => {
  const problems = [];
  for (const page of pages) {
    const links = all(page.tree, "link").filter((link) => attribute(link, "type") === "application/atom+xml");
    const paths = links.map((link) => inSite(attribute(link, "href"), page.path)?.path);
    if (paths.join() !== `${page.root}feed.xml`) problems.push(`${page.path}: names the feeds ${paths.join() || "none"}`);
  }
  for (const home of homes) {
    const path = `${home.root}feed.xml`;
    const feed = source(path);
    const wrong = (what) => problems.push(`${path}: ${what}`);
    if (!feed.includes(`xml:lang="${home.lang}"`)) wrong("does not say its language");
    const entries = inner(feed, "entry");
    if (!entries.length) wrong("has no entry");
    const entryIds = inner(feed, "id");
    if (new Set(entryIds).size !== entryIds.length) wrong("uses an id twice");
    for (const updated of inner(feed, "updated")) if (Number.isNaN(Date.parse(updated))) wrong(`${updated} is no time`);
    for (const link of tags(feed, "link")) {
      const target = inSite(link.href, path);
      const isOwn = link.rel === "self" ? target?.path === path : target && pageAt(indexed(target.path))?.root === home.root;
      if (!isOwn) wrong(`${link.href} leads nowhere`);
      else if (target.fragment && !ids.get(indexed(target.path))?.has(target.fragment)) wrong(`${link.href} leads to no element`);
    }
    for (const entry of entries) if (!inner(entry, "title")[0]?.trim() || !tags(entry, "link").length) wrong(`an entry lacks title or link: ${entry.slice(0, 80)}`);
  }
  none(problems);
});

test("style sheets load nothing from elsewhere", () => {
  const problems = [];
  for (const path of files.filter((path) => path.endsWith(".css"))) {
    for (const [, href] of source(path).matchAll(/url\(\s*["']?([^"')]+)/g)) {
      const target = inSite(href, path);
      if (!target || !files.includes(target.path)) problems.push(`${path}: ${href} leads nowhere`);
    }
    if (/@import|@font-face/.test(source(path))) problems.push(`${path}: imports or loads a font`);
  }
  none(problems);
});
