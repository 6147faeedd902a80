// The wall of squares and the course of events: every issue is there, told apart without colour, reached by key and said to a screen reader.

import { after, before, test } from "node:test";
import { all, attribute, eachPage, emulate, first, homes, none, openBrowser, pages, sample, serve, text, tidy } from "./shared.mjs";

let server, browser;
before(async () => ([server, browser] = await Promise.all([serve(), openBrowser()])));
after(() => Promise.all([browser?.close(), server?.close()]));

const MANY = 200;
const hasClass = (element, name) => (attribute(element, "class") ?? "").split(" ").includes(name);
const walls = (page) => all(page.tree, "div").filter((element) => hasClass(element, "wall"));
const cells = (node) => all(node, "a").filter((element) => hasClass(element, "cell"));
const issuesOf = (home) => pages.filter((page) => page.root === home.root && page.kind === "issue");

test("the wall of the home has a square for every issue, once, which says its title", () => {
  const problems = [];
  for (const home of homes) {
    const issues = issuesOf(home);
    if (issues.length > MANY) continue;
    const squares = walls(home).flatMap(cells);
    const led = new Set(squares.map((square) => attribute(square, "href")));
    for (const issue of issues) {
      const square = squares.find((square) => attribute(square, "href") === issue.name);
      const title = tidy(text(first(issue.tree, "h1")));
      if (!square) problems.push(`${home.path}: no square for ${issue.name}`);
      else if (!tidy(text(square)).includes(title)) problems.push(`${home.path}: the square of ${issue.name} does not say “${title}”`);
    }
    if (led.size !== squares.length) problems.push(`${home.path}: ${squares.length} squares lead to ${led.size} issues`);
  }
  none(problems);
});

test("squares are as large as a finger and none is cut off, at 360 and 1440 px and in large print", async () => {
  const problems = await eachPage(
    [...homes, ...homes.map((home) => sample("section", home)).filter(Boolean)],
    () => browser.tab({ script: false }),
    async (tab, page) => {
      const found = [];
      for (const width of [360, 768, 1440]) {
        await tab.setViewport({ width, height: 740 });
        await tab.goto(server.url(page.path));
        const wrong = await tab.evaluate(() =>
          [...document.querySelectorAll(".wall a.cell")].filter((cell) => {
            const box = cell.getBoundingClientRect();
            return box.width < 40 || box.height < 40 || box.right > innerWidth || cell.scrollWidth > cell.clientWidth + 1;
          }).map((cell) => cell.textContent.trim().slice(0, 20)),
        );
        found.push(...wrong.map((words) => `at ${width} px the square “${words}” is small or cut off`));
      }
      return found;
    },
    1,
  );
  none(problems);
});

test("squares of two looks differ in grey and in forced colours", async () => {
  const tab = await browser.tab({ script: false });
  const problems = [];
  for (const home of homes) {
    await tab.goto(server.url(home.path));
    for (const features of [{}, { "forced-colors": "active" }]) {
      await emulate(tab, features);
      const looks = await tab.evaluate(() => {
        const style = (cell) => {
          const { backgroundImage, backgroundColor, borderTopStyle, borderTopWidth, boxShadow } = getComputedStyle(cell);
          return [backgroundImage, backgroundColor, borderTopStyle, borderTopWidth, boxShadow].join(" ");
        };
        return Object.fromEntries([...document.querySelectorAll(".wall a.cell")].map((cell) => [cell.className, style(cell)]));
      });
      const seen = new Map();
      for (const [look, style] of Object.entries(looks)) {
        if (seen.has(style)) problems.push(`${home.path}: ${look} looks like ${seen.get(style)} ${JSON.stringify(features)}`);
        seen.set(style, look);
      }
    }
  }
  none(problems);
});

test("a phone lists the course of events; a wide page draws it and unfolds the list by key, without script", async () => {
  const tab = await browser.tab({ script: false });
  const problems = [];
  for (const page of homes.filter((page) => all(page.tree).some((element) => hasClass(element, "steps")))) {
    const shown = () => tab.evaluate(() => ["svg.course", ".steps"].map((selector) => Boolean(document.querySelector(selector)?.checkVisibility())).join());
    const say = async (width, expected) => {
      const seen = await shown();
      if (seen !== expected) problems.push(`${page.path}: at ${width} px picture and list are shown: ${seen}`);
    };
    await tab.setViewport({ width: 360, height: 740 });
    await tab.goto(server.url(page.path));
    await say(360, "false,true");
    await tab.setViewport({ width: 1280, height: 900 });
    await say(1280, "true,false");
    await tab.focus(".course-fold summary");
    await tab.keyboard.press("Enter");
    await say(1280, "true,true");
    const sideways = await tab.evaluate(() => document.scrollingElement.scrollWidth > innerWidth);
    if (sideways) problems.push(`${page.path}: the picture is wider than the page`);
  }
  none(problems);
});

test("every deadline of an unfinished issue stands in the course, with the issue", () => {
  const problems = [];
  for (const home of homes) {
    const steps = all(home.tree, "li").filter((element) => hasClass(element, "step") && hasClass(element, "is-due"));
    const due = new Set(steps.flatMap(cells).map((cell) => attribute(cell, "href")));
    const isCapped = steps.length > 11 || steps.some((step) => all(step).some((element) => hasClass(element, "cells-more")));
    for (const issue of isCapped || !steps.length ? [] : issuesOf(home)) {
      const stands = all(issue.tree).find((element) => hasClass(element, "stands"));
      if (stands && first(stands, "time") && !due.has(issue.name)) problems.push(`${home.path}: the deadline of ${issue.name} is not in the course`);
    }
  }
  none(problems);
});
