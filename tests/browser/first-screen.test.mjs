// What a reader sees on a phone before anything is moved: the heading of the home, and the folded menu. The walk looks
// at the first screen of every page.

import { after, before, test } from "node:test";
import { PHONE } from "./first-screen.mjs";
import { all, attribute, first, homes, none, openBrowser, pages, serve, text, tidy } from "./shared.mjs";

let server, browser;
before(async () => ([server, browser] = await Promise.all([serve(), openBrowser()])));
after(() => Promise.all([browser?.close(), server?.close()]));

test("the heading of the home says how many issues there are and how many are left, as the lists do", () => {
  const problems = [];
  for (const home of homes) {
    const numbers = (tidy(text(first(home.tree, "h1"))).match(/\d+/g) ?? []).map(Number);
    const ofKind = (kind) => pages.filter((page) => page.root === home.root && page.kind === kind);
    const issues = ofKind("issue");
    const open = issues.filter((page) => all(page.tree).some((element) => attribute(element, "class") === "standing"));
    if (issues.length !== numbers[0]) problems.push(`${home.path}: ${numbers[0]} in the heading, ${issues.length} issues`);
    if (open.length && open.length < issues.length && open.length !== numbers[1]) problems.push(`${home.path}: ${numbers[1]} left in the heading, ${open.length} pages of unfinished issues`);
  }
  none(problems);
});

test("the menu of a phone is folded, opens by key without script, and then shows every main page and large print", async () => {
  const tab = await browser.tab({ ...PHONE, script: false });
  const problems = [];
  for (const home of homes) {
    await tab.goto(server.url(home.path));
    const shown = () => tab.evaluate(() => [...document.querySelectorAll(".menu a, #large-print")].filter((element) => element.checkVisibility()).length);
    const all = await tab.evaluate(() => document.querySelectorAll(".menu a, #large-print").length);
    if (await shown()) problems.push(`${home.path}: the menu is not folded`);
    await tab.focus(".fold summary");
    await tab.keyboard.press("Enter");
    if ((await shown()) !== all) problems.push(`${home.path}: ${await shown()} of ${all} controls in the open menu`);
  }
  none(problems);
});
