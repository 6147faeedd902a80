// Search and filters as a reader uses them: words typed or in the address, results counted aloud, conditions combined.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileUrl, homes, isChinese, openBrowser, serve, source } from "./shared.mjs";

let browser, server;
before(async () => ([browser, server] = [await openBrowser(), await serve()]));
after(async () => (await browser?.close(), server?.close()));

/** What is searched: issues, which have a number, and things of other kinds. */
const searched = (home) => JSON.parse(/\.push\((.*)\);\s*$/s.exec(source(`${home.root}search-text.js`))[1]);
const isIssue = (entry) => entry.n !== undefined;
const entries = (home) => searched(home).filter(isIssue);
const texts = (entry) => [entry.t, ...(entry.x ?? []).map(([, text]) => text), ...(entry.f ?? []).flat()];
const found = (tab) =>
  tab.evaluate(() => {
    const results = (group) =>
      [...group.querySelectorAll("li")].map((item) => ({
        link: item.querySelector("a").getAttribute("href"),
        title: item.querySelector("a").textContent,
        text: item.querySelector("p")?.textContent ?? "",
        status: item.querySelector(".glyph")?.getAttribute("class"),
      }));
    const groups = [...document.querySelectorAll("#search-results > section:not([hidden])")];
    return {
      kinds: groups.map((group) => group.dataset.kind),
      of: Object.fromEntries(groups.map((group) => [group.dataset.kind, results(group)])),
      counts: Object.fromEntries(groups.map((group) => [group.dataset.kind, Number(group.querySelector(".count").textContent)])),
      links: groups.flatMap(results).map(({ link }) => link),
      marks: [...document.querySelectorAll("#search-results mark")].map((mark) => mark.textContent.toLowerCase()),
      said: document.getElementById("search-count").textContent,
      role: document.getElementById("search-count").getAttribute("role"),
      leadsOn: !document.getElementById("search-empty").hidden,
    };
  });
const ask = async (tab, home, words) => {
  await tab.goto("about:blank");
  await tab.goto(`${server.url(`${home.root}search.html`)}#q=${encodeURIComponent(words)}`);
  return found(tab);
};
const showAll = (tab) => tab.evaluate(() => document.querySelectorAll("#search-results button").forEach((button) => button.click()));

/** The issues that hold every word somewhere, told from the published text. */
const expected = (home, words) => entries(home).filter((entry) => words.every((word) => texts(entry).some((text) => text.toLowerCase().includes(word))));

for (const home of homes) {
  const words = isChinese(home) ? ["土地", "处置"] : ["land", "disposal"];
  for (const [where, url] of [["a server", (path) => server.url(path)], ["a folder", fileUrl]]) {
    for (const form of ["#q=", "?q="]) {
      test(`${home.lang}: several words from the address after ${form}, from ${where}`, async () => {
        const tab = await browser.tab();
        await tab.goto(`${url(`${home.root}search.html`)}${form}${words.map(encodeURIComponent).join(form === "?q=" ? "+" : "%20")}`);
        await showAll(tab);
        const { of, counts, marks, said, role, leadsOn } = await found(tab);
        const wanted = expected(home, words);
        assert.ok(wanted.length > 1);
        const links = of.issue.map(({ link }) => link);
        for (const entry of wanted) assert.ok(links.includes(entry.h), entry.h);
        assert.equal(links.length, counts.issue);
        for (const { link, status } of of.issue) assert.equal(status, `glyph is-${entries(home).find((entry) => entry.h === link).s}`);
        assert.ok(said.includes(String(counts.issue)) && role === "status" && !leadsOn, said);
        for (const word of words) assert.ok(marks.includes(word), `${word} is marked`);
        await tab.close();
      });
    }
  }

  test(`${home.lang}: typed by keyboard, the best result first, nothing found is said and leads on`, async () => {
    const tab = await browser.tab();
    await tab.goto(server.url(`${home.root}search.html`));
    const [entry] = entries(home).filter((e) => e.n === 28);
    await tab.keyboard.type(entry.t);
    const { links } = await found(tab);
    assert.equal(links[0], entry.h);
    assert.ok(decodeURIComponent(new URL(tab.url()).hash).includes(entry.t), "the address can be shared");
    const none = await ask(tab, home, "zzzz");
    assert.equal(none.links.length, 0);
    assert.ok(none.said.length > 0 && none.leadsOn);
    const ways = await tab.evaluate(() => [...document.querySelectorAll("#search-empty a")].map((a) => a.getAttribute("href")));
    assert.ok(ways.includes("outstanding.html") && ways.includes("contact.html") && ways.some((way) => way.startsWith("sections/")), ways.join(" "));
    await tab.close();
  });

  test(`${home.lang}: where nothing has all words, what has most of them is shown and said to be so`, async () => {
    const tab = await browser.tab();
    const [entry] = entries(home).filter((e) => e.n === 46);
    const { links, said } = await ask(tab, home, `${entry.t} zzzz`);
    const { said: whole } = await ask(tab, home, entry.t);
    assert.equal(links[0], entry.h);
    assert.notEqual(said.slice(0, 5), whole.slice(0, 5));
    await tab.close();
  });

  test(`${home.lang}: every figure, post, document, unit, section and page is found under its own kind`, async () => {
    const tab = await browser.tab();
    await tab.goto(server.url(`${home.root}search.html`));
    const lost = await tab.evaluate(() => {
      const lost = [];
      const input = document.getElementById("search-words");
      const search = (kind, words, link) => {
        input.value = words;
        document.getElementById("search").requestSubmit();
        const button = document.querySelector(`[data-kind=${kind}] button`);
        const isFound = () => document.querySelector(`[data-kind=${kind}] a[href="${CSS.escape(link)}"]`) !== null;
        while (!isFound() && !button.parentElement.hidden) button.click();
        if (!isFound()) lost.push(`${kind} ${words}: ${link}`);
      };
      for (const script of document.querySelectorAll("script[src*=search-text]")) {
        const request = new XMLHttpRequest();
        request.open("GET", script.src, false);
        request.send();
        for (const entry of JSON.parse(/\.push\((.*)\);\s*$/s.exec(request.responseText)[1])) {
          if (entry.k && entry.k !== "figure") search(entry.k, entry.t, entry.h);
          const inside = entry.n === undefined ? "" : "#figures";
          for (const [label, words, value] of entry.f ?? []) {
            search("figure", `${label} ${words}`, entry.h + inside);
            if (value) search("figure", value, entry.h + inside);
          }
          for (const name of entry.d ?? []) search("document", name, `${entry.h}#documents`);
        }
      }
      return lost;
    });
    assert.deepEqual(lost, []);
    await tab.close();
  });

  test(`${home.lang}: an excerpt is a sentence with what its text is called`, async () => {
    const tab = await browser.tab();
    for (const entry of entries(home).slice(0, 8)) {
      const [, text] = entry.x.at(-1);
      const sentence = text.split(/(?<=[。.])\s*|\n/)[0];
      const { of } = await ask(tab, home, sentence.slice(0, isChinese(home) ? 12 : 40).replace(/\s\S*$/, ""));
      const result = of.issue?.find(({ link }) => link === entry.h);
      assert.ok(result && result.text.includes(sentence.slice(0, 8)), `${entry.h}: ${result?.text}`);
      assert.match(result.text, /^[^：:]+(：|: )/);
    }
    await tab.close();
  });

  test(`${home.lang}: marks, quotation marks, apostrophes, accents and width do not matter`, async () => {
    const tab = await browser.tab();
    const pairs = isChinese(home)
      ? [["“双世遗”旅游", "双世遗旅游"], ["因私出国（境）", "因私出国境"], ["１４７．６万元", "147.6万元"], ["1,476,000", "1476000"], ["《河长制》", "河长制"]]
      : [["people’s court", "peoples court"], ["Wuyi’s", "WUYIS"], ["bid-rigging", "bid rigging"], ["1,476,000", "1476000"], ["“Double”", "double"]];
    for (const [one, other] of pairs) {
      const [first, second] = [await ask(tab, home, one), await ask(tab, home, other)];
      assert.deepEqual(first.links, second.links, one);
    }
    await tab.close();
  });

  test(`${home.lang}: an issue is found by its number, its topic, its status and its body`, async () => {
    const tab = await browser.tab();
    const first = async (words) => {
      const { of } = await ask(tab, home, words);
      await showAll(tab);
      return { all: (await found(tab)).of.issue?.map(({ link }) => link) ?? [], first: of.issue?.[0]?.link };
    };
    const wanted = entries(home).find((entry) => entry.n === 26);
    const forms = isChinese(home) ? ["26", "026", "问题26", "第26个问题", "问题 26", "＃26"] : ["26", "Issue 26", "issue26", "#26"];
    for (const words of forms) {
      const { kinds, links } = await ask(tab, home, words);
      assert.deepEqual([kinds[0], links[0]], ["issue", wanted.h], words);
    }
    for (const [, place] of wanted.x.slice(0, 4)) assert.ok((await first(place.split("\n")[0])).all.includes(wanted.h), place);
    await tab.close();
  });

  test(`${home.lang}: an issue is found by its label, not by the number that it is not called by`, async () => {
    const tab = await browser.tab();
    const noun = isChinese(home) ? "问题" : "Issue ";
    const first = async (words) => {
      await ask(tab, home, words);
      await tab.evaluate(() => {
        const entry = (n, l) => ({ h: `issues/${n}.html`, n, l, t: `zzzz ${n}`, s: "completed" });
        window.gongkaiSearchText.push([entry(9001, "Q"), entry(9002, "20-004 #3"), entry(9003, "9127")]);
      });
      return (await found(tab)).links;
    };
    const called = { Q: 9001, q: 9001, [`${noun}Q`]: 9001, "20-004": 9002, "20-004 #3": 9002, [`${noun}20-004 #3`]: 9002, 9127: 9003, [`${noun}9127`]: 9003, "#9127": 9003 };
    for (const [words, n] of Object.entries(called)) assert.equal((await first(words))[0], `issues/${n}.html`, words);
    assert.deepEqual(await first("9127x"), [], "a number is a whole number");
    await tab.goto("about:blank");
    await tab.close();
  });

  test(`${home.lang}: of very many results some are shown, more on demand, and each part counts as it comes in`, async () => {
    const tab = await browser.tab();
    await ask(tab, home, "zzzz");
    const push = (from, to) =>
      tab.evaluate(
        (from, to) => {
          const entry = (n) => ({ h: `issues/${n}.html`, n, t: `zzzz ${n}`, s: "completed" });
          document.getElementById("search-count").dataset.total = "2000";
          window.gongkaiSearchText.push(Array.from({ length: to - from }, (_, i) => entry(from + i)));
        },
        from,
        to,
      );
    await push(1000, 1700);
    let { links, said } = await found(tab);
    assert.equal(links.length, 10);
    assert.ok(said.includes("700") && said.includes(String(entries(home).length + 700)) && said.includes("2000"), said);
    await push(1700, 2951);
    ({ links, said } = await found(tab));
    assert.ok(links.length === 10 && said.includes("1951") && !said.includes("2000"), said);
    await tab.click("[data-kind=issue] button");
    ({ links } = await found(tab));
    assert.equal(links.length, 60);
    assert.equal(await tab.evaluate(() => document.activeElement.getAttribute("href")), links[10], "the reader goes on where the new ones begin");
    await tab.close();
  });

  test(`${home.lang}: the box of a page that does not exist leads to what it looks for, without script too`, async () => {
    for (const script of [true, false]) {
      const tab = await browser.tab({ script });
      await tab.goto(server.url(`${home.root}404.html`));
      await tab.type("#search-box", words.join(" "));
      await Promise.all([tab.waitForNavigation(), tab.keyboard.press("Enter")]);
      assert.equal(new URL(tab.url()).search, `?q=${words.map(encodeURIComponent).join("+")}`);
      if (script) assert.ok((await found(tab)).links.length > 0);
      await tab.close();
    }
  });

  test(`${home.lang}: filters combine, are counted, and are cleared`, async () => {
    const tab = await browser.tab();
    await tab.goto(`${server.url(`${home.root}issues.html`)}#status=substantially-completed`);
    const shown = () => tab.evaluate(() => [...document.querySelectorAll("#issue-list tbody tr")].filter((row) => !row.hidden).length);
    const said = () => tab.evaluate(() => document.querySelector("#filters [role=status]").textContent);
    assert.equal(await shown(), 6);
    assert.ok((await said()).includes("6"));
    const section = await tab.evaluate(() => [...document.getElementById("filter-section").options].at(-1).value);
    await tab.select("#filter-section", section);
    await tab.evaluate(() => document.getElementById("filters").dispatchEvent(new Event("input", { bubbles: true })));
    assert.equal(await shown(), 3);
    assert.ok(new URL(tab.url()).hash.includes(`section=${section}`));
    await tab.click("#filters button[type=reset]");
    await tab.waitForFunction(() => [...document.querySelectorAll("#issue-list tbody tr")].every((row) => !row.hidden));
    assert.equal(await shown(), entries(home).length);
    await tab.close();
  });

  test(`${home.lang}: words that no title has are looked for in the texts`, async () => {
    const entry = entries(home).find((e) => e.f?.length);
    const [word] = entry.f[0];
    const tab = await browser.tab();
    await tab.goto(`${server.url(`${home.root}issues.html`)}#text=${encodeURIComponent(word)}`);
    const link = "#filters .filter-elsewhere a";
    assert.ok(await tab.$eval(link, (element) => element.checkVisibility()), word);
    await Promise.all([tab.waitForNavigation(), tab.click(link)]);
    await tab.waitForSelector(`#search-results a[href^="${entry.h}"]`);
    await tab.goto(server.url(`${home.root}issues.html`));
    assert.ok(!(await tab.$eval(link, (element) => element.checkVisibility())));
    await tab.close();
  });

  test(`${home.lang}: what is typed into a long list is looked for once the typing pauses`, async () => {
    const tab = await browser.tab();
    // The list grows before the script, which is deferred, reads it.
    await tab.evaluateOnNewDocument(() =>
      document.addEventListener("readystatechange", () => {
        const body = document.querySelector("#issue-list tbody");
        if (document.readyState === "interactive") for (let n = 0; n < 1001; n++) body.append(body.rows[0].cloneNode(true));
      }),
    );
    await tab.goto(server.url(`${home.root}issues.html`));
    const looked = await tab.evaluate(async () => {
      const rows = [...document.querySelectorAll("#issue-list tbody tr")];
      const hidden = () => rows.filter((row) => row.hidden).length;
      const input = document.getElementById("filter-text");
      for (const letter of "zzz") {
        input.value += letter;
        input.dispatchEvent(new Event("input", { bubbles: true }));
      }
      const atOnce = hidden();
      await new Promise((paused) => setTimeout(paused, 400));
      return { atOnce, later: hidden(), all: rows.length, hash: location.hash };
    });
    assert.ok(looked.all > 1000);
    assert.equal(looked.atOnce, 0, "nothing happens while words are typed");
    assert.equal(looked.later, looked.all);
    assert.equal(looked.hash, "#text=zzz");
    await tab.close();
  });

  test(`${home.lang}: an address that no list knows shows all, and a place of the page keeps the conditions`, async () => {
    const tab = await browser.tab();
    const state = () =>
      tab.evaluate(() => ({
        values: [...document.querySelectorAll("#filters select, #filters [type=checkbox]:checked")].map((control) => control.value),
        shown: [...document.querySelectorAll("#issue-list tbody tr")].filter((row) => !row.hidden).length,
        hash: location.hash,
      }));
    const go = async (hash) => {
      await tab.evaluate((hash) => (location.hash = hash), hash);
      await tab.evaluate(() => new Promise((done) => setTimeout(done, 50)));
      return state();
    };
    await tab.goto(`${server.url(`${home.root}issues.html`)}#status=nonsense&due=%E0%A4%A&unit=units.html&section=`);
    const all = entries(home).length;
    const first = await state();
    assert.deepEqual([first.shown, first.hash, first.values.filter(Boolean)], [all, "", []]);
    const one = await go("#status=substantially-completed&due=nonsense");
    assert.deepEqual([one.shown, one.hash, one.values.filter(Boolean)], [6, "#status=substantially-completed", ["substantially-completed"]]);
    const place = await go("#main");
    assert.deepEqual([place.shown, place.values.filter(Boolean)], [6, ["substantially-completed"]]);
    const other = await go("#status=completed");
    assert.ok(other.shown > 6 && other.hash === "#status=completed");
    const none = await go("");
    assert.deepEqual([none.shown, none.values.filter(Boolean)], [all, []]);
    await tab.close();
  });

  test(`${home.lang}: words cut off in the address are looked for as they stand`, async () => {
    const tab = await browser.tab();
    await tab.goto(`${server.url(`${home.root}search.html`)}#q=95%`);
    assert.equal(await tab.evaluate(() => document.getElementById("search-words").value), "95%");
    assert.ok((await found(tab)).said.length > 0);
    await tab.close();
  });
}
