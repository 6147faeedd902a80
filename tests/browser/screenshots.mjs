// Pictures of every kind of page for a reviewer: node screenshots.mjs OUTDIR. Names tell page, language, width and mode.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { emulate, fileUrl, openBrowser, samples } from "./shared.mjs";

const out = process.argv[2] ?? "screenshots";
mkdirSync(out, { recursive: true });
const browser = await openBrowser();
for (const page of samples) {
  const name = page.path.replace(/[/.]/g, "-");
  for (const width of [360, 768, 1440]) {
    for (const scheme of ["light", "dark"]) await picture(page, `${name}-${width}-${scheme}`, { width, scheme });
  }
  await picture(page, `${name}-360-large`, { width: 360, large: true });
  await paper(page, `${name}.pdf`);
}
await browser.close();

async function picture(page, name, { width, scheme = "light", large = false }) {
  const tab = await browser.tab({ width, scheme });
  await tab.goto(fileUrl(page.path));
  if (large) await tab.evaluate(() => (document.getElementById("large-print").checked = true));
  await tab.screenshot({ path: join(out, `${name}.png`), fullPage: page.kind !== "notice" });
  await tab.close();
}

async function paper(page, name) {
  const tab = await browser.tab();
  await emulate(tab, {}, "print");
  await tab.goto(fileUrl(page.path));
  await tab.pdf({ path: join(out, name), preferCSSPageSize: true });
  await tab.close();
}
