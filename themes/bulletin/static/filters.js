// Narrows the table of all issues by the conditions of the form; the address carries them, so a list can be shared.
(() => {
  "use strict";
  const form = document.getElementById("filters");
  const table = document.getElementById("issue-list");
  if (!form || !table) return;
  const PAUSE = 120;
  const MANY = 1000;
  const count = form.querySelector("[role=status]");
  const reset = form.querySelector("[type=reset]");
  const sort = form.querySelector("[data-sort]");
  const chips = [...form.elements].filter((control) => control.type === "checkbox");
  const controls = [...form.elements].filter((control) => control.name && control.type !== "checkbox");
  const chosen = () => chips.filter((chip) => chip.checked).map((chip) => chip.value).join(",");
  const rows = [...table.tBodies[0].rows].map((element) => ({ element, ...element.dataset }));
  let timer;

  const folded = (text) => text.normalize("NFKC").toLowerCase();

  // The text of a row is folded once, when it is first looked through.
  function text(row) {
    row.text ??= folded(row.element.textContent);
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
    let shown = 0;
    for (const row of rows) {
      const matches = conditions.every((condition) => condition(row));
      if (row.element.hidden === matches) row.element.hidden = !matches;
      if (matches) shown += 1;
    }
    count.textContent = shown ? count.dataset.pattern.replace("{n}", shown).replace("{all}", rows.length) : count.dataset.none;
    table.hidden = !shown;
    reset.hidden = !wanted.length;
    const hash = wanted.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`).join("&");
    if (location.hash.slice(1) !== hash) history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
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
  function order() {
    const key = (row) => row.due || "9999";
    const sorted = sort.value ? [...rows].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)) : rows;
    table.tBodies[0].append(...sorted.map((row) => row.element));
  }

  form.hidden = false;
  sort.addEventListener("change", order);
  form.addEventListener("input", typed);
  form.addEventListener("reset", () => setTimeout(() => (order(), apply()), 0));
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", read);
  read();
})();
