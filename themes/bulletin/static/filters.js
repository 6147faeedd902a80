// Narrows the table of all issues by the conditions of the form; the address carries them, so a list can be shared.
(() => {
  "use strict";
  const form = document.getElementById("filters");
  const table = document.getElementById("issue-list");
  if (!form || !table) return;
  const PAUSE = 120;
  const MANY = 1000;
  const count = form.querySelector("[role=status]");
  const controls = ["text", "status", "section", "unit", "answer", "due"].map((name) => form.elements[name]).filter(Boolean);
  const rows = [...table.tBodies[0].rows].map((element) => ({ element, ...element.dataset }));
  let timer;

  const folded = (text) => text.normalize("NFKC").toLowerCase();

  // The text of a row is folded once, when it is first looked through.
  function text(row) {
    row.text ??= folded(row.element.textContent);
    return row.text;
  }

  const tests = {
    text: (row, value) => value.every((word) => text(row).includes(word)),
    unit: (row, value) => ` ${row.units}`.includes(` ${value} `),
  };

  function apply() {
    clearTimeout(timer);
    const wanted = controls.map(({ name, value }) => [name, value.trim()]).filter(([, value]) => value);
    const conditions = wanted.map(([name, value]) => {
      const sought = name === "text" ? folded(value).split(/\s+/) : value;
      const test = tests[name] ?? ((row) => row[name] === sought);
      return (row) => test(row, sought);
    });
    let shown = 0;
    for (const row of rows) {
      const matches = conditions.every((condition) => condition(row));
      if (row.element.hidden === matches) row.element.hidden = !matches;
      if (matches) shown += 1;
    }
    count.textContent = shown ? count.dataset.pattern.replace("{n}", shown) : count.dataset.none;
    const hash = wanted.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
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
    const isCondition = !location.hash || controls.some(({ name }) => given.has(name));
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

  form.hidden = false;
  form.addEventListener("input", typed);
  form.addEventListener("reset", () => setTimeout(apply, 0));
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", read);
  read();
})();
