// axe-core in a tab.

import axe from "axe-core/axe.min.js";

const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

/** Puts axe into the page that a tab shows. The page's policy and its trusted types would keep it out: the tab must set them aside. */
export const putAxeIn = (tab) => tab.evaluate(axe.source);

/** What axe is to look at: all, all but colours, or nothing but colours. */
export const ALL = "all", STRUCTURE = "structure", COLOURS = "colours";

/** The violations on the page as it is shown now, of all that axe looks at or of a part: rule, selector and what is wrong. */
export async function violations(tab, part = ALL) {
  const found = await tab.evaluate(async (tags, part) => {
    const isAsked = (rule) => part === "all" || rule.tags.includes("cat.color") === (part === "colours");
    const rules = Object.fromEntries(window.axe.getRules().filter((rule) => !isAsked(rule)).map((rule) => [rule.ruleId, { enabled: false }]));
    const { violations } = await window.axe.run(document, { runOnly: tags, rules, resultTypes: ["violations"], elementRef: false });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => ({ id, target: target.join(" "), summary: failureSummary.replace(/\s+/g, " ") })));
  }, TAGS, part);
  return found.map(({ id, target, summary }) => `${id} at ${target}: ${summary}`);
}
