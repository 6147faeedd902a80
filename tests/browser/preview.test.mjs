// The preview in a real browser: an open page follows the edits, keeps its place, and says nothing on the console.
//
// CHROMIUM the browser, by default Debian's

import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, beforeEach, afterEach, test } from "node:test";
import puppeteer from "puppeteer-core";
import { startPreview } from "./preview.mjs";

const fixture = join(import.meta.dirname, "../suite/fixtures/small");
const narrative = "content/1-projects/001.zh.md";
const record = "content/1-projects/001.yaml";

let browser, folder, preview, page, console_;
before(async () => (browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] })));
after(() => browser?.close());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "preview-"));
  cpSync(fixture, folder, { recursive: true });
  page = await browser.newPage();
  console_ = [];
  page.on("console", (message) => console_.push(message.text()));
  page.on("pageerror", (error) => console_.push(String(error)));
});
afterEach(async () => {
  await page.close();
  await preview.stop();
  rmSync(folder, { recursive: true });
});

/** Starts the preview, on a port of the system's choice unless one is given, and gives its address. */
async function start(port) {
  preview = await startPreview(folder, port);
  return preview.address;
}

const read = (path) => readFileSync(join(folder, path), "utf8");
/** Writes a file in one step, as an editor saves it: no preview meets it half written. */
function write(path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, ".aside"), text);
  renameSync(join(folder, ".aside"), join(folder, path));
}

// A condition is asked again and again, also while a page is only half there: it must not fail on what is missing.
const until = (condition, ...values) => page.waitForFunction(condition, { timeout: 20_000, polling: 20 }, ...values);
const isShown = (id) => page.$eval(`#gongkai-${id}`, (element) => element.checkVisibility());
/** Leaves a mark in the page that is gone when it is loaded again. */
const mark = () => page.evaluate(() => (window.isSame = true));
const isSame = () => page.evaluate(() => window.isSame === true);

test("an edit shows in the open page, which keeps its place", async () => {
  await page.goto(`${await start()}issues/001.html`);
  assert.ok(await isShown("preview"), "the banner");
  assert.ok(!(await isShown("findings")));
  await page.setViewport({ width: 600, height: 300 });
  await page.evaluate(() => scrollTo(0, 200));
  write(narrative, `${read(narrative)}\n新写的一段。\n`);
  await until(() => document.body?.innerText.includes("新写的一段。"));
  await until(() => scrollY === 200);
  assert.deepEqual(console_, []);
});

test("styles are swapped without loading the page again", async () => {
  await page.goto(`${await start()}en/`);
  await mark();
  for (const color of ["rgb(1, 2, 3)", "rgb(4, 5, 6)"]) {
    write("themes/bulletin/styles/90-own.css", `h1 { color: ${color} }`);
    await until((color) => getComputedStyle(document.querySelector("h1")).color === color, color);
    assert.ok(await isSame());
  }
  assert.equal((await page.$$("link[rel=stylesheet]")).length, 2, "the site's and the preview's");
  assert.deepEqual(console_, []);
});

/** Keeps the first request for such an address from now on, until somebody answers it; gives what waits for it. */
async function hold(pattern) {
  await page.setRequestInterception(true);
  const held = new Promise((resolve) => {
    let isHeld = false;
    page.on("request", (request) => {
      if (isHeld || !pattern.test(request.url())) return request.continue();
      isHeld = true;
      resolve(request);
    });
  });
  return () => held;
}

for (const [order, end] of [["later than that of the second", "continue"], ["never", "abort"]]) {
  test(`of two quick edits the first leaves no rule, though its style comes ${order}`, async () => {
    const style = "themes/bulletin/styles/90-own.css";
    write(style, "h1 { color: rgb(1, 1, 1); border-left: 9px solid red }");
    await page.goto(await start());
    await mark();
    const held = await hold(/assets\/style\./);
    write(style, "h1 { color: rgb(2, 2, 2); border-right: 9px solid red }");
    const request = await held();
    if (end === "abort") await request.abort();
    for (const color of ["rgb(3, 3, 3)", "rgb(4, 4, 4)"]) {
      write(style, `h1 { color: ${color} }`);
      await until((color) => getComputedStyle(document.querySelector("h1")).color === color, color);
      if (!request.isInterceptResolutionHandled()) await request.continue();
      await until(() => document.querySelectorAll("link[rel=stylesheet]").length === 2);
      assert.equal(await page.$eval("h1", (heading) => getComputedStyle(heading).borderWidth), "0px");
    }
    assert.ok(await isSame());
  });
}

test("what is wrong with an older edit does not come after what is wrong with the newest", async () => {
  await page.goto(`${await start()}issues/001.html`);
  const good = read(record);
  const held = await hold(/findings\.html$/);
  write(record, good.replace("status: completed", "status: <b>"));
  const request = await held();
  write(record, good.replace("status: completed", "status: <i>"));
  await until(() => document.querySelector("#gongkai-findings").innerText.includes("status: <i>"));
  await request.respond({ contentType: "text/html", body: "<p>older</p>" }).catch(() => {});
  await new Promise((late) => setTimeout(late, 300));
  assert.match(await page.$eval("#gongkai-findings", (element) => element.innerText), /status: <i>/);
});

test("a broken edit is explained over the last good page, and mending clears it", async () => {
  await page.goto(`${await start()}issues/001.html`);
  await mark();
  const good = read(record);
  write(record, good.replace("status: completed", "status: <b>"));
  await until(() => document.querySelector("#gongkai-findings").checkVisibility());
  const text = await page.$eval("#gongkai-findings", (element) => element.innerText);
  assert.match(text, /内容有误[^]*content\/1-projects\/001\.yaml:5:9[^]*status: <b>/);
  assert.match(await page.$eval("main", (element) => element.innerText), /串通投标/);
  await page.click("#gongkai-findings button");
  assert.ok(!(await isShown("findings")), "it can be put aside");
  write(record, good.replace("status: completed", "status: <i>"));
  await until(() => document.querySelector("#gongkai-findings").checkVisibility());
  write(record, good);
  await until(() => !document.querySelector("#gongkai-findings").checkVisibility());
  assert.ok(await isSame());
  assert.deepEqual(console_, []);
});

test("content that is broken from the start becomes the site", async () => {
  const good = read(record);
  write(record, good.replace("status: completed", "status: x"));
  await page.goto(`${await start()}issues/001.html`);
  assert.ok((await isShown("findings")) && (await isShown("preview")));
  write(record, good);
  await until(() => document.querySelector("main")?.innerText.includes("串通投标"));
});

test("a page in the background follows when it is seen again", async () => {
  await page.goto(await start());
  const front = await browser.newPage();
  await front.bringToFront();
  write(narrative, `${read(narrative)}\n后来写的。\n`);
  await page.bringToFront();
  await front.close();
  await until(() => document.querySelector("[data-pages]")?.dataset.pages === "2");
});

test("a page says when the preview has stopped, and follows the next one at the same address", async () => {
  const address = await start();
  await page.goto(address);
  await page.waitForFunction(() => document.readyState === "complete");
  await mark();
  await preview.stop();
  await until(() => document.querySelector("#gongkai-stopped").checkVisibility());
  await start(new URL(address).port);
  await until(() => window.isSame !== true && document.querySelector("#gongkai-stopped")?.checkVisibility() === false);
});

test("a page that never heard from its preview follows the next one as well", async () => {
  const front = await browser.newPage();
  await front.bringToFront();
  const address = await start();
  await page.goto(address);
  await mark();
  await preview.stop();
  await start(new URL(address).port);
  await page.bringToFront();
  await front.close();
  await until(() => window.isSame !== true && document.querySelector("#gongkai-stopped")?.checkVisibility() === false);
});
