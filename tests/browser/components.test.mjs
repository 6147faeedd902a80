// The page of all components, which the preview shows to whoever changes the theme: every component has examples, and axe finds nothing wrong.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { putAxeIn, violations } from "./axe.mjs";
import { startPreview } from "./preview.mjs";
import { emulate, none, openBrowser } from "./shared.mjs";

const templates = join(import.meta.dirname, "../../themes/bulletin/templates/components");
const addresses = ["_components.html", "en/_components.html"];

let browser, preview;
before(async () => ([browser, preview] = await Promise.all([openBrowser(), startPreview(join(import.meta.dirname, "../suite/fixtures/small"))])));
after(() => Promise.all([browser?.close(), preview?.stop()]));

/** Names of the components that the templates define, read without gongkai. */
function defined() {
  const sources = readdirSync(templates).map((name) => readFileSync(join(templates, name), "utf8"));
  return sources.flatMap((source) => [...source.matchAll(/\{%-? component (\w+)/g)].map(([, name]) => name)).sort();
}

test("every component is shown with at least one example", async () => {
  const tab = await browser.tab();
  for (const address of addresses) {
    await tab.goto(preview.address + address);
    const shown = await tab.$$eval(".gongkai-component", (parts) => parts.map((part) => [part.querySelector("h2").textContent, part.querySelectorAll(".gongkai-example").length]));
    assert.deepEqual(shown.map(([name]) => name).sort(), defined());
    none(shown.filter(([, examples]) => examples === 0).map(([name]) => `${address}: ${name} has no example`));
  }
});

for (const width of [360, 1280]) {
  test(`no violation and no scrolling sideways at ${width} px, in light and in dark`, async () => {
    const tab = await browser.tab({ width, bypass: true });
    const problems = [];
    for (const address of addresses) {
      await tab.goto(preview.address + address);
      await putAxeIn(tab);
      for (const scheme of ["light", "dark"]) {
        await emulate(tab, { "prefers-color-scheme": scheme });
        problems.push(...(await violations(tab)).map((violation) => `${address}, ${scheme}: ${violation}`));
      }
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (wide > 0) problems.push(`${address}: ${wide} px too wide`);
    }
    none(problems);
  });
}
