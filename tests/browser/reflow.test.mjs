// At 320 px, which is 400 % of 1280, nothing is cut off and nothing scrolls sideways but a wide table in a region of its own.

import { after, before, test } from "node:test";
import { eachPage, largePrint, none, openBrowser, pages, samples, serve } from "./shared.mjs";

let server, browser;
before(async () => ([server, browser] = await Promise.all([serve(), openBrowser()])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** In the page: whatever is wider than its place. */
function tooWide() {
  const wide = [];
  const label = (element) => `${element.localName}${element.id ? `#${element.id}` : element.classList.length ? `.${element.classList[0]}` : ""} “${(element.textContent ?? "").trim().slice(0, 30)}”`;
  const scroller = (element) => {
    for (let e = element.parentElement; e && e !== document.body; e = e.parentElement) if (/auto|scroll/.test(getComputedStyle(e).overflowX)) return e;
    return null;
  };
  // What is hidden from sight, but not from screen readers, is a pixel wide and cut off.
  const isUnseen = (element) => {
    for (let e = element; e; e = e.parentElement) if (getComputedStyle(e).clipPath !== "none" || e.matches("a[href='#main']")) return true;
    return false;
  };
  const root = document.scrollingElement;
  if (root.scrollWidth > innerWidth) wide.push(`the page is ${root.scrollWidth} px wide`);
  for (const element of document.body.querySelectorAll("*")) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest("svg") || isUnseen(element)) continue;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (box.right > innerWidth + 1 && !scroller(element)) wide.push(`${label(element)} ends at ${Math.round(box.right)} px`);
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) {
      if (/auto|scroll/.test(style.overflowX)) {
        const isRegion = element.getAttribute("role") === "region" && element.tabIndex === 0 && (element.ariaLabel || element.getAttribute("aria-labelledby"));
        if (!isRegion || !element.querySelector("table")) wide.push(`${label(element)} scrolls sideways without being a named region with a table that takes the focus`);
      } else if (/hidden|clip/.test(style.overflowX)) wide.push(`${label(element)} is cut off`);
    }
  }
  return wide;
}

test("no page scrolls sideways or is cut off at 320 px", async () => {
  const problems = await eachPage(
    pages,
    () => browser.tab({ width: 320, height: 640 }),
    async (tab, page) => {
      await tab.goto(server.url(page.path));
      return tab.evaluate(tooWide);
    },
  );
  none(problems);
});

test("no kind of page scrolls sideways in large print on a phone", async () => {
  const problems = await eachPage(
    samples,
    () => browser.tab({ width: 360, height: 740 }),
    async (tab, page) => {
      await tab.goto(server.url(page.path));
      if (!(await tab.evaluate(() => document.querySelector("#large-print").checked))) await largePrint(tab);
      return (await tab.evaluate(tooWide)).map((problem) => `large print: ${problem}`);
    },
  );
  none(problems);
});

// WCAG 1.4.12: a reader may set wider lines, paragraphs, letters and words, and loses nothing.
test("no kind of page loses text when a reader spaces it out", async () => {
  const problems = await eachPage(
    samples,
    () => browser.tab({ width: 640, bypass: true }),
    async (tab, page) => {
      await tab.goto(server.url(page.path));
      await tab.addStyleTag({ content: "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }" });
      return tab.evaluate(tooWide);
    },
  );
  none(problems);
});

/** In the page: targets smaller than 24 × 24 px. Links within a sentence are excepted; so is, as in WCAG 2.5.8, what has room of that size around it. */
function tooSmall() {
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const targets = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].filter(isShown);
  const boxOf = (element) => (element.closest("label") ?? element).getBoundingClientRect();
  const isInSentence = (element) => {
    if (element.localName !== "a" || getComputedStyle(element).display !== "inline") return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const words = [...block.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE || !node.matches?.("a, svg, ul, ol, table, dl") ? node.textContent : "")).join("");
    return /[\p{L}\p{N}]{2,}/u.test(words.replaceAll(element.textContent, ""));
  };
  const small = targets.filter((element) => {
    const { width, height } = boxOf(element);
    return (width < 24 || height < 24) && !isInSentence(element) && !element.matches("a[href='#main']");
  });
  const gap = (a, b) => Math.hypot(Math.max(0, b.left - a.x, a.x - b.right), Math.max(0, b.top - a.y, a.y - b.bottom));
  const centre = (box) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
  return small
    .filter((element) => {
      const middle = centre(boxOf(element));
      return targets.some((other) => {
        if (other === element || element.closest("label")?.contains(other)) return false;
        const isSmall = small.includes(other);
        const apart = isSmall ? Math.hypot(middle.x - centre(boxOf(other)).x, middle.y - centre(boxOf(other)).y) : gap(middle, boxOf(other));
        return apart < (isSmall ? 24 : 12);
      });
    })
    .map((element) => `${element.localName} “${element.textContent.trim().slice(0, 30)}” is ${Math.round(boxOf(element).width)} × ${Math.round(boxOf(element).height)} px`);
}

for (const width of [320, 1280]) {
  test(`targets are 24 × 24 px or have that room, at ${width} px`, async () => {
    const problems = await eachPage(
      samples,
      () => browser.tab({ width }),
      async (tab, page) => {
        await tab.goto(server.url(page.path));
        return tab.evaluate(tooSmall);
      },
    );
    none(problems);
  });
}
