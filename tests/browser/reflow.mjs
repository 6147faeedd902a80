// What is too wide or too small, looked for in the page itself.

/** In the page: whatever is wider than its place. */
export function tooWide() {
  const wide = [];
  const label = (element) => `${element.localName}${element.id ? `#${element.id}` : element.classList.length ? `.${element.classList[0]}` : ""} “${(element.textContent ?? "").trim().slice(0, 30)}”`;
  // What an element inherits from those that it stands in is asked once for each of them.
  const inherited = (isOwn) => {
    const known = new Map([[null, false]]);
    const isSo = (element) => known.get(element) ?? known.set(element, isOwn(element) || isSo(element.parentElement)).get(element);
    return isSo;
  };
  const scrolls = inherited((e) => e !== document.body && e !== document.documentElement && /auto|scroll/.test(getComputedStyle(e).overflowX));
  // What is hidden from sight, but not from screen readers, is a pixel wide and cut off.
  const isUnseen = inherited((e) => getComputedStyle(e).clipPath !== "none" || e.matches("a[href='#main']"));
  const root = document.scrollingElement;
  if (root.scrollWidth > innerWidth) wide.push(`the page is ${root.scrollWidth} px wide`);
  for (const element of document.body.querySelectorAll("*")) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest("svg") || isUnseen(element)) continue;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (box.right > innerWidth + 1 && !scrolls(element.parentElement)) wide.push(`${label(element)} ends at ${Math.round(box.right)} px`);
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) {
      if (/auto|scroll/.test(style.overflowX)) {
        const isRegion = ["region", "group"].includes(element.getAttribute("role")) && element.tabIndex === 0 && (element.ariaLabel || element.getAttribute("aria-labelledby"));
        if (!isRegion || !element.querySelector("table")) wide.push(`${label(element)} scrolls sideways without being a named region with a table that takes the focus`);
      } else if (/hidden|clip/.test(style.overflowX)) wide.push(`${label(element)} is cut off`);
    }
  }
  return wide;
}

/** In the page: targets smaller than 24 × 24 px. Links within a sentence are excepted; so is, as in WCAG 2.5.8, what has room of that size around it. */
export function tooSmall() {
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const targets = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].filter(isShown);
  const boxOf = (element) => (element.closest("label") ?? element).getBoundingClientRect();
  const isInSentence = (element) => {
    if (element.localName !== "a" || getComputedStyle(element).display !== "inline") return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const words = [...block.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE || !node.matches?.("a, svg, ul, ol, table, dl") ? node.textContent : "")).join("");
    return /[\p{L}\p{N}]{2,}/u.test(words.replaceAll(element.textContent, ""));
  };
  const small = targets.filter((element) => {
    const { width, height } = boxOf(element);
    return (width < 24 || height < 24) && !isInSentence(element) && !element.matches("a[href='#main']");
  });
  const gap = (a, b) => Math.hypot(Math.max(0, b.left - a.x, a.x - b.right), Math.max(0, b.top - a.y, a.y - b.bottom));
  const centre = (box) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
  return small
    .filter((element) => {
      const middle = centre(boxOf(element));
      return targets.some((other) => {
        if (other === element || element.closest("label")?.contains(other)) return false;
        const isSmall = small.includes(other);
        const apart = isSmall ? Math.hypot(middle.x - centre(boxOf(other)).x, middle.y - centre(boxOf(other)).y) : gap(middle, boxOf(other));
        return apart < (isSmall ? 24 : 12);
      });
    })
    .map((element) => `${element.localName} “${element.textContent.trim().slice(0, 30)}” is ${Math.round(boxOf(element).width)} × ${Math.round(boxOf(element).height)} px`);
}
