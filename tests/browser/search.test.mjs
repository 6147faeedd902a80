// Search and filters as a reader uses them: words typed or in the address, results counted aloud, conditions combined.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileUrl, homes, isChinese, openBrowser, serve, source } from "./shared.mjs";

let browser, server;
before(async () => ([browser, server] = [await openBrowser(), await serve()]));
after(async () => (await browser?.close(), server?.close()));

/** What is searched: issues, which have a number, and texts of the notice as a whole. */
const searched = (home) => JSON.parse(/\.push\((.*)\);\s*$/s.exec(source(`${home.root}search-text.js`))[1]);
const isIssue = (entry) => entry.n !== undefined;
const entries = (home) => searched(home).filter(isIssue);
const found = (tab) =>
  tab.evaluate(() => ({
    links: [...document.querySelectorAll("#search-results a")].map((a) => a.getAttribute("href")),
    marks: [...document.querySelectorAll("#search-results mark")].map((mark) => mark.textContent.toLowerCase()),
    statuses: [...document.querySelectorAll("#search-results li")].map((item) => item.querySelector(".glyph")?.getAttribute("class")),
    said: document.getElementById("search-count").textContent,
    role: document.getElementById("search-count").getAttribute("role"),
  }));

/** The issues and texts that hold every word somewhere, told from the published text. */
const expected = (home, words) =>
  searched(home).filter((entry) => words.every((word) => [entry.t, entry.q, entry.f, entry.b, entry.p].some((part) => part.toLowerCase().includes(word))));

for (const home of homes) {
  const words = isChinese(home) ? ["土地", "处置"] : ["land", "disposal"];
  for (const [where, url] of [["a server", (path) => server.url(path)], ["a folder", fileUrl]]) {
    test(`${home.lang}: several words from the address, from ${where}`, async () => {
      const tab = await browser.tab();
      await tab.goto(`${url(`${home.root}search.html`)}#q=${encodeURIComponent(words.join(" "))}`);
      const { links, marks, statuses, said, role } = await found(tab);
      const wanted = expected(home, words);
      assert.ok(wanted.length > 1);
      assert.deepEqual([...links].sort(), wanted.map((entry) => entry.h).sort());
      const issues = wanted.filter(isIssue);
      assert.deepEqual(statuses.slice(0, issues.length), links.slice(0, issues.length).map((link) => `glyph is-${issues.find((entry) => entry.h === link).s}`));
      assert.ok(statuses.slice(issues.length).every((status) => status === undefined), "texts come after the issues and have no status");
      assert.ok(said.includes(String(issues.length)) && role === "status", said);
      for (const word of words) assert.ok(marks.includes(word), `${word} is marked`);
      await tab.close();
    });
  }

  test(`${home.lang}: typed by keyboard, the best result first, nothing found is said`, async () => {
    const tab = await browser.tab();
    await tab.goto(server.url(`${home.root}search.html`));
    const [entry] = entries(home).filter((e) => e.n === 28);
    await tab.keyboard.type(entry.t);
    const { links } = await found(tab);
    assert.equal(links[0], entry.h);
    assert.ok(decodeURIComponent(new URL(tab.url()).hash).includes(entry.t), "the address can be shared");
    await tab.keyboard.type(" zzzz");
    const none = await found(tab);
    assert.equal(none.links.length, 0);
    assert.ok(none.said.length > 0);
    await tab.close();
  });

  test(`${home.lang}: a text of the notice as a whole is found by its title and its words, and is counted as no issue`, async () => {
    const tab = await browser.tab();
    for (const text of searched(home).filter((entry) => !isIssue(entry))) {
      await tab.goto("about:blank");
      await tab.goto(`${server.url(`${home.root}search.html`)}#q=${encodeURIComponent(text.b.split("\n")[0].slice(0, 30))}`);
      const { links, said } = await found(tab);
      assert.ok(links.includes(text.h), text.h);
      const texts = links.filter((link) => !link.startsWith("issues/")).length;
      assert.ok(said.includes(String(texts)) && (links.length > texts || !/问题|issue/.test(said)), said);
    }
    await tab.close();
  });

  test(`${home.lang}: an issue is found by its number, its topic, its status and its body`, async () => {
    const tab = await browser.tab();
    const first = async (words) => {
      await tab.goto("about:blank");
      await tab.goto(`${server.url(`${home.root}search.html`)}#q=${encodeURIComponent(words)}`);
      return (await found(tab)).links;
    };
    const wanted = entries(home).find((entry) => entry.n === 26);
    const forms = isChinese(home) ? ["26", "026", "问题26", "第26个问题", "问题 26"] : ["26", "Issue 26", "issue26", "#26"];
    for (const words of forms) assert.equal((await first(words))[0], wanted.h, words);
    const money = isChinese(home) ? "26亿元" : "26x";
    assert.ok(!(await first(money)).includes(wanted.h) || Object.values(wanted).some((text) => String(text).includes(money)));
    for (const place of wanted.p.split(/\n|; /)) assert.ok((await first(place)).includes(wanted.h), place);
    await tab.close();
  });

  test(`${home.lang}: an issue is found by its label, not by the number that it is not called by`, async () => {
    const tab = await browser.tab();
    const noun = isChinese(home) ? "问题" : "Issue ";
    const first = async (words) => {
      await tab.goto("about:blank");
      await tab.goto(`${server.url(`${home.root}search.html`)}#q=${encodeURIComponent(words)}`);
      await tab.evaluate(() => {
        const entry = (n, l) => ({ h: `issues/${n}.html`, n, l, t: `zzzz ${n}`, s: "completed", q: "", f: "", b: "", p: "" });
        window.gongkaiSearchText.push([entry(9001, "Q"), entry(9002, "20-004 #3"), entry(9003, "9127")]);
      });
      return (await found(tab)).links;
    };
    const called = { Q: 9001, q: 9001, [`${noun}Q`]: 9001, "20-004": 9002, "20-004 #3": 9002, [`${noun}20-004 #3`]: 9002, 9127: 9003, [`${noun}9127`]: 9003, "#9127": 9003 };
    for (const [words, n] of Object.entries(called)) assert.equal((await first(words))[0], `issues/${n}.html`, words);
    assert.deepEqual(await first(`${noun}9001`.replace(" ", "")), [], "its number is not what it is called");
    await tab.goto("about:blank");
    await tab.close();
  });

  test(`${home.lang}: of very many results some are shown, more on demand, and each part counts as it comes in`, async () => {
    const tab = await browser.tab();
    await tab.goto(`${server.url(`${home.root}search.html`)}#q=zzzz`);
    const push = (from, to) =>
      tab.evaluate(
        (from, to) => {
          const entry = (n) => ({ h: `issues/${n}.html`, n, t: `zzzz ${n}`, s: "completed", q: "", f: "", b: "", p: "" });
          document.getElementById("search-count").dataset.total = "2000";
          window.gongkaiSearchText.push(Array.from({ length: to - from }, (_, i) => entry(from + i)));
        },
        from,
        to,
      );
    await push(1000, 1700);
    let { links, said } = await found(tab);
    assert.equal(links.length, 50);
    assert.ok(said.includes("700") && said.includes(String(entries(home).length + 700)) && said.includes("2000"), said);
    await push(1700, 2951);
    ({ links, said } = await found(tab));
    assert.ok(links.length === 50 && said.includes("1951") && !said.includes("2000"), said);
    await tab.click("#search-more button");
    ({ links } = await found(tab));
    assert.equal(links.length, 100);
    assert.equal(await tab.evaluate(() => document.activeElement.getAttribute("href")), links[50], "the reader goes on where the new ones begin");
    await tab.close();
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
        values: [...document.querySelectorAll("#filters select")].map((select) => select.value),
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
