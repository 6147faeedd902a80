// What the tests share: the published folder as a list of pages, a server for it, tabs of one browser, and one way to report.
//
// SITE     the folder of a published site, by default ../../public
// SERVER   the address of a server that already serves the folder; by default the tests start their own
// CHROMIUM the browser, by default Debian's without its window, which it does not draw, else with it
// FIREFOX  the other browser, by default Debian's

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join, posix, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "parse5";
import puppeteer from "puppeteer-core";

// ---- The folder -----------------------------------------------------------------------------------------------------------------------------

export const folder = resolve(process.env.SITE ?? join(import.meta.dirname, "../../public"));

/** Every file of the site, as paths with `/`. Files whose names begin with a dot are the host's own. */
export const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
  .filter((path) => !path.split("/").some((part) => part.startsWith(".")))
  .sort();

export const bytes = (path) => readFileSync(join(folder, path));
export function source(path) {
  return readFileSync(join(folder, path), "utf8");
}

/** The folder of each language, the default one first: "", "en/". */
const languageFolders = files
  .filter((path) => posix.basename(path) === "index.html")
  .map((path) => path.slice(0, -"index.html".length))
  .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));

/**
 * Every page: `path` in the folder, `name` within its language, `kind`, `lang`, the `html` as published, its `tree` and
 * its `errors`.
 */
export const pages = files.filter((path) => path.endsWith(".html")).map(readPage);
assert.ok(languageFolders.length > 0 && pages.length > 15, `${folder} is no published site; build it first, or name it in SITE`);

function readPage(path) {
  const root = languageFolders.findLast((prefix) => path.startsWith(prefix)) ?? "";
  const html = source(path);
  const name = path.slice(root.length);
  const lang = /<html lang="([^"]*)"/.exec(html)?.[1] ?? "";
  // A test file that walks the pages in a browser looks at few trees: each is made when it is first asked for.
  let parsed;
  const made = () => (parsed ??= parsePage(html));
  return { path, root, name, kind: kindOf(name), lang, html, get tree() { return made().tree; }, get errors() { return made().errors; } };
}

function parsePage(html) {
  const errors = [];
  const tree = parse(html, { scriptingEnabled: false, onParseError: (error) => errors.push(`${error.code} in line ${error.startLine}`) });
  return { tree, errors };
}

/** What a page is of; the pages of a long list (ledger.html, ledger_2.html) are of one kind. */
function kindOf(name) {
  const named = { "index.html": "home", "404.html": "not-found", issues: "issue", sections: "section" };
  return named[name.split("/")[0]] ?? name.split("/")[0].replace(/(_\d+)?\.html$/, "");
}

/** The same page in the other languages. */
export const counterparts = (page) => pages.filter((other) => other.name === page.name && other !== page);
export const pageAt = (path) => pages.find((page) => page.path === path);

/** The homes, the default language first. */
export const homes = languageFolders.map((prefix) => pageAt(`${prefix}index.html`));
/** Whether a page is in the first language: where nothing depends on the words, the others need not be looked at. */
export const isOfFirstLanguage = (page) => page.root === homes[0].root;
export const isChinese = (page) => /^zh\b/.test(page.lang);

/** One page of a kind in a language; of issues the one that weighs most. */
export function sample(kind, home = homes[0]) {
  const candidates = pages.filter((page) => page.root === home.root && page.kind === kind);
  return candidates.sort((a, b) => b.html.length - a.html.length || (a.path < b.path ? -1 : 1))[0];
}

/** An issue whose text has a table, if there is one; an issue that is not finished, if there is one. */
export const issueWithTable = (home) => pages.find((page) => page.root === home.root && page.kind === "issue" && first(first(page.tree, "main"), "table"));
export function outstandingIssue(home) {
  const list = sample("outstanding", home);
  const link = all(first(list.tree, "main"), "a").find((a) => /(^|\/)issues\/[^/]+\.html/.test(attribute(a, "href") ?? ""));
  return link && pageAt(posix.join(dirname(list.path), attribute(link, "href").split("#")[0]));
}

const kinds = [...new Set(pages.map((page) => page.kind))];

/** One page of every kind in every language, and the issues of special form. */
export const samples = [
  ...new Set(homes.flatMap((home) => [...kinds.map((kind) => sample(kind, home)), issueWithTable(home), outstandingIssue(home)])),
].filter(Boolean);

// ---- Trees: what a file says before a browser has made anything of it ------------------------------------------------------------------------

/** The elements below a node in document order, all or those of one name. */
export function all(node, name, found = []) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName && (!name || child.tagName === name)) found.push(child);
    all(child, name, found);
  }
  return found;
}
export function first(node, name) {
  for (const child of node.childNodes ?? []) {
    const found = child.tagName && (!name || child.tagName === name) ? child : first(child, name);
    if (found) return found;
  }
  return undefined;
}
export function attribute(element, name) {
  return element.attrs?.find((pair) => pair.name === name)?.value;
}
export function text(node) {
  if (node.nodeName === "#text") return node.value;
  return ["script", "style"].includes(node.tagName) ? "" : (node.childNodes ?? []).map(text).join("");
}
export function ancestors(node) {
  return node.parentNode ? [node.parentNode, ...ancestors(node.parentNode)] : [];
}
export const withId = (page, id) => all(page.tree).find((element) => attribute(element, "id") === id);
export const tidy = (words) => words.replace(/\s+/g, " ").trim();

/**
 * What a page is built of: every element under those that it stands in and after the one before it, each by name,
 * classes, role, type and the names of its other attributes. Two pages that are built of the same differ in their words
 * alone.
 */
function shape(page) {
  const parts = new Set();
  const spoken = ["class", "role", "type", "scope"];
  const own = (element) => [element.tagName, ...element.attrs.map(({ name, value }) => (spoken.includes(name) ? `${name}=${value}` : name)).sort()].join(" ");
  const walk = (node, path) => {
    let before = "";
    for (const child of (node.childNodes ?? []).filter((child) => child.tagName)) {
      const self = own(child);
      parts.add(`${path}>${self}`).add(`${path}>${before}+${self}`);
      before = self;
      walk(child, `${path}>${self}`);
    }
  };
  walk(page.tree, "");
  return parts;
}

/**
 * The pages that have something of which no page of their kind and language was built so far, the largest first; and
 * the samples.
 */
export function distinctPages() {
  const seen = new Map();
  const isNew = (page) => {
    const key = `${page.lang} ${page.kind}`;
    const known = seen.get(key) ?? seen.set(key, new Set()).get(key);
    const parts = [...shape(page)].filter((part) => !known.has(part));
    parts.forEach((part) => known.add(part));
    return parts.length > 0 || samples.includes(page);
  };
  return [...pages].sort((a, b) => b.html.length - a.html.length || (a.path < b.path ? -1 : 1)).filter(isNew);
}

/** Says how many of the pages a test looks at, and why not at the others. */
export const sayDistinct = (t, looked) => t.diagnostic(`${looked.length} pages; ${pages.length - looked.length} others are built as one of these`);

/** The address that the site was built for, or nothing. It ends in `/`. */
export const base = (() => {
  const canonical = all(homes[0].tree, "link").find((link) => attribute(link, "rel") === "canonical");
  return canonical && new URL(attribute(canonical, "href"));
})();

// ---- A server: types as any static server sends them, and the not-found page of the language ---------------------------------------------------

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".csv": "text/csv; charset=utf-8",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
};

/** Serves the folder below the path of its base address. Gives `url(path)` and `close()`. */
export async function serve() {
  if (process.env.SERVER) return { url: (path) => new URL(path, process.env.SERVER).href, close() {} };
  const mount = base?.pathname ?? "/";
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const path = asked.startsWith(mount) ? asked.slice(mount.length).replace(/(^|\/)$/, "$1index.html") : "";
    const found = files.includes(path);
    const sent = found ? path : `${languageFolders.findLast((prefix) => path.startsWith(prefix)) ?? ""}404.html`;
    response.writeHead(found ? 200 : 404, {
      "Content-Type": TYPES[extname(sent)] ?? "application/octet-stream",
      "Content-Security-Policy": "frame-ancestors 'none'",
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
    });
    response.end(bytes(sent));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}${mount}`;
  return { url: (path) => origin + encodeURI(path), close: () => server.closeAllConnections() ?? server.close() };
}

export const fileUrl = (path) => pathToFileURL(join(folder, path)).href;

// ---- A browser ------------------------------------------------------------------------------------------------------------------------------

/**
 * The browser with all that belongs to its window: the viewer of PDF, the bar of addresses. It spends as much on that
 * as on a page.
 */
export const WHOLE_CHROMIUM = "/usr/bin/chromium";
const DRAWS_NO_WINDOW = "/usr/bin/chromium-headless-shell";
const CHROMIUM = process.env.CHROMIUM ?? (existsSync(DRAWS_NO_WINDOW) ? DRAWS_NO_WINDOW : WHOLE_CHROMIUM);

const FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

/** Starts a browser. Where there is none, the test ends at once: another that was started meanwhile would keep it waiting. */
function launch(options) {
  if (!existsSync(options.executablePath)) {
    console.error(`${options.executablePath} is not there; tests/run installs it`);
    process.exit(1);
  }
  return puppeteer.launch(options);
}

/** A new browser with a profile of its own. Gives `tab(options)` and `close()`. */
export async function openBrowser(executablePath = CHROMIUM) {
  const profile = mkdtempSync(join(tmpdir(), "gongkai-browser-"));
  const browser = await launch({
    executablePath,
    userDataDir: profile,
    args: FLAGS,
    protocolTimeout: 240_000,
  });
  return {
    tab: (options) => openTab(browser, options),
    async close() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A new Firefox, driven by WebDriver BiDi. Gives `tab(options)`, whose tabs know a width and a height alone, and `close()`. */
export async function openFirefox() {
  const profile = mkdtempSync(join(tmpdir(), "gongkai-firefox-"));
  const browser = await launch({ browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr", userDataDir: profile, headless: true, protocolTimeout: 60_000 });
  return {
    async tab({ width = 1280, height = 900 } = {}) {
      const tab = await browser.newPage();
      await tab.setViewport({ width, height });
      return tab;
    },
    async close() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * A tab of some width, with or without script, in light or dark, where nothing moves, so that what is measured stands
 * still. One that is `apart` has a window of its own, which is painted whatever the others do, and shares nothing that
 * is remembered with them.
 */
async function openTab(browser, { width = 1280, height = 900, script = true, scheme = "light", bypass = false, apart = false } = {}) {
  const tab = await (apart ? await browser.createBrowserContext() : browser).newPage();
  // A machine that does much else may take its time; `eachPage` says when it is too much.
  tab.setDefaultNavigationTimeout(120_000);
  await tab.setViewport({ width, height });
  await tab.setJavaScriptEnabled(script);
  await tab.setBypassCSP(bypass);
  await emulate(tab, { "prefers-color-scheme": scheme });
  return tab;
}

/** Media features that puppeteer does not know by name (forced-colors) go to the browser directly. */
export async function emulate(tab, features, media = "") {
  const session = (tab.session ??= await tab.createCDPSession());
  const list = Object.entries({ "prefers-reduced-motion": "reduce", ...features }).map(([name, value]) => ({ name, value }));
  await session.send("Emulation.setEmulatedMedia", { media, features: list });
}

/** Listens to everything a tab complains of, and to requests that leave `home`. Gives a function that hands over what was heard since. */
export async function listen(tab, home) {
  const heard = [];
  tab.on("console", (message) => heard.push(`console ${message.type()}: ${message.text()}`));
  tab.on("pageerror", (error) => heard.push(`script error: ${error.message ?? error}`));
  tab.on("requestfailed", (request) => heard.push(`request failed: ${request.url()} ${request.failure()?.errorText ?? ""}`));
  tab.on("request", (request) => request.url().startsWith(home) || heard.push(`request to elsewhere: ${request.url()}`));
  tab.on("response", (response) => response.status() >= 400 && !response.request().isNavigationRequest() && heard.push(`status ${response.status()}: ${response.url()}`));
  await tab.evaluateOnNewDocument(() => {
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => window.violations.push(`${event.violatedDirective} blocked ${event.blockedURI}`));
  });
  return async () => {
    const violations = await tab.evaluate(() => window.violations ?? []);
    return [...heard.splice(0), ...violations.map((violation) => `policy: ${violation}`)];
  };
}

/** Goes through a list of pages in a few tabs at once; `look(tab, page)` gives the problems of one page. Gives them all, each with its page. */
export async function eachPage(list, prepare, look, tabs = 3) {
  const left = [...list];
  const problems = new Map();
  await Promise.all(
    Array.from({ length: Math.min(tabs, list.length) }, async () => {
      const tab = await prepare();
      for (let page = left.shift(); page; page = left.shift()) {
        const found = await within(240_000, look(tab, page)).catch((error) => [`could not be looked at: ${error.message}`]);
        problems.set(page, (found ?? []).map((problem) => `${page.path}: ${problem}`));
      }
      await tab.close();
    }),
  );
  return list.flatMap((page) => problems.get(page));
}

/**
 * Goes through pages like `eachPage`, where several things are looked at in one visit: `look(tab, page, say)` calls
 * `say(topic, problems)` for each, also where there is no problem. Gives a function that hands over the problems of a
 * topic; a page that could not be looked at is one of each.
 */
export function visit(list, prepare, look, tabs) {
  const said = new Map();
  const whole = eachPage(
    list,
    prepare,
    async (tab, page) => {
      await look(tab, page, (topic, problems) => said.set(topic, [...(said.get(topic) ?? []), ...problems.map((problem) => `${page.path}: ${problem}`)]));
    },
    tabs,
  );
  return async (topic) => {
    const problems = await whole;
    assert.ok(said.has(topic) || problems.length, `no page was looked at for “${topic}”`);
    return [...problems, ...(said.get(topic) ?? [])];
  };
}

function within(milliseconds, promise) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`took over ${milliseconds / 1000} s`)), milliseconds)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Sets large print by its switch, which a phone has in its folded menu. */
export async function largePrint(tab) {
  await tab.evaluate(() => document.querySelector(".fold")?.setAttribute("open", ""));
  await tab.click("#large-print");
}

// ---- Report ---------------------------------------------------------------------------------------------------------------------------------

/** Fails with every problem on a line of its own, at most forty. */
export function none(problems) {
  const lines = [...new Set(problems)];
  if (!lines.length) return;
  const more = lines.length > 40 ? [`… and ${lines.length - 40} more`] : [];
  assert.fail([`${lines.length} problems`, ...lines.slice(0, 40), ...more].join("\n"));
}
