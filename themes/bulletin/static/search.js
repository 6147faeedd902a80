// Finds issues by substrings, so that Chinese needs no word list. Several words must all occur. Best first: title, statement, figures, text.
(function () {
  "use strict";
  var form = document.getElementById("search");
  var input = document.getElementById("search-words");
  var list = document.getElementById("search-results");
  var count = document.getElementById("search-count");
  if (!form || !window.gongkaiSearchText) return;
  var CONTEXT = 40;
  var weights = { t: 8, q: 4, f: 2, b: 1 };
  var entries = window.gongkaiSearchText.map(function (entry) {
    var keys = {};
    Object.keys(weights).forEach(function (part) {
      keys[part] = folded(entry[part]);
    });
    return { entry: entry, keys: keys };
  });

  function folded(text) {
    return text.normalize("NFKC").toLowerCase();
  }

  function score(keys, words) {
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
  function mark(element, text, words) {
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

  function excerpt(entry, words) {
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

  function show(result, words) {
    var item = document.createElement("li");
    var link = document.createElement("a");
    link.href = list.dataset.root + result.entry.h;
    mark(link, list.dataset.name.replace("{number}", result.entry.n).replace("{title}", result.entry.t), words);
    var text = document.createElement("p");
    mark(text, excerpt(result.entry, words), words);
    item.appendChild(link);
    var status = document.getElementById("status-" + result.entry.s);
    if (status) item.appendChild(status.content.cloneNode(true));
    item.appendChild(text);
    list.appendChild(item);
  }

  function search() {
    var words = folded(input.value).split(/\s+/).filter(Boolean);
    list.textContent = "";
    if (!words.length) {
      count.textContent = "";
      return;
    }
    var results = entries
      .map(function (item) {
        return { entry: item.entry, score: score(item.keys, words) };
      })
      .filter(function (result) {
        return result.score > 0;
      })
      .sort(function (a, b) {
        return b.score - a.score || a.entry.n - b.entry.n;
      });
    var pattern = results.length === 0 ? count.dataset.none : results.length === 1 ? count.dataset.one : count.dataset.many;
    count.textContent = pattern.replace("{n}", results.length);
    results.forEach(function (result) {
      show(result, words);
    });
  }

  function read() {
    var match = /^#q=(.*)$/.exec(location.hash);
    if (match) input.value = decodeURIComponent(match[1]);
    search();
  }

  form.hidden = false;
  form.addEventListener("submit", function (event) {
    event.preventDefault();
  });
  input.addEventListener("input", function () {
    history.replaceState(null, "", "#q=" + encodeURIComponent(input.value));
    search();
  });
  window.addEventListener("hashchange", read);
  read();
  input.focus();
})();
