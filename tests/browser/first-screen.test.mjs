// What a reader sees on a phone before anything is moved: the answer, and the way to what is not finished.

import { after, before, test } from "node:test";
import { all, attribute, eachPage, first, homes, none, openBrowser, pages, serve, text, tidy } from "./shared.mjs";

const PHONE = { width: 360, height: 740 };

let server, browser;
before(async () => ([server, browser] = await Promise.all([serve(), openBrowser()])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** What each kind of page answers, and where it leads to what is open. A page without anything open needs the answer alone. */
const answers = {
  home: { answer: "h1", way: "a[href='#open']" },
  section: { answer: ".finding", way: ".finding a" },
  issue: { answer: ".stands, .result, .issue-head .status", way: ".standing a[href='#next-steps']" },
};

/** Where a heading begins at the latest: below a note of one or two lines, the head and the way back. */
const HEADING = 120;

const asked = [
  ...homes,
  ...pages.filter((page) => page.kind === "section"),
  ...pages.filter((page) => page.kind === "issue"),
];

test("the answer and the way to what is open stand in the first screen of a phone", async () => {
  const problems = await eachPage(
    asked,
    () => browser.tab({ ...PHONE, script: false }),
    async (tab, page) => {
      await tab.goto(server.url(page.path));
      const { answer, way } = answers[page.kind];
      const seen = await tab.evaluate(
        (answer, way) => {
          const bottom = (element) => element && Math.round(Math.max(...[...element.getClientRects()].map((rect) => rect.bottom)));
          return {
            h1: Math.round(document.querySelector("h1").getBoundingClientRect().top),
            answer: bottom(document.querySelector(answer)),
            way: bottom(document.querySelector(way)),
            isOpen: Boolean(document.querySelector(".is-open, .standing")),
          };
        },
        answer,
        way,
      );
      const found = [];
      if (!(seen.answer <= PHONE.height)) found.push(`the answer ends at ${seen.answer} px`);
      if (seen.isOpen && seen.way === null && page.kind !== "issue") found.push("there is no way to what is open");
      if (seen.way > PHONE.height) found.push(`the way to what is open ends at ${seen.way} px`);
      if (seen.h1 > HEADING) found.push(`the heading begins at ${seen.h1} px`);
      return found;
    },
  );
  none(problems);
});

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
