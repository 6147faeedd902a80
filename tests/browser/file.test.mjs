// Every page that is built of something of its own, opened from the folder without any server, works as well: a clerk
// looks at a folder, an inspector gets it on a stick. That the links and resources of all others lead to files is for
// `links` to see.

import { after, before, test } from "node:test";
import { base, distinctPages, eachPage, fileUrl, listen, none, openBrowser, sayDistinct } from "./shared.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

// With a base address the not-found page is addressed absolutely, since a server shows it at any depth.
const openable = distinctPages().filter((page) => page.kind !== "not-found" || !base);

test("every page opens from the folder in silence", async (t) => {
  sayDistinct(t, openable);
  const listening = async () => {
    const tab = await browser.tab();
    tab.heard = await listen(tab, fileUrl(""));
    return tab;
  };
  const problems = await eachPage(openable, listening, async (tab, page) => {
    await tab.goto(fileUrl(page.path));
    const made = await tab.evaluate(() => ({
      charset: document.characterSet,
      text: document.body.innerText.length,
      rules: [...document.styleSheets].length,
      pictures: [...document.images].filter((image) => !image.naturalWidth).map((image) => image.getAttribute("src")),
    }));
    const found = await tab.heard();
    if (made.charset !== "UTF-8") found.push(`read as ${made.charset}`);
    if (made.text < 100) found.push("hardly any text");
    if (!made.rules) found.push("no style sheet");
    found.push(...made.pictures.map((picture) => `picture ${picture} is not shown`));
    return found;
  });
  none(problems);
});
