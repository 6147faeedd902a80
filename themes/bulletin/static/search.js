// Finds issues, and texts of the notice as a whole after them, by substrings, so that Chinese needs no word list. Several words must all occur. Best first: number, title, statement, figures,
// text, then section, topic, status and bodies.
// The text comes in parts, each a script that pushes its entries; they are searched as they come in.
(() => {
  "use strict";
  const form = document.getElementById("search");
  const input = document.getElementById("search-words");
  const list = document.getElementById("search-results");
  const count = document.getElementById("search-count");
  const more = document.getElementById("search-more");
  if (!form) return;
  const CONTEXT = 40;
  const PAGE = 50;
  const PAUSE = 120;
  const MANY = 1000;
  const weights = Object.entries({ t: 8, q: 4, f: 2, b: 1, p: 1 });
  const NUMBERED = 100;
  const entries = [];
  const labels = new Set();
  let results = [];
  let words = [];
  let numbers = new Map();
  let shown = 0;
  let timer;

  const isIssue = (entry) => entry.n !== undefined;
  const counted = (n, one, many) => (n ? (n === 1 ? one : many).replace("{n}", n) : "");
  const folded = (text) => text.normalize("NFKC").toLowerCase();

  function add(part) {
    for (const entry of part) {
      const label = folded(entry.l ?? "");
      for (const name of namesOf(label)) labels.add(name);
      entries.push({ entry, label, keys: weights.map(([name, weight]) => [folded(entry[name]), weight]) });
    }
    search();
  }

  // What an issue is called, word by word: A, or 20-004 and #3.
  const namesOf = (label) => label.split(/\s+/).filter(Boolean).map(bare);

  // What a word may have beside the number of an issue: 26, 问题26, 第26个问题, #26.
  const noun = folded(list.dataset.name.replace("{number}", "").replace("{title}", "")).replace(/[\s:]/g, "");
  const beside = new Set(`${noun}第个项号no.#`);

  function numberIn(word) {
    const parts = /^(\D*)0*(\d+)(\D*)$/.exec(word);
    return parts && [...parts[1], ...parts[3]].every((sign) => beside.has(sign)) ? Number(parts[2]) : undefined;
  }

  // A word without what may stand before and behind a label: 问题A, #3, 第27项.
  function bare(word) {
    const starts = [noun, "第", "no.", "#"];
    const ends = ["个问题", "个", "项", "号", "."];
    let rest = word;
    for (const start of starts) if (start && rest.length > start.length && rest.startsWith(start)) rest = rest.slice(start.length);
    for (const end of ends) if (rest.length > end.length && rest.endsWith(end)) rest = rest.slice(0, -end.length);
    return rest;
  }

  // Whether a word names an issue: by its label, or by its number if it has no label.
  function isNamed({ entry, label }, word) {
    if (!label) return isIssue(entry) && numbers.get(word) === entry.n;
    return /^\d+$/.test(label) ? numbers.get(word) === Number(label) : namesOf(label).includes(bare(word));
  }

  function score(found) {
    let total = 0;
    for (const word of words) {
      let best = isNamed(found, word) ? NUMBERED : 0;
      for (const [text, weight] of found.keys) if (text.includes(word)) best += weight;
      if (!best) return 0;
      total += best;
    }
    return total;
  }

  // The word that comes first from a place on, the longest of those that begin there: where it begins and how long it is.
  function nextHit(lower, from) {
    let hit;
    for (const word of words) {
      const at = lower.indexOf(word, from);
      if (at >= 0 && (!hit || at < hit.at || (at === hit.at && word.length > hit.length))) hit = { at, length: word.length };
    }
    return hit;
  }

  // Adds text to an element with every word marked. Folding may change lengths, so words are looked for in the text as it stands.
  function mark(element, text) {
    const lower = text.toLowerCase();
    let end = 0;
    for (let hit = nextHit(lower, 0); hit; hit = nextHit(lower, end)) {
      const marked = document.createElement("mark");
      marked.textContent = text.slice(hit.at, hit.at + hit.length);
      element.append(text.slice(end, hit.at), marked);
      end = hit.at + hit.length;
    }
    element.append(text.slice(end));
  }

  function excerpt(entry) {
    const text = [entry.q, entry.f, entry.b, entry.p].filter(Boolean).join(" ");
    const first = nextHit(text.toLowerCase(), 0)?.at ?? 0;
    const start = Math.max(0, first - CONTEXT);
    const end = Math.min(text.length, start + CONTEXT * 4);
    return (start > 0 ? "…" : "") + text.slice(start, end) + (end < text.length ? "…" : "");
  }

  function show(entry) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = list.dataset.root + entry.h;
    mark(link, entry.m ? entry.m : isIssue(entry) ? list.dataset.name.replace("{number}", () => entry.l ?? entry.n).replace("{title}", () => entry.t) : entry.t);
    const text = document.createElement("p");
    mark(text, excerpt(entry));
    const status = document.getElementById(`status-${entry.s}${entry.i ? "-inferred" : ""}`);
    item.append(link, ...(status ? [status.content.cloneNode(true)] : []), text);
    list.append(item);
  }

  function showMore() {
    const end = Math.min(results.length, shown + PAGE);
    for (; shown < end; shown++) show(results[shown].entry);
    more.hidden = shown === results.length;
  }

  function say() {
    const { none, one, many, page, pages, comma, reading, total } = count.dataset;
    const issues = results.filter(({ entry }) => isIssue(entry)).length;
    const others = results.length - issues;
    const found = [counted(issues, one, many), counted(others, page, pages)].filter(Boolean).join(comma) || none;
    const searched = entries.filter(({ entry }) => isIssue(entry)).length;
    const rest = searched < Number(total) ? reading.replace("{searched}", searched).replace("{total}", total) : "";
    count.textContent = found + rest;
  }

  function search() {
    clearTimeout(timer);
    words = folded(input.value).split(/\s+/).filter(Boolean);
    numbers = new Map(words.map((word) => [word, numberIn(word)]));
    // Beside a number or a label the noun only says what it counts: Issue 26.
    if (words.some((word) => word !== noun && (numbers.get(word) !== undefined || labels.has(bare(word))))) words = words.filter((word) => word !== noun);
    list.replaceChildren();
    shown = 0;
    results = [];
    if (!words.length) {
      count.textContent = "";
      more.hidden = true;
      return;
    }
    for (const found of entries) {
      const value = score(found);
      if (value) results.push({ entry: found.entry, score: value });
    }
    results.sort((a, b) => isIssue(b.entry) - isIssue(a.entry) || b.score - a.score || a.entry.n - b.entry.n || 0);
    say();
    showMore();
  }

  // What a reader typed or cut off may be no encoded text.
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  function read() {
    const match = /^#q=(.*)$/.exec(location.hash);
    if (match) input.value = decoded(match[1]);
    search();
  }

  // Many issues take a moment: then words are looked for when the typing pauses.
  function typed() {
    history.replaceState(null, "", `#q=${encodeURIComponent(input.value)}`);
    clearTimeout(timer);
    if (entries.length > MANY) timer = setTimeout(search, PAUSE);
    else search();
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", typed);
  more.querySelector("button").addEventListener("click", () => {
    const first = shown;
    showMore();
    list.children[first].querySelector("a").focus();
  });
  window.addEventListener("hashchange", read);
  const early = window.gongkaiSearchText ?? [];
  window.gongkaiSearchText = { push: add };
  read();
  early.forEach(add);
  input.focus();
})();
