// What Lighthouse says of home, section, issue and statistics in every language, as seen on a phone, served by nginx as `gongkai hosting nginx`
// sets it up. Run it alone, on a machine with nothing else to do:
//
//   (cd tests/browser && npm ci) && cd tests/browser/lighthouse && npm ci && node run.mjs
//
// GONGKAI, SITE, CHROMIUM  as for the tests. Any score that stays below 100 is explained, and makes the exit code 1.

import { rmSync } from "node:fs";
import { dirname } from "node:path";
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";
import { freePort, host, published } from "../hosts.mjs";
import { homes, sample } from "../shared.mjs";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const KINDS = ["home", "section", "issue", "statistics"];

/** The best scores of a page in three runs, since whatever else the machine does only slows it; and the audits that cost points. */
async function judged(address, browser) {
  let best;
  for (let run = 0; run < 3 && !best?.isPerfect; run++) {
    const one = await judgedOnce(address, browser);
    if (!best || one.sum > best.sum) best = one;
  }
  return best;
}

async function judgedOnce(address, browser) {
  const { lhr } = await lighthouse(address, { port: new URL(browser.wsEndpoint()).port, onlyCategories: CATEGORIES, logLevel: "error" });
  const scores = CATEGORIES.map((category) => Math.round(lhr.categories[category].score * 100));
  const isLacking = ({ id, weight }) => weight > 0 && (lhr.audits[id].score ?? 1) < 0.9;
  const reasons = CATEGORIES.flatMap((category) => lhr.categories[category].auditRefs.filter(isLacking)).map(({ id }) => `${id}: ${lhr.audits[id].displayValue ?? lhr.audits[id].title}`);
  return { scores, reasons, sum: scores.reduce((a, b) => a + b), isPerfect: scores.every((score) => score === 100) };
}

// Canonical and alternate addresses name the site's own host, so the site is built for the one that serves it here.
const at = await freePort();
const site = published(`http://127.0.0.1:${at}/`);
const server = await host("nginx", "/", site, at);
const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--headless=new", "--no-sandbox"] });
try {
  console.log(["page".padEnd(44), ...CATEGORIES].join("  "));
  for (const page of homes.flatMap((home) => KINDS.map((kind) => sample(kind, home)))) {
    // Search engines know a home by its folder, as its canonical address says.
    const { scores, reasons, isPerfect } = await judged(server.url(page.path.replace(/index\.html$/, "")), browser);
    console.log([page.path.padEnd(44), ...scores.map((score, i) => String(score).padStart(CATEGORIES[i].length))].join("  "));
    if (isPerfect) continue;
    for (const reason of reasons) console.log(`    ${reason}`);
    process.exitCode = 1;
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(dirname(site), { recursive: true });
}
