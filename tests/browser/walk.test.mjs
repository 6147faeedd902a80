// Every page, opened from a server in a real browser, keeps silent: no message, no error, no failed request, no other host, no violated policy.

import { after, before, test } from "node:test";
import { base, bytes, eachPage, files, homes, listen, none, openBrowser, pages, serve } from "./shared.mjs";

let server, browser;
before(async () => ([server, browser] = await Promise.all([serve(), openBrowser()])));
after(() => Promise.all([browser?.close(), server?.close()]));

const listening = async () => {
  const tab = await browser.tab();
  tab.heard = await listen(tab, server.url(""));
  return tab;
};

test("every page opens in silence", async () => {
  const problems = await eachPage(pages, listening, async (tab, page) => {
    const response = await tab.goto(server.url(page.path));
    const made = await tab.evaluate(() => ({ charset: document.characterSet, type: document.contentType, mode: document.compatMode, text: document.body.innerText.length }));
    const found = await tab.heard();
    if (response.status() !== 200) found.push(`status ${response.status()}`);
    if (!/^text\/html(; *charset=utf-8)?$/i.test(response.headers()["content-type"])) found.push(`type ${response.headers()["content-type"]}`);
    if (made.charset !== "UTF-8" || made.type !== "text/html" || made.mode !== "CSS1Compat") found.push(`read as ${made.type}, ${made.charset}, ${made.mode}`);
    if (made.text < 100) found.push("hardly any text");
    return found;
  });
  none(problems);
});

// Without a base address the not-found page cannot know where it stands.
test("an address that does not exist shows the not-found page of its language, at any depth", { skip: !base && "built without a base address" }, async () => {
  const tab = await listening();
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

