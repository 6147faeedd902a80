// axe-core in a tab.

import axe from "axe-core/axe.min.js";

const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

/** Puts axe into the page that a tab shows. The page's policy and its trusted types would keep it out: the tab must set them aside. */
export const putAxeIn = (tab) => tab.evaluate(axe.source);

/** The violations on the page as it is shown now, its colours among them or not: rule, selector and what is wrong. */
export async function violations(tab, colours = true) {
  const found = await tab.evaluate(async (tags, colours) => {
    const rules = { "color-contrast": { enabled: colours } };
    const { violations } = await window.axe.run(document, { runOnly: tags, rules, resultTypes: ["violations"], elementRef: false });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => ({ id, target: target.join(" "), summary: failureSummary.replace(/\s+/g, " ") })));
  }, TAGS, colours);
  return found.map(({ id, target, summary }) => `${id} at ${target}: ${summary}`);
}
