// Every page, opened from a server in a real browser with script, and every page that is built of something of its own
// once more without. It keeps silent: no message, no error, no failed request, no other host, no violated policy. At
// 320 px, which is 400 % of 1280, nothing is cut off and nothing scrolls sideways but a wide table in a region of its
// own. The first screen of a phone has the answer. Without script a reader misses nothing, and large print works.

import { after, before, test } from "node:test";
import { PHONE, answers, lacking } from "./first-screen.mjs";
import { tooSmall, tooWide } from "./reflow.mjs";
import { base, bytes, distinctPages, files, homes, largePrint, listen, none, openBrowser, pages, samples, sayDistinct, serve, visit } from "./shared.mjs";

/** A lane has two tabs, one without script. Each has a window of its own: what is clicked must be painted. */
async function openLane() {
  const tab = await browser.tab({ apart: true });
  tab.heard = await listen(tab, server.url(""));
  const plain = await browser.tab({ ...PHONE, script: false, apart: true });
  return { tab, plain, close: () => Promise.all([tab.close(), plain.close()]) };
}

// Of a long notice, whose pages are made up, the kinds are looked at: what is long about it is the lists.
const isLong = pages.length > 400;
const distinct = isLong ? samples : distinctPages();
const looked = isLong ? samples : pages;

let server, browser, problems;
before(async () => {
  [server, browser] = await Promise.all([serve(), openBrowser()]);
  problems = visit(looked, openLane, ({ tab, plain }, page, say) => look(tab, plain, page, say), 2);
});
after(() => Promise.all([browser?.close(), server?.close()]));

async function look(tab, plain, page, say) {
  if (!distinct.includes(page)) {
    await withScript(tab, page, say);
    return;
  }
  const [says, saysPlainly] = await Promise.all([withScript(tab, page, say), withoutScript(plain, page, say)]);
  say("script", says === saysPlainly ? (says.length > 100 ? [] : ["hardly any text"]) : [differing(says, saysPlainly)]);
}

/** Opens a page on a desk, spaces it out, and narrows it to a phone. Gives its text. */
async function withScript(tab, page, say) {
  await tab.setViewport({ width: 1280, height: 900 });
  const response = await tab.goto(server.url(page.path));
  say("silence", await complaints(tab, response));
  const text = await tab.evaluate(readable);
  say("targets at 1280 px", await tab.evaluate(tooSmall));
  if (samples.includes(page)) {
    await tab.setViewport({ width: 640, height: 900 });
    await tab.evaluate(spaceOut, true);
    await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    say("spaced out", await tab.evaluate(tooWide));
    await tab.evaluate(spaceOut, false);
  }
  await tab.setViewport({ width: 320, height: 640 });
  say("320 px", await tab.evaluate(tooWide));
  say("targets at 320 px", await tab.evaluate(tooSmall));
  if (samples.includes(page)) {
    await tab.setViewport(PHONE);
    await largePrint(tab);
    say("large print on a phone", await tab.evaluate(tooWide));
    await tab.click("#large-print");
    await tab.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    say("letters twice as large", [...(await tab.evaluate(tooWide)), ...(await tab.evaluate(dwarfed))]);
    await tab.evaluate(() => document.documentElement.style.removeProperty("font-size"));
  }
  return text;
}

/** In the page: headings that are no larger than those below them. */
function dwarfed() {
  const size = (name) => Math.max(...[...document.querySelectorAll(`main ${name}`)].filter((e) => e.checkVisibility()).map((e) => parseFloat(getComputedStyle(e).fontSize)));
  return size("h1") <= size("h2") ? [`h1 has ${size("h1")} px, h2 ${size("h2")}`] : [];
}

/** Opens a page on a phone, and widens it to a desk. Gives its text. */
async function withoutScript(tab, page, say) {
  await tab.setViewport(PHONE);
  await tab.goto(server.url(page.path));
  if (answers[page.kind]) say("first screen", await lacking(tab, page));
  await tab.setViewport({ width: 1280, height: 900 });
  const text = await tab.evaluate(readable);
  if (samples.includes(page)) say("large print", await enlarged(tab));
  return text;
}

async function complaints(tab, response) {
  const made = await tab.evaluate(() => ({ charset: document.characterSet, type: document.contentType, mode: document.compatMode, text: document.body.innerText.length }));
  const found = await tab.heard();
  if (response.status() !== 200) found.push(`status ${response.status()}`);
  if (!/^text\/html(; *charset=utf-8)?$/i.test(response.headers()["content-type"])) found.push(`type ${response.headers()["content-type"]}`);
  if (made.charset !== "UTF-8" || made.type !== "text/html" || made.mode !== "CSS1Compat") found.push(`read as ${made.type}, ${made.charset}, ${made.mode}`);
  if (made.text < 100) found.push("hardly any text");
  return found;
}

/**
 * In the page: its text without what only a script can offer (hidden in the file, or filled later) and what only its
 * absence shows.
 */
function readable() {
  const left = [...document.querySelectorAll("noscript, [role=status], #filters, #search, #search-results, [data-needs-script], [data-without-script]")];
  for (const element of left) element.style.setProperty("display", "none", "important");
  const text = document.body.innerText.replace(/\s+/g, " ").trim();
  for (const element of left) element.style.removeProperty("display");
  return text;
}

function differing(made, plain) {
  const at = [...plain].findIndex((letter, index) => letter !== [...made][index]);
  return `without script “${[...plain].slice(at, at + 40).join("")}”, with it “${[...made].slice(at, at + 40).join("")}”`;
}

/**
 * In the page: sets wider lines, paragraphs, letters and words, as a reader may (WCAG 1.4.12), or takes them back. A
 * policy does not forbid that.
 */
function spaceOut(isOn) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }");
  document.adoptedStyleSheets = isOn ? [sheet] : [];
}

/** Large print, set by click and taken back by key. */
async function enlarged(tab) {
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
}

const names = {
  silence: "every page opens in silence",
  "320 px": "no page scrolls sideways or is cut off at 320 px",
  "targets at 320 px": "targets are 24 × 24 px or have that room, at 320 px",
  "targets at 1280 px": "targets are 24 × 24 px or have that room, at 1280 px",
  "large print on a phone": "no kind of page scrolls sideways in large print on a phone",
  "letters twice as large": "no kind of page scrolls sideways on a phone where a reader doubles the letters, and headings keep their order",
  "spaced out": "no kind of page loses text when a reader spaces it out",
  "first screen": "the answer and the way to what is open stand in the first screen of a phone",
  script: "every page that is built of something of its own says the same with and without script",
  "large print": "large print enlarges the text of every kind of page without script, by click and by key",
};
const topicsWithoutScript = ["first screen", "script", "large print"];
for (const [topic, name] of Object.entries(names)) {
  test(name, async (t) => {
    if (!isLong) sayDistinct(t, topicsWithoutScript.includes(topic) ? distinct : looked);
    none(await problems(topic));
  });
}

// Without a base address the not-found page cannot know where it stands.
test("an address that does not exist shows the not-found page of its language, at any depth", { skip: !base && "built without a base address" }, async () => {
  const { tab } = await openLane();
  const problems = [];
  for (const home of homes) {
    for (const missing of ["nothing.html", "issues/nothing.html", "a/b/c/d.html"]) {
      const response = await tab.goto(server.url(home.root + missing));
      const shown = await tab.evaluate(() => ({ lang: document.documentElement.lang, links: document.querySelectorAll("main a").length, sheets: document.styleSheets.length }));
      const found = await tab.heard();
      if (response.status() !== 404) found.push(`status ${response.status()}`);
      if (shown.lang !== home.lang || !shown.links || !shown.sheets) found.push(`shows ${JSON.stringify(shown)}`);
      // Chromium itself writes that the page was not found; that is the one message that is right.
      problems.push(...found.filter((problem) => !/status of 404/.test(problem)).map((problem) => `${home.root + missing}: ${problem}`));
    }
  }
  none(problems);
});

test("every other file is served with its type and is UTF-8", async () => {
  const types = {
    css: /^text\/css/,
    csv: /^text\/csv/,
    js: /^(text|application)\/javascript/,
    json: /^application\/json/,
    svg: /^image\/svg\+xml/,
    txt: /^text\/plain/,
    xml: /^(application|text)\/(atom\+)?xml/,
  };
  const problems = [];
  for (const path of files.filter((path) => !path.endsWith(".html"))) {
    const wanted = types[path.split(".").at(-1)];
    if (!wanted) continue;
    const response = await fetch(server.url(path));
    const body = Buffer.from(await response.arrayBuffer());
    if (response.status !== 200) problems.push(`${path}: status ${response.status}`);
    if (!wanted.test(response.headers.get("content-type"))) problems.push(`${path}: type ${response.headers.get("content-type")}`);
    if (!body.equals(bytes(path))) problems.push(`${path}: differs from the file`);
    if (!isUtf8(body)) problems.push(`${path}: not UTF-8`);
    const marked = body.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
    if (marked !== path.endsWith(".csv")) problems.push(`${path}: ${marked ? "has" : "lacks"} a byte order mark, which spreadsheets want and nothing else does`);
  }
  none(problems);
});

function isUtf8(body) {
  try {
    return Boolean(new TextDecoder("utf-8", { fatal: true }).decode(body) ?? true) || body.length === 0;
  } catch {
    return false;
  }
}

