// Narrows the table of all issues by the conditions of the form; the address carries them, so a list can be shared.
(function () {
  "use strict";
  var form = document.getElementById("filters");
  var table = document.getElementById("issue-list");
  if (!form || !table) return;
  var rows = Array.prototype.slice.call(table.tBodies[0].rows);
  var count = form.querySelector("[role=status]");
  var fields = ["text", "status", "section", "unit", "due"].filter(function (name) {
    return form.elements[name];
  });

  function folded(text) {
    return text.normalize("NFKC").toLowerCase();
  }

  function matches(row, wanted) {
    return fields.every(function (name) {
      var value = wanted[name];
      if (!value) return true;
      if (name === "text") {
        var text = folded(row.textContent);
        return folded(value).split(/\s+/).every(function (word) {
          return text.indexOf(word) >= 0;
        });
      }
      if (name === "unit") return (" " + row.dataset.units).indexOf(" " + value + " ") >= 0;
      return row.dataset[name] === value;
    });
  }

  function apply() {
    var wanted = {};
    var address = [];
    fields.forEach(function (name) {
      wanted[name] = form.elements[name].value.trim();
      if (wanted[name]) address.push(name + "=" + encodeURIComponent(wanted[name]));
    });
    var shown = 0;
    rows.forEach(function (row) {
      row.hidden = !matches(row, wanted);
      if (!row.hidden) shown += 1;
    });
    count.textContent = shown ? count.dataset.pattern.replace("{n}", shown) : count.dataset.none;
    var hash = address.length ? "#" + address.join("&") : " ";
    if (location.hash !== hash.trim()) history.replaceState(null, "", address.length ? hash : location.pathname);
  }

  // What a reader typed or cut off may be no encoded text.
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return "";
    }
  }

  function read() {
    location.hash
      .slice(1)
      .split("&")
      .forEach(function (pair) {
        var parts = pair.split("=");
        if (fields.indexOf(parts[0]) >= 0 && parts.length === 2) form.elements[parts[0]].value = decoded(parts[1]);
      });
  }

  form.hidden = false;
  read();
  apply();
  form.addEventListener("input", apply);
  form.addEventListener("reset", function () {
    setTimeout(apply, 0);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
  });
  window.addEventListener("hashchange", function () {
    read();
    apply();
  });
})();
