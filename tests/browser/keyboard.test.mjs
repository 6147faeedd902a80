// The keyboard alone: the first stop skips to the text, every stop is seen and comes in reading order, every control is reached, nothing traps.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { homes, isOfFirstLanguage, none, openBrowser, sample, serve } from "./shared.mjs";

let server, browser;
before(async () => ([server, browser] = await Promise.all([serve(), openBrowser()])));
after(() => Promise.all([browser?.close(), server?.close()]));

const walked = homes.flatMap((home) => ["home", "issue", "issues", "statistics"].map((kind) => sample(kind, home)));

/** In the page: what it takes to describe a stop, and the list of all that Tab should reach. */
function install() {
  const indicators = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "borderTopColor", "borderBottomColor", "backgroundColor", "color", "textDecorationLine"];
  const label = (element) => `${element.localName}${element.id ? `#${element.id}` : ""} “${(element.innerText || element.getAttribute("aria-label") || "").trim().slice(0, 30)}”`;
  const look = (element) => {
    const style = getComputedStyle(element);
    return Object.fromEntries(indicators.map((name) => [name, style[name]]));
  };
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  window.stops = [];
  window.keyboard = {
    expected: () => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter((e) => e.tabIndex >= 0 && !e.disabled && isShown(e)),
    // Notes where the focus is. Gives what is needed outside, or nothing when it has left the page.
    note() {
      const element = document.activeElement;
      if (!element || element === document.body || element === document.documentElement) return null;
      const box = element.getBoundingClientRect();
      const rects = [...element.getClientRects()];
      const spot = rects.map((rect) => [rect.x + rect.width / 2, rect.y + Math.min(rect.height / 2, 20)]);
      const seen = spot.some(([x, y]) => {
        const top = document.elementFromPoint(x, y);
        return top && (element.contains(top) || top.contains(element));
      });
      const landmark = element.closest("header, nav, main, footer")?.localName ?? "body";
      window.stops.push({ element, focused: look(element), seen, matches: element.matches(":focus-visible") });
      return { label: label(element), box: { x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height }, form: `${landmark} ${element.localName} ${element.type ?? ""} ${getComputedStyle(element).display}` };
    },
    // With the focus gone, compares every stop with how it looks now.
    judge() {
      document.activeElement.blur();
      const problems = [];
      window.stops.forEach(({ element, focused, seen, matches }, index) => {
        const wrong = (what) => problems.push(`${label(element)} ${what}`);
        const plain = look(element);
        const outlined = focused.outlineStyle !== "none" && parseFloat(focused.outlineWidth) >= 2 && focused.outlineColor !== "rgba(0, 0, 0, 0)";
        if (!outlined && !indicators.some((name) => !name.startsWith("outline") && focused[name] !== plain[name])) wrong("does not show that it has the focus");
        if (!matches) wrong("is not :focus-visible");
        if (!seen) wrong("is out of sight or covered while it has the focus");
        const before = window.stops[index - 1]?.element;
        if (before && !(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) wrong(`comes after ${label(before)}, against the order of the page`);
      });
      const reached = new Set(window.stops.map(({ element }) => element));
      for (const element of this.expected()) if (!reached.has(element)) problems.push(`${label(element)} is not reached`);
      for (const element of document.querySelectorAll("[tabindex]")) if (element.tabIndex > 0) problems.push(`${label(element)} has a positive tabindex`);
      return problems;
    },
  };
}

async function open(page, options) {
  const tab = await browser.tab({ height: 800, ...options });
  await tab.goto(server.url(page.path));
  // Where a page takes the focus itself, the walk still begins at its top.
  await tab.evaluate(() => document.activeElement.blur());
  await tab.evaluate(install);
  return tab;
}

/** A picture of the place around a box of the document. */
const shot = (tab, { x, y, width, height }) =>
  tab.screenshot({ clip: { x: Math.max(0, x - 8), y: Math.max(0, y - 8), width: width + 16, height: Math.min(height + 16, 200) }, captureBeyondViewport: false });

for (const page of walked) {
  describe(page.path, () => {
    test("Tab goes through every control once, in order and in sight, and comes out at the end", async () => {
      const tab = await open(page);
      const expected = await tab.evaluate(() => window.keyboard.expected().length);
      assert.ok(expected > 10, `only ${expected} controls`);
      let stop;
      let count = 0;
      do {
        await tab.keyboard.press("Tab");
        stop = await tab.evaluate(() => (document.activeElement === window.stops[0]?.element ? null : window.keyboard.note()));
        count += 1;
      } while (stop && count < expected + 20);
      const problems = await tab.evaluate(() => window.keyboard.judge());
      if (stop) problems.push(`Tab does not come out after ${count} stops: ${stop.label}`);
      await tab.close();
      none(problems);
    });

    test("Shift and Tab go back the same way", async () => {
      const tab = await open(page);
      const forward = [];
      for (let i = 0; i < 25; i += 1) {
        await tab.keyboard.press("Tab");
        forward.push(await tab.evaluate(() => window.keyboard.note()?.label));
      }
      const back = [forward.at(-1)];
      for (let i = 1; i < 25; i += 1) {
        await tab.keyboard.down("Shift");
        await tab.keyboard.press("Tab");
        await tab.keyboard.up("Shift");
        back.push(await tab.evaluate(() => window.keyboard.note()?.label));
      }
      await tab.close();
      assert.deepEqual(back.reverse(), forward);
    });

    const colours = { skip: !isOfFirstLanguage(page) && "no colour depends on the language" };

    test("the focus is seen in the picture itself, in light and in dark", colours, async () => {
      const problems = [];
      for (const scheme of ["light", "dark"]) {
        const tab = await open(page, { scheme });
        const forms = new Set();
        for (let i = 0; i < 45; i += 1) {
          await tab.keyboard.press("Tab");
          const stop = await tab.evaluate(() => window.keyboard.note());
          if (!stop) break;
          // One of each form is enough: the same place, the same element, the same display.
          if (forms.has(stop.form)) continue;
          forms.add(stop.form);
          const focused = await shot(tab, stop.box);
          await tab.evaluate(() => (window.last = document.activeElement).blur());
          const plain = await shot(tab, stop.box);
          await tab.evaluate(() => window.last.focus({ preventScroll: true, focusVisible: true }));
          if (Buffer.compare(Buffer.from(focused), Buffer.from(plain)) === 0) problems.push(`${scheme}: ${stop.label} looks the same with and without the focus`);
        }
        if (forms.size < 4) problems.push(`${scheme}: only ${forms.size} forms of controls were seen`);
        await tab.close();
      }
      none(problems);
    });

    test("the first stop is the skip link: out of sight until it has the focus, then it leads to the text", async () => {
      const tab = await open(page);
      const isInSight = () =>
        tab.evaluate(() => {
          const box = document.querySelector('a[href="#main"]').getBoundingClientRect();
          return box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth && box.width > 20 && box.height > 20;
        });
      assert.equal(await isInSight(), false, "the skip link is in sight before it has the focus");
      await tab.keyboard.press("Tab");
      assert.equal(await tab.evaluate(() => document.activeElement.getAttribute("href")), "#main");
      assert.equal(await isInSight(), true, "the skip link is not in sight when it has the focus");
      await tab.keyboard.press("Enter");
      assert.equal(await tab.evaluate(() => document.activeElement.id), "main", "the skip link does not move the focus to main");
      await tab.keyboard.press("Tab");
      assert.ok(await tab.evaluate(() => document.activeElement.closest("main") !== null), "the next stop is not in main");
      await tab.close();
    });
  });
}

test("Space ticks large print, which stays ticked on the next page", async () => {
  const tab = await browser.tab();
  await tab.goto(server.url(homes[0].path));
  const size = () => tab.evaluate(() => parseFloat(getComputedStyle(document.querySelector("main p")).fontSize));
  const before = await size();
  await tab.focus("#large-print");
  await tab.keyboard.press("Space");
  assert.ok((await size()) >= before * 1.25, "the text is not larger");
  await tab.goto(server.url(sample("issue").path));
  assert.equal(await tab.evaluate(() => document.querySelector("#large-print").checked), true, "large print is forgotten on the next page");
  await tab.focus("#large-print");
  await tab.keyboard.press("Space");
  await tab.goto(server.url(homes[0].path));
  assert.equal(await size(), before);
});
