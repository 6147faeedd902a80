// Finds issues, figures, persons by their posts, documents, units, sections and pages. Chinese is looked for by substrings, so it needs no
// word list; words in letters by their beginnings, so that bidding finds bids; numbers as whole numbers. Every word must occur; where nothing has all of
// them, what has most of them is shown and said to be so. Marks, quotation marks, accents and width do not matter.
// The text comes in parts, each a script that pushes its entries; they are searched as they come in.
(() => {
  "use strict";
  const form = document.getElementById("search");
  const input = document.getElementById("search-words");
  const list = document.getElementById("search-results");
  const count = document.getElementById("search-count");
  const empty = document.getElementById("search-empty");
  if (!form) return;
  const [FIRST, PAGE, PAUSE, MANY] = [10, 50, 120, 1000];
  const [NAMED, SAME, BEGINS] = [100, 40, 6];
  const [EXACT, FORM, ALIKE] = [1, 0.6, 0.4];
  const [TITLE, LABEL, NAME, VALUE, PARENT, CALLED] = [8, 5, 4, 4, 0.5, 0.5];
  const REST = 0.25;
  const LONGEST = 160;
  const MOST = 1 / 3; // of a name of four signs one pair: 饮水安全 finds 饮水
  const labels = JSON.parse(list.dataset.labels);
  const groups = new Map([...list.querySelectorAll("[data-kind]")].map((element) => [element.dataset.kind, { element, found: [], shown: 0 }]));
  const entries = [];
  const names = new Set();
  const responses = new Map(); // other words for a response, each with the word that issues have
  let issues = 0;
  let terms = [];
  let timer;

  // ---- Words as they are compared ---------------------------------------------------------------------------------------------------------

  const QUOTES = /[\u0300-\u036f'"`´‘’“”‚„«»‹›「」『』《》〈〉()[\]{}【】〔〕]/g;
  const POINTS = /[、，。；：！？…·・;:!?|\\/*_~#@&=<>]|[.,](?!\d)/g;

  // A text without what does not matter. Digits of one number stand together.
  function folded(text) {
    const joined = text.replace(/(\d)[,，\u00a0\u2009\u202f](?=\d{3}(?!\d))/g, "$1");
    return joined.normalize("NFKD").toLowerCase().replace(QUOTES, "").replace(/[‐-―−]/g, "-").replace(POINTS, " ");
  }

  // The same sign by sign, with the place in the text that each sign comes from.
  function mapped(text) {
    let lower = "";
    const places = [];
    let at = 0;
    for (const sign of text) {
      const isJoint = /[,，\u00a0\u2009\u202f]/.test(sign) && /\d/.test(text[at - 1] ?? "") && /^\d{3}(?!\d)/.test(text.slice(at + 1));
      const isPoint = /[.,]/.test(sign.normalize("NFKD")) && /\d/.test(text[at + 1] ?? "");
      for (const unit of isJoint ? "" : isPoint ? sign.normalize("NFKD") : folded(sign)) {
        lower += unit;
        for (let i = 0; i < unit.length; i++) places.push(at);
      }
      at += sign.length;
    }
    places.push(text.length);
    return { lower, places };
  }

  const isLetters = (word) => /^[\p{Script=Latin}-]+$/u.test(word);
  const escaped = (word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

  // What is left of a word in letters without its ending: polluting, pollution and polluted have one beginning.
  function stem(word) {
    if (word.length <= 5) return word.length > 3 ? word.replace(/s$/, "") : word;
    const bare = word.replace(/(ations?|itions?|ions?|ings?|ments?|ers?|ors?|ed|ies|ied|es|s|e|y)$/, "");
    const single = bare.replace(/([bdgklmnprt])\1$/, "$1");
    return single.length >= 3 ? single : word;
  }

  // British and American spellings of a word.
  function spellings(word) {
    const all = [word, word.replace(/is(e|es|ed|ing|ation|ations)$/, "iz$1"), word.replace(/iz(e|es|ed|ing|ation|ations)$/, "is$1")];
    return [...new Set([...all, word.replace(/(\w{3})our/, "$1or"), word.replace(/(l)abor/, "$1abour"), word.replace(/ter$/, "tre"), word.replace(/tre$/, "ter"), word.replace(/am(s?)$/, "amme$1"), word.replace(/amme(s?)$/, "am$1")])];
  }

  const SCALES = { 百: 100, 千: 1e3, 万: 1e4, 萬: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8, 億: 1e8, k: 1e3, m: 1e6, thousand: 1e3, million: 1e6, billion: 1e9, mille: 1e3 };
  function valueOf(word) {
    const [, digits, scale] = /^(\d+(?:\.\d+)?)(\p{L}*?)(?:元|人|次|个|人民币)?%?$/u.exec(word) ?? [];
    return digits === undefined || (scale && !SCALES[scale]) ? undefined : Math.round(Number(digits) * (SCALES[scale] ?? 1) * 1e6) / 1e6;
  }

  // Groups of words that stand for each other.
  const synonyms = list.dataset.synonyms.split("|").map((group) => folded(group).split(/\s+/).filter(Boolean)).filter((group) => group.length > 1);

  // A date as texts and deadlines write it: 2025-06-12 is 2025年6月12日, 12 June 2025 or June 12, 2025; 2025年底 is 2025年12月.
  const languages = [...new Set([document.documentElement.lang, "en-GB"])];
  function written(word) {
    const [, ofYear, ofMonth] = /^(\d{4}年)(?:(\d{1,2}月)[底末份]|年?[底末])前?$/.exec(word) ?? [];
    if (ofYear) return [`${ofYear}${ofMonth ?? "12月"}`];
    const [, year, month, day] = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(word) ?? [];
    if (!year || month < 1 || month > 12) return [];
    const form = { year: "numeric", month: "long", day: day && "numeric", timeZone: "UTC" };
    return languages.map((language) => folded(new Intl.DateTimeFormat(language, form).format(Date.UTC(year, month - 1, day ?? 1))));
  }

  // How a word is looked for: patterns with what they are worth, the exact one first.
  function patterns(word) {
    if (/^\d+(\.\d+)?$/.test(word)) return [[new RegExp(`(?<![\\d.])${escaped(word)}(?!\\d|\\.\\d)`, "g"), EXACT]];
    const all = [word, ...written(word)].flatMap((one) => forms(one, EXACT, FORM));
    const same = synonyms.filter((group) => group.includes(word) || (isLetters(word) && group.some((other) => isLetters(other) && stem(other) === stem(word))));
    for (const other of new Set(same.flat())) if (other !== word) all.push(...forms(other, ALIKE, ALIKE));
    return all;
  }
  function forms(word, exact, form) {
    if (!isLetters(word)) return [[new RegExp(escaped(word), "g"), exact]];
    const starts = (beginning, more) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(beginning)}${more}`, "gu");
    const spelt = spellings(word).map((spelling, n) => [starts(spelling, ""), n ? form : exact]);
    const bent = spellings(word).map((spelling) => [starts(stem(spelling), "\\p{L}{0,5}(?!\\p{L})"), form]);
    return [...spelt, ...bent];
  }

  // ---- What is found by ---------------------------------------------------------------------------------------------------------------------

  // What a word may have beside the number of an issue: 26, 问题26, 第26个问题; but 49个问题 counts them. Noun and counter are those of the notice.
  const noun = folded(list.dataset.name.replace("{number}", "").replace("{title}", "")).replace(/\s/g, "");
  const counters = ["个", list.dataset.counter].filter(Boolean);
  const beside = new Set(`${noun}${counters.join("")}第项号条no.`);
  function numberIn(word) {
    const parts = /^(\D*)0*(\d+)(\D*)$/.exec(word);
    const counts = parts && counters.some((counter) => parts[3].includes(counter)) && !parts[1].includes("第");
    return parts && !counts && [...parts[1], ...parts[3]].every((sign) => beside.has(sign)) ? Number(parts[2]) : undefined;
  }

  // A word without what may stand before and behind a label: 问题A, 第27项.
  function bare(word) {
    const starts = [noun, "第", "no."];
    const ends = [...counters.map((counter) => counter + noun), ...counters, "项", "号"];
    let rest = word;
    for (const start of starts) if (start && rest.length > start.length && rest.startsWith(start)) rest = rest.slice(start.length);
    for (const end of ends) if (rest.length > end.length && rest.endsWith(end)) rest = rest.slice(0, -end.length);
    return rest;
  }
  const namesOf = (label) => label.split(/\s+/).filter(Boolean).map(bare);

  const nameOf = (entry) => entry.m ?? (entry.n === undefined ? entry.t : list.dataset.name.replace("{number}", () => entry.l ?? entry.n).replace("{title}", () => entry.t));

  // An entry and, each by itself, its figures and documents.
  function add(part) {
    for (const entry of part) {
      if (entry.n !== undefined) issues++;
      if (entry.l) for (const name of namesOf(folded(entry.l))) names.add(name);
      const parent = nameOf(entry);
      const texts = (entry.x ?? []).map(([label, text]) => (typeof label === "number" ? { label: labels[label][0], text, weight: labels[label][1] } : { label, text, weight: 1 }));
      const figures = (entry.f ?? []).map(([label, words, value]) => ({ label, words, value: Number(value ?? (/\d+(?:\.\d+)?/.exec(folded(words)) ?? [])[0]) }));
      if (entry.k !== "figure") prepare({ kind: entry.k ?? "issue", href: entry.h, title: parent, bare: entry.t, entry, texts: [...texts, ...figures.map(({ label, words }) => ({ label: list.dataset.figures, text: `${label}${list.dataset.colon}${words}`, weight: 2 }))] });
      const [figuresAt, documentsAt] = entry.n === undefined ? ["", ""] : ["#figures", "#documents"];
      for (const { label, words, value } of figures) prepare({ kind: "figure", href: entry.h + figuresAt, title: `${label}${list.dataset.colon}${words.replace(/(?<=\d) | (?=\d)/g, "\u00a0")}`, bare: label, value, parent, texts: [] });
      for (const name of entry.d ?? []) prepare({ kind: "document", href: entry.h + documentsAt, title: name, bare: name, parent, texts: [] });
    }
    search();
  }
  function prepare(thing) {
    const { title, entry, parent, texts } = thing;
    thing.title = title;
    thing.key = folded(thing.bare).trim();
    thing.label = folded(entry?.l ?? "");
    thing.names = (entry?.a ?? "").split("\n").map((name) => folded(name).trim()).filter(Boolean);
    const own = texts.flatMap(({ label, text, weight }) => [[folded(text), weight], [folded(label ?? ""), CALLED]]);
    thing.keys = [[entry?.n === undefined ? folded(title) : thing.key, thing.kind === "figure" ? LABEL : TITLE], [thing.names.join("\n"), NAME], ...own].filter(([text]) => text);
    if (thing.href.startsWith("response/")) for (const name of thing.names.slice(1)) responses.set(name, thing.names[0]);
    thing.called = new Set(texts.map(({ label }) => folded(label ?? "").trim()));
    thing.above = parent ? folded(parent) : "";
    entries.push(thing);
  }

  // ---- Scores ---------------------------------------------------------------------------------------------------------------------------------

  function best(term, text) {
    let found = 0;
    for (const [pattern, worth] of term.patterns) {
      if (worth <= found) continue;
      pattern.lastIndex = 0;
      if (pattern.test(text)) found = worth;
    }
    return found;
  }

  // Whether a word names an issue: by its label, or by its number if it has no label.
  function isNamed({ entry, label }, { word, number }) {
    if (!label) return entry?.n !== undefined && number === entry.n;
    return /^\d+$/.test(label) ? number === Number(label) : namesOf(label).includes(bare(word));
  }

  function scoreOf(thing, term) {
    let [most, all] = [0, 0];
    for (const [text, weight] of thing.keys) {
      const worth = best(term, text) * weight;
      most = Math.max(most, worth);
      all += worth;
    }
    const named = isNamed(thing, term) || thing.names.includes(term.word) ? NAMED : 0;
    const same = thing.value !== undefined && thing.value === term.value ? VALUE : 0;
    return named + same + most + (all - most) * REST;
  }

  // How well a thing fits, and how many of the words it has. Part of what it says must be its own, not only of what it belongs to.
  function look(thing, whole) {
    let [total, had, own] = [0, 0, 0];
    for (const term of terms) {
      const score = scoreOf(thing, term);
      const above = score || !thing.above ? 0 : best(term, thing.above) * PARENT;
      if (score || above) had += term.share;
      if (score) own++;
      total += score + above;
    }
    if (!own) return undefined;
    if (thing.names.includes(whole)) total += NAMED;
    if (thing.key === whole) total += SAME;
    else if (thing.kind === "issue" && thing.called.has(whole)) total += BEGINS;
    else if (thing.kind !== "figure" && (thing.key.startsWith(whole) || (whole.includes(" ") && thing.key.includes(whole)))) total += BEGINS;
    return { thing, score: total, had };
  }

  const term = (word, share) => ({ word, share, patterns: patterns(word), number: numberIn(word), value: valueOf(word) });

  // The words that are looked for. Beside a number or a label the noun only says what it counts: Issue 26. Hyphens part words, not numbers; a sign of money is not looked for.
  function read(text) {
    const spread = folded(text.replace(/^\s*(\d{1,3})((?: \d{3})+)\s*$/, (_, first, rest) => first + rest.replaceAll(" ", ""))).replace(/\p{Sc}(?=\s?\d)/gu, "");
    let words = [...new Set(spread.replace(/(?<=\p{L})-(?=\p{L})/gu, " ").split(/\s+/).filter(Boolean))];
    const isNaming = (word) => word !== noun && (numberIn(word) !== undefined || names.has(bare(word)));
    if (words.some(isNaming)) words = words.filter((word) => word !== noun);
    return words;
  }

  // Pieces of words for when nothing has them all: two signs of Chinese at a time, words in letters whole, without what only asks.
  const fillers = folded(list.dataset.fillers).split(/\s+/).filter(Boolean);
  const asking = new RegExp(fillers.filter((word) => /\p{Script=Han}/u.test(word)).map(escaped).join("|") || "(?!)", "gu");
  function pieces(words) {
    const pairs = (word) => Array.from({ length: [...word].length - 1 }, (_, at) => [...word].slice(at, at + 2).join(""));
    const plain = words.flatMap((word) => word.replace(asking, " ").split(" ")).filter((word) => word && !fillers.includes(word));
    return [...new Set(plain.flatMap((word) => (/\p{Script=Han}{3}/u.test(word) ? pairs(word) : [word])))];
  }

  function find(words, least) {
    terms = words.map((word) => term(word, 1 / words.length));
    const whole = words.join(" ");
    return entries.map((thing) => look(thing, whole)).filter((found) => found && found.had > least);
  }

  // What has all words; other words for a response find what has that response, and else only what has them beside one another.
  function findAll(words) {
    const whole = words.join(" ");
    const found = find(words, 0.999);
    const response = responses.get(whole);
    if (!response) return found;
    terms = [whole, ...response.split(" ")].map((word) => term(word, 1));
    const has = (thing, fits) => thing.keys.some(([text]) => fits(text.trim()));
    const given = entries.filter((thing) => thing.kind === "issue" && has(thing, (text) => text === response));
    return [...given.map((thing) => ({ thing, score: NAMED, had: 1 })), ...found.filter(({ thing }) => !given.includes(thing) && (words.length === 1 || has(thing, (text) => text.includes(whole))))];
  }

  // ---- What is shown ---------------------------------------------------------------------------------------------------------------------------

  // Adds text to an element with every word marked.
  function mark(element, text) {
    const { lower, places } = mapped(text);
    const hits = terms.flatMap(({ patterns }) => patterns.flatMap(([pattern]) => [...lower.matchAll(pattern)].map((hit) => [places[hit.index], places[hit.index + hit[0].length]])));
    hits.sort(([a, x], [b, y]) => a - b || y - x);
    let end = 0;
    for (const [from, to] of hits) {
      if (from < end || to <= from) continue;
      const marked = document.createElement("mark");
      marked.textContent = text.slice(from, to);
      element.append(text.slice(end, from), marked);
      end = to;
    }
    element.append(text.slice(end));
  }

  const worth = (text) => terms.reduce((sum, term) => sum + best(term, folded(text)), 0);

  // The sentence that has most of the words, what its text is called among them; the first of what weighs most where none has any.
  function excerpt({ texts }) {
    const main = texts.reduce((most, text) => (text.weight > (most?.weight ?? 0) ? text : most), undefined);
    let chosen = { worth: 0, text: main?.text.split("\n")[0] ?? "", label: main?.label ?? "" };
    for (const { label, text, weight } of texts) {
      const called = worth(label ?? "") * CALLED;
      if (!called && !terms.some((term) => best(term, folded(text)))) continue;
      for (const sentence of text.split(/(?<=[。！？；!?;])|(?<=\.)\s+(?=\p{Lu})|\n/u)) {
        const value = (worth(sentence) + called) * (1 + weight / 100);
        if (value > chosen.worth) chosen = { worth: value, text: sentence, label };
      }
    }
    return { label: chosen.label, text: cut(chosen.text.trim().replace(/[;；]$/, "…")) };
  }

  // A long sentence is cut around its first word, between words where it has some.
  function cut(text) {
    if (text.length <= LONGEST) return text;
    const { lower, places } = mapped(text);
    const hits = terms.flatMap(({ patterns }) => patterns.map(([pattern]) => lower.search(pattern))).filter((at) => at >= 0);
    const first = places[Math.min(...hits, lower.length)] ?? 0;
    const start = first < LONGEST - 30 || first >= text.length ? 0 : first - 40;
    const part = text.slice(start, start + LONGEST);
    const whole = /\s/.test(part.slice(20, -20));
    const before = start ? `…${whole ? part.replace(/^\S*\s/, "") : part}` : part;
    return start + LONGEST >= text.length ? before : `${whole ? before.replace(/\s\S*$/, "") : before}…`;
  }

  function line(label, text) {
    const element = document.createElement("p");
    if (label) {
      const name = document.createElement("span");
      name.className = "search-label";
      mark(name, label);
      name.append(list.dataset.colon);
      element.append(name);
    }
    mark(element, text);
    return element;
  }

  function show({ thing }, into) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = list.dataset.root + thing.href;
    mark(link, thing.title);
    const { s, i } = thing.entry ?? {};
    const status = s && document.getElementById(`status-${s}${i ? "-inferred" : ""}`);
    const said = thing.parent ? { label: "", text: thing.parent } : excerpt(thing);
    item.append(link, ...(status ? [status.content.cloneNode(true)] : []), ...(said.text && said.text !== thing.title ? [line(said.label, said.text)] : []));
    into.append(item);
  }

  function showMore(group, by) {
    const into = group.element.querySelector("ol");
    const end = Math.min(group.found.length, group.shown + by);
    for (; group.shown < end; group.shown++) show(group.found[group.shown], into);
    group.element.querySelector("button").parentElement.hidden = group.shown === group.found.length;
  }

  // Kinds in the order of their best; each says how many it has.
  function showAll(found) {
    for (const group of groups.values()) Object.assign(group, { found: [], shown: 0 });
    for (const each of found) groups.get(each.thing.kind)?.found.push(each);
    const order = new Set([...found.map(({ thing }) => groups.get(thing.kind)).filter(Boolean), ...groups.values()]);
    for (const group of order) {
      group.element.querySelector("ol").replaceChildren();
      group.element.hidden = !group.found.length;
      group.element.querySelector(".count").textContent = group.found.length;
      if (group.found.length) showMore(group, FIRST);
      list.append(group.element);
    }
  }

  function say(found, isPart) {
    const { none, part, one, many, comma, reading, total } = count.dataset;
    const kinds = [...list.querySelectorAll("[data-kind]:not([hidden]) h2")].map((heading) => heading.textContent.trim().replace(/\s+/g, " "));
    const said = found.length ? (found.length === 1 ? one : many).replace("{n}", found.length) + list.dataset.colon + kinds.join(comma) : none;
    const rest = issues < Number(total) ? reading.replace("{searched}", issues).replace("{total}", total) : "";
    count.textContent = (isPart && found.length ? part : "") + said + rest;
  }

  function search() {
    clearTimeout(timer);
    const words = read(input.value);
    let found = words.length ? findAll(words) : [];
    const isPart = words.length > 0 && !found.length;
    if (isPart) found = find(pieces(words), MOST - 0.001);
    found.sort((a, b) => (isPart ? b.had - a.had : 0) || b.score - a.score || (a.thing.entry?.n ?? 0) - (b.thing.entry?.n ?? 0) || 0);
    showAll(found);
    if (words.length) say(found, isPart);
    else count.textContent = "";
    empty.hidden = found.length > 0;
  }

  // ---- The address and the keyboard -----------------------------------------------------------------------------------------------------------

  // What a reader typed or cut off may be no encoded text.
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  // #q=… says what is looked for, or ?q=… as a form without a script sends it.
  function readAddress() {
    const fragment = /^#q=(.*)$/.exec(location.hash);
    const query = /[?&]q=([^&]*)/.exec(location.search);
    if (fragment) input.value = decoded(fragment[1]);
    else if (query) input.value = decoded(query[1].replaceAll("+", " "));
    search();
  }

  // Much takes a moment: then words are looked for when the typing pauses.
  function typed() {
    history.replaceState(null, "", `${location.pathname}#q=${encodeURIComponent(input.value)}`);
    clearTimeout(timer);
    if (entries.length > MANY) timer = setTimeout(search, PAUSE);
    else search();
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    typed();
    search();
  });
  input.addEventListener("input", typed);
  for (const group of groups.values()) {
    group.element.querySelector("button").addEventListener("click", () => {
      const first = group.shown;
      showMore(group, PAGE);
      group.element.querySelector("ol").children[first].querySelector("a").focus();
    });
  }
  window.addEventListener("hashchange", readAddress);
  const early = window.gongkaiSearchText ?? [];
  window.gongkaiSearchText = { push: add };
  readAddress();
  early.forEach(add);
  input.focus();
})();
