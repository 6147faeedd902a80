// Finds issues by substrings, so that Chinese needs no word list. Several words must all occur. Best first: title, statement, figures, text.
// The text comes in parts, each a script that pushes its entries; they are searched as they come in.
(function () {
  "use strict";
  var form = document.getElementById("search");
  var input = document.getElementById("search-words");
  var list = document.getElementById("search-results");
  var count = document.getElementById("search-count");
  var more = document.getElementById("search-more");
  if (!form) return;
  var CONTEXT = 40;
  var PAGE = 50;
  var PAUSE = 120;
  var weights = { t: 8, q: 4, f: 2, b: 1 };
  var entries = [];
  var results = [];
  var words = [];
  var shown = 0;
  var timer;

  function folded(text) {
    return text.normalize("NFKC").toLowerCase();
  }

  function add(part) {
    part.forEach(function (entry) {
      var keys = {};
      Object.keys(weights).forEach(function (name) {
        keys[name] = folded(entry[name]);
      });
      entries.push({ entry: entry, keys: keys });
    });
    search();
  }

  function score(keys) {
    var total = 0;
    for (var i = 0; i < words.length; i++) {
      var best = 0;
      for (var part in weights) if (keys[part].indexOf(words[i]) >= 0) best += weights[part];
      if (!best) return 0;
      total += best;
    }
    return total;
  }

  // Adds text to an element with every word marked. Folding may change lengths, so words are looked for in the text as it stands.
  function mark(element, text) {
    var lower = text.toLowerCase();
    var at = 0;
    while (at < text.length) {
      var next = -1;
      var length = 0;
      words.forEach(function (word) {
        var found = lower.indexOf(word, at);
        if (found >= 0 && (next < 0 || found < next || (found === next && word.length > length))) {
          next = found;
          length = word.length;
        }
      });
      if (next < 0) break;
      element.appendChild(document.createTextNode(text.slice(at, next)));
      var hit = document.createElement("mark");
      hit.textContent = text.slice(next, next + length);
      element.appendChild(hit);
      at = next + length;
    }
    element.appendChild(document.createTextNode(text.slice(at)));
  }

  function excerpt(entry) {
    var text = [entry.q, entry.f, entry.b].filter(Boolean).join(" ");
    var lower = text.toLowerCase();
    var first = words.reduce(function (first, word) {
      var at = lower.indexOf(word);
      return at >= 0 && (first < 0 || at < first) ? at : first;
    }, -1);
    var start = Math.max(0, first - CONTEXT);
    var end = Math.min(text.length, start + CONTEXT * 4);
    return (start > 0 ? "…" : "") + text.slice(start, end) + (end < text.length ? "…" : "");
  }

  function show(entry) {
    var item = document.createElement("li");
    var link = document.createElement("a");
    link.href = list.dataset.root + entry.h;
    mark(link, list.dataset.name.replace("{number}", entry.n).replace("{title}", entry.t));
    var text = document.createElement("p");
    mark(text, excerpt(entry));
    item.appendChild(link);
    var status = document.getElementById("status-" + entry.s);
    if (status) item.appendChild(status.content.cloneNode(true));
    item.appendChild(text);
    list.appendChild(item);
  }

  function showMore() {
    var end = Math.min(results.length, shown + PAGE);
    for (; shown < end; shown++) show(results[shown].entry);
    more.hidden = shown === results.length;
  }

  function say() {
    var pattern = results.length === 0 ? count.dataset.none : results.length === 1 ? count.dataset.one : count.dataset.many;
    var text = pattern.replace("{n}", results.length);
    var total = Number(count.dataset.total);
    if (entries.length < total) text += count.dataset.reading.replace("{searched}", entries.length).replace("{total}", total);
    count.textContent = text;
  }

  function search() {
    words = folded(input.value).split(/\s+/).filter(Boolean);
    list.textContent = "";
    shown = 0;
    results = [];
    if (!words.length) {
      count.textContent = "";
      more.hidden = true;
      return;
    }
    entries.forEach(function (item) {
      var value = score(item.keys);
      if (value) results.push({ entry: item.entry, score: value });
    });
    results.sort(function (a, b) {
      return b.score - a.score || a.entry.n - b.entry.n;
    });
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
    var match = /^#q=(.*)$/.exec(location.hash);
    if (match) input.value = decoded(match[1]);
    search();
  }

  // Many issues take a moment: then words are looked for when the typing pauses.
  function typed() {
    history.replaceState(null, "", "#q=" + encodeURIComponent(input.value));
    clearTimeout(timer);
    if (entries.length > 1000) timer = setTimeout(search, PAUSE);
    else search();
  }

  form.hidden = false;
  form.addEventListener("submit", function (event) {
    event.preventDefault();
  });
  input.addEventListener("input", typed);
  more.querySelector("button").addEventListener("click", function () {
    var first = shown;
    showMore();
    list.children[first].querySelector("a").focus();
  });
  window.addEventListener("hashchange", read);
  var early = window.gongkaiSearchText || [];
  window.gongkaiSearchText = { push: add };
  read();
  early.forEach(add);
  input.focus();
})();
