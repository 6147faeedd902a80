// Narrows the table of all issues by the conditions of the form; the address carries them, so a list can be shared. A list on several pages
// comes as data beside its first page: then rows are made as they are shown, some at a time.
(() => {
  "use strict";
  const form = document.getElementById("filters");
  const table = document.getElementById("issue-list");
  if (!form || !table) return;
  const PAUSE = 120;
  const MANY = 1000;
  const SOME = 100;
  const count = form.querySelector("[role=status]");
  const elsewhere = form.querySelector(".filter-elsewhere");
  const reset = form.querySelector("[type=reset]");
  const sort = form.querySelector("[data-sort]");
  const chips = [...form.elements].filter((control) => control.type === "checkbox");
  const controls = [...form.elements].filter((control) => control.name && control.type !== "checkbox");
  const chosen = () => chips.filter((chip) => chip.checked).map((chip) => chip.value).join(",");
  const body = table.tBodies[0];
  const list = window.gongkaiIssueList;
  const more = document.getElementById("more-rows");
  const pages = document.querySelector(".pages");
  const rows = list ? list.rows.map(record) : [...body.rows].map((element) => ({ element, ...element.dataset }));
  let timer;
  let waiting = [];

  // A row of the data as the rows of the table are: words in place of their numbers.
  function record([number, title, href, status, section, units, fields, isInferred, due, dueText, answer, overdue, noDue]) {
    const words = (numbers) => numbers.map((n) => list.shared[n]);
    const [slug, sectionTitle, sectionHref] = words(section);
    const joined = (numbers) => words(numbers).map((word) => `${word} `).join("");
    return { number, title, href, status: list.shared[status], section: slug, sectionTitle, sectionHref, units: joined(units), fields: joined(fields), isInferred, due, dueText, answer, overdue, noDue };
  }

  const part = (name) => document.getElementById("row-parts").content.querySelector(`[data-of="${name}"]`)?.cloneNode(true);
  const status = ({ status, isInferred }) => part(`${status} ${isInferred}`);

  // A row of the table, made after the first one.
  function made(row) {
    const element = list.pattern.cloneNode(true);
    const link = (cell, words, href) => Object.assign(cell.querySelector("a"), { textContent: words, href });
    const number = element.querySelector(".col-number");
    number.textContent = row.number;
    number.classList.toggle("is-long", row.number.length > 4);
    link(element.querySelector(".col-title"), row.title, row.href);
    const section = element.querySelector(".col-section");
    if (section) link(section, row.sectionTitle, row.sectionHref);
    const state = element.querySelector(".col-status");
    state.replaceChildren(...status(row).childNodes);
    if (row.overdue) state.append(" ", Object.assign(document.createElement("span"), { className: "overdue", textContent: row.overdue }));
    const due = element.querySelector(".col-due");
    if (row.dueText) due.replaceChildren(row.dueText);
    else due.replaceChildren(...part(row.noDue ? "no-due" : "none").childNodes);
    return element;
  }

  // Shows some more of the rows that wait.
  function showMore() {
    body.append(...waiting.splice(0, SOME).map((row) => (row.element ??= made(row))));
    more.hidden = !waiting.length;
  }

  const folded = (text) => text.normalize("NFKC").toLowerCase();

  // The text of a row is folded once, when it is first looked through.
  function text(row) {
    row.text ??= folded(list ? [row.number, row.title, row.sectionTitle, status(row).textContent, row.dueText, row.overdue].join(" ") : row.element.textContent);
    return row.text;
  }

  // Fields of the office's own: a row has those that it has as `id=value`.
  const OWN = "field-";
  const hasField = (id) => (row, value) => ` ${row.fields ?? ""}`.includes(` ${id}=${value} `);

  const tests = {
    status: (row, value) => value.split(",").includes(row.status),
    text: (row, value) => value.every((word) => text(row).includes(word)),
    unit: (row, value) => ` ${row.units}`.includes(` ${value} `),
  };

  function apply() {
    clearTimeout(timer);
    const wanted = [["status", chosen()], ...controls.map(({ name, value }) => [name, value.trim()])].filter(([, value]) => value);
    const conditions = wanted.map(([name, value]) => {
      const sought = name === "text" ? folded(value).split(/\s+/) : value;
      const test = tests[name] ?? (name.startsWith(OWN) ? hasField(name.slice(OWN.length)) : (row) => row[name] === sought);
      return (row) => test(row, sought);
    });
    const matches = (row) => conditions.every((condition) => condition(row));
    const shown = list ? showFirst(matches, wanted.length) : hideOthers(matches);
    count.textContent = shown ? count.dataset.pattern.replace("{n}", shown).replace("{all}", rows.length) : count.dataset.none;
    table.hidden = !shown;
    // Words that no title has may stand in the texts.
    const words = form.elements.text.value.trim();
    elsewhere.hidden = Boolean(shown) || !words;
    elsewhere.firstElementChild.hash = `q=${encodeURIComponent(words)}`;
    reset.hidden = !wanted.length;
    const hash = wanted.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`).join("&");
    if (location.hash.slice(1) !== hash) history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  }

  function hideOthers(matches) {
    let shown = 0;
    for (const row of rows) {
      const isShown = matches(row);
      if (row.element.hidden === isShown) row.element.hidden = !isShown;
      if (isShown) shown += 1;
    }
    return shown;
  }

  // The pages of the whole list are of no use beside a part of it.
  function showFirst(matches, conditions) {
    const found = ordered().filter(matches);
    waiting = [...found];
    body.replaceChildren();
    showMore();
    if (pages) pages.hidden = conditions > 0 || Boolean(sort.value);
    more.hidden ||= pages ? !pages.hidden : false;
    return found.length;
  }

  // What a reader typed or cut off may be no encoded text.
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return "";
    }
  }

  // A value that a list does not have leaves it as it begins: at "all".
  function read() {
    const given = new Map(location.hash.slice(1).split("&").map((pair) => pair.split("=")).filter((pair) => pair.length === 2));
    // Another place of the page may be in the address: then the list stays as it is.
    const isCondition = !location.hash || given.has("status") || controls.some(({ name }) => given.has(name));
    const statuses = decoded(given.get("status") ?? "").split(",");
    for (const chip of isCondition ? chips : []) chip.checked = statuses.includes(chip.value);
    for (const control of isCondition ? controls : []) {
      const value = decoded(given.get(control.name) ?? "");
      const isKnown = !control.options || [...control.options].some((option) => option.value === value);
      control.value = isKnown ? value : "";
    }
    apply();
  }

  // Many issues take a moment: then they are looked through when the typing pauses.
  function typed(event) {
    clearTimeout(timer);
    if (event.target.name === "text" && rows.length > MANY) timer = setTimeout(apply, PAUSE);
    else apply();
  }

  // What has no deadline comes last; of two with one deadline the one that stands first in the document.
  function ordered() {
    const key = (row) => row.due || "9999";
    return sort.value ? [...rows].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)) : rows;
  }

  function order() {
    if (list) apply();
    else body.append(...ordered().map((row) => row.element));
  }

  if (list) list.pattern = body.rows[0].cloneNode(true);
  more?.addEventListener("click", showMore);
  form.hidden = false;
  sort.addEventListener("change", order);
  form.addEventListener("input", typed);
  form.addEventListener("reset", () => setTimeout(() => (order(), apply()), 0));
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", read);
  read();
})();
