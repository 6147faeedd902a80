// What is handed on as paper beside the pages themselves: one sheet for a notice board, codes that a telephone reads, the notice with its contents and
// a running head, and the charts as files.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { all, attribute, base, bytes, files, first, homes, none, openBrowser, outstandingIssue, pages, sample, serve, source, text, tidy } from "./shared.mjs";

let server, browser, folder;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "gongkai-paper-"));
  [server, browser] = await Promise.all([serve(), openBrowser()]);
});
after(async () => {
  await Promise.all([browser?.close(), server?.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const packed = (words) => words.replace(/\s+/g, "");

/** Prints a page. Gives what pdfinfo says of it and the text of each sheet without spaces. */
async function print(page) {
  const tab = await browser.tab();
  const path = join(folder, `${page.path.replaceAll("/", "-")}.pdf`);
  await tab.goto(server.url(page.path));
  await tab.pdf({ path, preferCSSPageSize: true, printBackground: false, timeout: 240_000 });
  await tab.close();
  const info = execFileSync("pdfinfo", [path], { encoding: "utf8" });
  const words = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8", maxBuffer: 1 << 26 });
  return { info, sheets: words.split("\f").slice(0, -1).map(packed) };
}

test("the poster is one sheet of A3 with the finding, every issue and whom to ask", async () => {
  const problems = [];
  for (const home of homes) {
    const page = sample("poster", home);
    const { info, sheets } = await print(page);
    const wrong = (what) => problems.push(`${page.path}: ${what}`);
    if (!/^Page size:\s+84[12](\.\d+)? x 119[01](\.\d+)? pts/m.test(info)) wrong(`is not A3: ${/^Page size.*/m.exec(info)}`);
    if (sheets.length !== 1) wrong(`takes ${sheets.length} sheets`);
    const h1 = packed(text(first(page.tree, "h1")));
    // Its lines are so high that a reader of PDF puts what stands above them between them.
    if (!h1.split(/[，,；;]/).every((words) => sheets[0].includes(words)) || h1 !== packed(text(first(home.tree, "h1")))) wrong(`does not say “${h1}”`);
    const issues = pages.filter((other) => other.root === home.root && other.kind === "issue").length;
    const cells = all(first(page.tree, "main"), "a").filter((a) => /^cell /.test(attribute(a, "class") ?? "")).length;
    if (cells !== issues) wrong(`has ${cells} squares for ${issues} issues`);
    const contact = sample("contact", home);
    const telephone = contact && all(first(contact.tree, "main"), "a").find((a) => /^tel:/.test(attribute(a, "href") ?? ""));
    if (telephone && !sheets[0].includes(packed(text(telephone)))) wrong("does not say whom to call");
  }
  none(problems);
});

test("an issue on paper has a code beside how to cite it; a screen does not show it", { skip: !base && "built without a base address" }, async () => {
  const tab = await browser.tab();
  for (const home of homes) {
    await tab.goto(server.url((outstandingIssue(home) ?? sample("issue", home)).path));
    const shown = () => tab.evaluate(() => document.querySelector(".issue-foot .qr").checkVisibility());
    assert.equal(await shown(), false, home.path);
    await tab.emulateMediaType("print");
    assert.equal(await shown(), true, home.path);
    await tab.emulateMediaType("screen");
  }
});

test("the printed notice has its contents, and the section of an issue at the head of every sheet", async () => {
  const problems = [];
  for (const home of homes) {
    const page = sample("notice", home);
    const { sheets } = await print(page);
    const running = all(page.tree).filter((element) => attribute(element, "class") === "running");
    const heads = running.map((element) => packed(text(element)));
    const entries = all(all(page.tree).find((element) => attribute(element, "class") === "contents"), "li");
    for (const entry of entries) if (!sheets.slice(0, 3).join("").includes(packed(text(first(entry, "a"))))) problems.push(`${page.path}: “${tidy(text(entry))}” is not in the contents`);
    // Where a section begins its words stand as running head and as heading; the contents have them as well.
    const times = (sheet, head) => sheet.split(head).length - 1;
    const starts = heads.map((head) => sheets.findIndex((sheet, at) => times(sheet, head) >= (at === 0 ? 3 : 2)));
    for (const [n, head] of heads.entries()) {
      if (starts[n] < 0) problems.push(`${page.path}: “${head}” does not stand above its section`);
      const end = starts[n + 1] ?? starts[n] + 1;
      for (let at = starts[n] + 1; at < end; at++) if (!sheets[at].startsWith(head)) problems.push(`${page.path}: sheet ${at + 1} does not begin with “${head}”`);
    }
  }
  none(problems);
});

test("every chart is a picture with words, one that needs no font, and a table; pages link to all three", async () => {
  const tab = await browser.tab();
  const problems = [];
  for (const home of homes) {
    const charts = files.filter((path) => path.startsWith(`${home.root}charts/`) && path.endsWith(".svg"));
    assert.ok(charts.length >= 2, `${home.root}: ${charts}`);
    const linked = pages.filter((page) => page.root === home.root).flatMap((page) => all(page.tree, "a").map((a) => attribute(a, "href")));
    for (const path of charts) {
      const stem = path.slice(0, -".svg".length);
      for (const ending of ["svg", "png", "csv"]) {
        if (!files.includes(`${stem}.${ending}`)) problems.push(`${stem}.${ending} is not there`);
        if (!linked.includes(`${stem.slice(home.root.length)}.${ending}`)) problems.push(`${stem}.${ending} is not linked`);
      }
      const rows = source(`${stem}.csv`).trim().split("\r\n").length;
      if (rows < 3) problems.push(`${stem}.csv has ${rows} rows`);
      await tab.goto(server.url(path));
      const drawn = await tab.evaluate(() => ({
        title: document.querySelector("title").textContent,
        outside: [...document.querySelectorAll("text")].filter((words) => words.getBBox().x + words.getBBox().width > document.documentElement.viewBox.baseVal.width || words.getBBox().x < 0).map((words) => words.textContent),
      }));
      if (packed(drawn.title) !== packed(text(first(home.tree, "h1")))) problems.push(`${path}: is called “${drawn.title}”`);
      problems.push(...drawn.outside.map((words) => `${path}: “${words}” leaves the picture`));
      const png = bytes(`${stem}.png`);
      const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
      if (width !== 1200 || height < 300 || !png.includes(Buffer.from(drawn.title))) problems.push(`${stem}.png is ${width} × ${height}, or does not say what it is`);
    }
  }
  none(problems);
});
