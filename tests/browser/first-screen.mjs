// The first screen of a phone: the answer of a page, and the way to what is not finished.

export const PHONE = { width: 360, height: 740 };

/**
 * What each kind of page answers, and where it leads to what is open. A page without anything open needs the answer
 * alone.
 */
export const answers = {
  home: { answer: "h1", way: "a[href='#open']" },
  section: { answer: ".finding", way: ".finding a" },
  issue: { answer: ".stands, .result, .issue-head .status", way: ".standing a[href='#next-steps']" },
};

/** Where a heading begins at the latest: below a note of one or two lines, the head and the way back. */
const HEADING = 120;

/** In the page: where answer, way and heading stand. */
function measure({ answer, way }) {
  const bottom = (element) => element && Math.round(Math.max(...[...element.getClientRects()].map((rect) => rect.bottom)));
  return {
    h1: Math.round(document.querySelector("h1").getBoundingClientRect().top),
    answer: bottom(document.querySelector(answer)),
    way: bottom(document.querySelector(way)),
    isOpen: Boolean(document.querySelector(".is-open, .standing")),
  };
}

/** What the first screen of a page of such a kind lacks, in a tab as large as a phone. */
export async function lacking(tab, page) {
  const seen = await tab.evaluate(measure, answers[page.kind]);
  const found = [];
  if (!(seen.answer <= PHONE.height)) found.push(`the answer ends at ${seen.answer} px`);
  if (seen.isOpen && seen.way === null && page.kind !== "issue") found.push("there is no way to what is open");
  if (seen.way > PHONE.height) found.push(`the way to what is open ends at ${seen.way} px`);
  if (seen.h1 > HEADING) found.push(`the heading begins at ${seen.h1} px`);
  return found;
}
