// Follows the edits in an open page: reloads it, or swaps its style sheet, or shows what is wrong. The browser keeps the scroll position.
// Runs under the site's own policy (`script-src 'self'`, `require-trusted-types-for 'script'`): text and elements only, never markup.
(() => {
  "use strict";
  const script = document.currentScript;
  const findings = document.getElementById("gongkai-findings");
  const stopped = document.getElementById("gongkai-stopped");
  const pages = Number(script.dataset.pages); // 0: this page stands in for one that could not be made
  let style = script.dataset.style;
  let events = null;
  let shown = "";
  let asked = null; // the list of what is wrong
  let sheets = [...document.querySelectorAll("link[rel=stylesheet]")].filter((link) => link.href.endsWith(style));
  const site = sheets[0]?.href.slice(0, -style.length);

  function follow(news) {
    const isOld = news.pages !== pages;
    if (isOld && (pages !== 0 || news.findings === "")) {
      location.reload();
      return;
    }
    if (news.findings === "") {
      findings.hidden = true;
    } else if (news.findings !== shown) {
      load();
    }
    shown = news.findings;
    if (pages !== 0 && news.style !== style) {
      swap(news.style);
    }
  }

  // What a request reads as a document is no markup that the page takes in: the policy lets it be.
  function get(address, read) {
    const request = new XMLHttpRequest();
    request.responseType = "document";
    request.addEventListener("load", () => read(request.response));
    request.open("GET", address);
    request.send();
    return request;
  }

  function load() {
    asked?.abort(); // an older answer may come later
    asked = get(new URL("findings.html", script.src), (list) => {
      findings.querySelector("div").replaceChildren(...list.body.childNodes);
      findings.hidden = shown === ""; // mended meanwhile
    });
  }

  // The older sheets go when a new one is there, so the page is never without. One that is asked for after another edit
  // is not there any more, and goes itself.
  function swap(next) {
    const old = sheets.at(-1);
    if (!old) {
      location.reload();
      return;
    }
    const link = old.cloneNode();
    link.href = site + next;
    link.addEventListener("load", () => remove(sheets.slice(0, Math.max(sheets.indexOf(link), 0))));
    link.addEventListener("error", () => remove([link]));
    old.after(link);
    sheets.push(link);
    style = next;
  }

  function remove(links) {
    sheets = sheets.filter((link) => !links.includes(link));
    links.forEach((link) => link.remove());
  }

  // A browser opens few connections to one server, and a page nobody sees needs none.
  function open() {
    events?.close();
    if (document.hidden) {
      return;
    }
    events = new EventSource(new URL("events", script.src));
    events.addEventListener("open", () => {
      stopped.hidden = true;
    });
    events.addEventListener("news", (event) => follow(JSON.parse(event.data)));
    events.addEventListener("error", () => {
      stopped.hidden = false;
      if (events.readyState === EventSource.CLOSED) {
        setTimeout(renew, 1000);
      }
    });
  }

  // The browser gives up where the events are refused. A preview that was started anew refuses them, since it has
  // another token, which only a new page knows; so the page asks whether there is one.
  function renew() {
    const isNew = (page) => page?.querySelector("script[data-pages]")?.src !== script.src;
    const request = get(location.href, (page) => (isNew(page) ? location.reload() : open()));
    request.addEventListener("error", open);
  }

  document.addEventListener("visibilitychange", open);
  findings.querySelector("button").addEventListener("click", () => {
    findings.hidden = true;
  });
  open();
})();
