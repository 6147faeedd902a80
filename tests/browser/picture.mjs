// The picture of the README: node picture.mjs OUTFILE.webp. The home page on a desktop and on a phone, and the full notice on paper, side by side.
// It needs a built site (SITE, by default ../../public) and pdftoppm of poppler-utils.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { emulate, fileUrl, openBrowser, sample } from "./shared.mjs";

const out = process.argv[2] ?? "../../.readme/notice.webp";
const work = mkdtempSync(join(tmpdir(), "gongkai-picture-"));
const browser = await openBrowser();
await screen("desktop", 1200, 860);
await screen("phone", 390, 800);
await paper();
await compose();
await browser.close();
rmSync(work, { recursive: true, force: true });
console.log(`${out}: ${Math.round(statSync(out).size / 1024)} KB`);

async function screen(name, width, height) {
  const tab = await browser.tab({ width, height });
  await tab.setViewport({ width, height, deviceScaleFactor: 2 });
  await tab.goto(fileUrl(sample("home").path));
  await tab.screenshot({ path: join(work, `${name}.png`) });
  await tab.close();
}

/** The first sheet of the full notice. */
async function paper() {
  const tab = await browser.tab();
  await emulate(tab, {}, "print");
  await tab.goto(fileUrl(sample("notice").path));
  const pdf = join(work, "paper.pdf");
  await tab.pdf({ path: pdf, preferCSSPageSize: true });
  await tab.close();
  execFileSync("pdftoppm", ["-png", "-r", "150", "-f", "1", "-l", "1", "-singlefile", pdf, join(work, "paper")]);
}

async function compose() {
  const picture = (name) => `data:image/png;base64,${readFileSync(join(work, `${name}.png`)).toString("base64")}`;
  const page = join(work, "picture.html");
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><style>
      body { margin: 0; width: 1240px; height: 610px; background: #e8ebef; position: relative; overflow: hidden }
      img { position: absolute; display: block; background: #fff; box-shadow: 0 1px 2px #0003, 0 10px 28px #0002 }
      .desktop { left: 28px; top: 36px; width: 742px; border-radius: 6px }
      .phone { left: 706px; top: 150px; width: 206px; border-radius: 18px; border: 6px solid #20242b }
      .paper { left: 934px; top: 84px; width: 278px }
    </style><img class="desktop" src="${picture("desktop")}"><img class="phone" src="${picture("phone")}"><img class="paper" src="${picture("paper")}">`,
  );
  const tab = await browser.tab();
  await tab.setViewport({ width: 1240, height: 610, deviceScaleFactor: 2 });
  await tab.goto(pathToFileURL(page).href);
  const form = out.endsWith(".png") ? {} : { type: "webp", quality: 82 };
  await tab.screenshot({ path: out, ...form });
  await tab.close();
}
