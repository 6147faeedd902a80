// Other media: paper, forced colours, reduced motion, dark; and a layout that stands still while it loads.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { all, ancestors, attribute, base, eachPage, emulate, first, homes, isOfFirstLanguage, listen, none, openBrowser, outstandingIssue, sample, samples, serve, text, tidy, visit } from "./shared.mjs";

let server, browser, folder, scale, screens;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "gongkai-print-"));
  [server, browser] = await Promise.all([serve(), openBrowser()]);
  scale = await browser.tab({ apart: true });
  screens = visit(samples, openScreen, look, 2);
});
after(async () => {
  await Promise.all([browser?.close(), server?.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const isInMain = (element) => ancestors(element).some((ancestor) => ancestor.tagName === "main");
const footer = (page) => all(page.tree, "footer").find((element) => !isInMain(element));
const packed = (words) => words.replace(/\s+/g, "");

/** Every page is printed once, whichever test asks first. */
const prints = new Map();
const print = (tab, page) => prints.get(page) ?? prints.set(page, printed(tab, page)).get(page);

/** Prints a page. Gives its text without spaces, since a PDF breaks lines where it likes, and what pdfinfo says of it. */
async function printed(tab, page) {
  const path = join(folder, `${page.path.replaceAll("/", "-")}.pdf`);
  await tab.goto(server.url(page.path));
  await tab.pdf({ path, preferCSSPageSize: true, printBackground: false, timeout: 240_000 });
  const info = execFileSync("pdfinfo", [path], { encoding: "utf8" });
  const words = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8", maxBuffer: 1 << 26 });
  return { path, info, words, packed: packed(words), sheets: Number(/^Pages:\s+(\d+)/m.exec(info)[1]) };
}

const whole = homes.flatMap((home) => [sample("notice", home), outstandingIssue(home) ?? sample("issue", home)]);

test("the full notice and an issue print on A4 with issuer and date, without the furniture of the screen", async () => {
  const tab = await browser.tab();
  const heard = await listen(tab, server.url(""));
  const problems = [];
  for (const page of whole) {
    const pdf = await print(tab, page);
    const wrong = (what) => problems.push(`${page.path}: ${what}`);
    if (!/^Page size:\s+59[45](\.\d+)? x 84[12](\.\d+)? pts/m.test(pdf.info)) wrong(`is not A4: ${/^Page size.*/m.exec(pdf.info)}`);
    const [issuer] = all(footer(page), "dd");
    const [date] = all(footer(page), "time");
    for (const wanted of [issuer, date, first(page.tree, "h1")].map((element) => tidy(text(element)))) if (!pdf.packed.includes(packed(wanted))) wrong(`“${wanted}” is not printed`);
    const skip = all(first(page.tree, "body"), "a")[0];
    const menu = all(first(page.tree, "header"), "a").at(-1);
    for (const unwanted of [skip, menu, all(page.tree, "label")[0]].map((element) => packed(text(element)))) if (pdf.packed.includes(unwanted)) wrong(`“${unwanted}” is printed`);
    problems.push(...(await heard()).map((problem) => `${page.path}: ${problem}`));
  }
  none(problems);
});

test("the full notice ends with issuer and date, and has every issue and a number on every sheet", async () => {
  const tab = await browser.tab();
  const problems = [];
  for (const home of homes) {
    const page = sample("notice", home);
    const pdf = await print(tab, page);
    const end = pdf.packed.slice(-200);
    const date = tidy(text(all(footer(page), "time")[0]));
    if (!end.includes(packed(date))) problems.push(`${page.path}: does not end with “${date}” but “${end.slice(-60)}”`);
    for (const heading of all(first(page.tree, "main")).filter((element) => /^h[2-5]$/.test(element.tagName) && !ancestors(element).some((a) => a.tagName === "nav"))) {
      if (!pdf.packed.includes(packed(text(heading)))) problems.push(`${page.path}: the heading “${tidy(text(heading))}” is not printed`);
    }
    const sheets = pdf.words.split("\f").slice(0, pdf.sheets);
    if (pdf.sheets < 2) problems.push(`${page.path}: ${pdf.sheets} sheet`);
    sheets.forEach((sheet, index) => sheet.includes(String(index + 1)) || problems.push(`${page.path}: sheet ${index + 1} has no number`));
  }
  none(problems);
});

/** Lines that were torn apart so that they end at the margin: a tool that reads words sees characters there, each on its own. */
test("no line of the printed notice is torn apart", async () => {
  const tab = await browser.tab();
  const problems = [];
  for (const home of homes) {
    const page = sample("notice", home);
    const { path: file } = await print(tab, page);
    const layout = execFileSync("pdftotext", ["-bbox-layout", file, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
    for (const [line] of layout.matchAll(/<line .*?<\/line>/gs)) {
      const words = [...line.matchAll(/<word [^>]*>(.*?)<\/word>/g)].map(([, word]) => word);
      if (words.filter((word) => [...word].length === 1).length >= 8) problems.push(`${page.path}: “${words.join("")}”`);
    }
  }
  none(problems);
});

test("every kind of page prints its heading and, if it has one, its address", async () => {
  const problems = await eachPage(samples, browser.tab, async (tab, page) => {
    const pdf = await print(tab, page);
    const wanted = [first(page.tree, "h1"), ["notice", "poster"].includes(page.kind) || !base ? undefined : first(page.tree, "link")].filter(Boolean);
    const words = wanted.map((element) => attribute(element, "href") ?? tidy(text(element)));
    return words.filter((word) => !pdf.packed.includes(packed(word))).map((word) => `“${word}” is not printed`);
  });
  none(problems);
});

// ---- The screen: every kind of page in one visit, its colours in one language. Only a tab in front is painted: each has a window of its own ----

async function openScreen() {
  const tab = await browser.tab({ apart: true });
  tab.heard = await listen(tab, server.url(""));
  await tab.evaluateOnNewDocument(() => {
    window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value, sources }) => ({ value, node: sources[0]?.node?.localName })))).observe({ type: "layout-shift", buffered: true });
  });
  return tab;
}

async function look(tab, page, say) {
  for (const width of [360, 1280]) {
    await tab.setViewport({ width, height: 900 });
    await tab.goto(server.url(page.path));
    say("jumps", await jumps(tab, width));
  }
  say("motion", await tab.evaluate(moving));
  say("silence", await tab.heard());
  if (!isOfFirstLanguage(page)) return;
  say("looks", [...(await blanks(tab)), ...(await tab.heard())]);
  await emulate(tab, looks["forced colours"].features);
  say("forced colours", await tab.evaluate(unseen));
  await emulate(tab, {});
}

// ---- Pictures -----------------------------------------------------------------------------------------------------------------------------------

/** Measures a picture in a tab of its own: how many colours it has, and what part of it is not of its commonest colour. */
async function measure(scale, picture) {
  return scale.evaluate(async (address) => {
    const image = await createImageBitmap(await (await fetch(address)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const counts = new Map();
    for (let i = 0; i < data.length; i += 16) {
      const colour = (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    const [ground, most] = [...counts].sort((a, b) => b[1] - a[1])[0];
    const light = ((ground >> 16) * 2 + ((ground >> 8) & 255) * 5 + (ground & 255)) / (8 * 255);
    return { colours: counts.size, ink: 1 - most / (data.length / 16), light };
  }, `data:image/png;base64,${Buffer.from(picture).toString("base64")}`);
}

const looks = {
  light: { features: { "prefers-color-scheme": "light" }, isLight: true },
  dark: { features: { "prefers-color-scheme": "dark" }, isLight: false },
  "forced colours": { features: { "forced-colors": "active", "prefers-color-scheme": "dark" }, isLight: false },
  "more contrast": { features: { "prefers-contrast": "more" }, isLight: true },
  print: { features: {}, media: "print", isLight: true },
};

/** The looks in which a page is blank, or dark where it should be light. */
async function blanks(tab) {
  const found = [];
  for (const [name, { features, media, isLight }] of Object.entries(looks)) {
    await emulate(tab, features, media);
    const { colours, ink, light } = await measure(scale, await tab.screenshot({ optimizeForSpeed: true }));
    if (colours < 8 || ink < 0.01 || ink > 0.75) found.push(`${name}: ${colours} colours, ${Math.round(ink * 100)} % of it not ground`);
    if (light > 0.5 !== isLight) found.push(`${name}: the ground is ${light > 0.5 ? "light" : "dark"}`);
  }
  return found;
}

/** In the page, in forced colours: drawings that are not seen, and current links that look like any other. */
function unseen() {
  const ground = getComputedStyle(document.body).backgroundColor === "rgba(0, 0, 0, 0)" ? getComputedStyle(document.documentElement).backgroundColor : getComputedStyle(document.body).backgroundColor;
  const found = matchMedia("(forced-colors: active)").matches ? [] : ["forced colours are not emulated"];
  for (const svg of document.querySelectorAll("main svg:not(svg svg)")) {
    if (!svg.checkVisibility()) continue;
    const shapes = [...svg.querySelectorAll("rect, circle, path, line, polyline, polygon, text")];
    const isSeen = shapes.some((shape) => {
      const { fill, stroke } = getComputedStyle(shape);
      return [fill, stroke].some((paint) => paint !== "none" && paint !== ground && paint !== "rgba(0, 0, 0, 0)");
    });
    if (!isSeen) found.push(`a drawing of class “${svg.getAttribute("class")}” has the colour of the ground`);
  }
  for (const cell of document.querySelectorAll("a.cell")) {
    const { backgroundImage, backgroundColor } = getComputedStyle(cell);
    const isEmpty = / 0%, [^%]* 0%/.test(backgroundImage); // its level fills nothing of it
    const isOnPaper = isEmpty || backgroundImage === "none" || backgroundImage.replaceAll(" 0px", "").startsWith(`linear-gradient(${ground}, ${ground})`);
    if (!isOnPaper) found.push(`the number in “${cell.className}” stands on ${backgroundImage.slice(0, 60)} ${backgroundColor}`);
  }
  for (const link of document.querySelectorAll("nav [aria-current]")) {
    if (!link.checkVisibility()) continue;
    const sibling = [...link.closest("nav").querySelectorAll("a")].find((other) => other !== link && !other.hasAttribute("aria-current"));
    if (!sibling || link.localName !== "a") continue;
    const marks = ["fontWeight", "textDecorationLine", "borderBottomColor", "borderBottomWidth", "outlineStyle", "color"];
    const [mine, theirs] = [getComputedStyle(link), getComputedStyle(sibling)];
    if (marks.every((mark) => mine[mark] === theirs[mark])) found.push(`the current link “${link.textContent.trim()}” looks like any other`);
  }
  return [...new Set(found)];
}

/** In the page: what moves, or would in some state. */
function moving() {
  const found = document.getAnimations().map((animation) => `${animation.animationName ?? animation.transitionProperty} runs`);
  for (const element of [document.documentElement, ...document.body.querySelectorAll("*")]) {
    const style = getComputedStyle(element);
    const isLong = (times) => times.split(",").some((time) => parseFloat(time) > 0.01);
    if (isLong(style.transitionDuration) || (style.animationName !== "none" && isLong(style.animationDuration))) found.push(`${element.localName} moves`);
    if (style.scrollBehavior === "smooth") found.push(`${element.localName} scrolls smoothly`);
  }
  return [...new Set(found)];
}

async function jumps(tab, width) {
  const shifts = await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(window.shifts), 60))));
  const sum = shifts.reduce((total, { value }) => total + value, 0);
  return sum > 0.01 ? [`${width} px: the layout shifts by ${sum.toFixed(3)}, first <${shifts[0].node}>`] : [];
}

test("every kind of page is silent on a phone and on a desk", async () => none(await screens("silence")));

test("no kind of page is blank, in any look, and dark is dark", async () => none(await screens("looks")));

test("forced colours leave every drawing visible and every current link marked", async () => none(await screens("forced colours")));

test("with reduced motion nothing moves, in no state", async () => none(await screens("motion")));

test("nothing jumps while a page loads, on a phone and on a desk", async () => none(await screens("jumps")));
