// Sixty questions as a journalist or a citizen types them, each with where its first result must lead: at least 57 are right, and of none is it said
// that nothing is found. Where the result may be one of several, the kind or the beginning of its address is named.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { homes, isChinese, openBrowser, serve, source } from "./shared.mjs";

let browser, server;
before(async () => ([browser, server] = [await openBrowser(), await serve()]));
after(async () => (await browser?.close(), server?.close()));

const issue = (n) => `issues/${String(n).padStart(3, "0")}.html`;
const figures = (n) => `${issue(n)}#figures`;
const people = "accountability.html#group-";

const CHINESE = [
  // Numbers.
  ["26", issue(26)], ["026", issue(26)], ["问题26", issue(26)], ["第26个问题", issue(26)], ["＃２６", issue(26)], ["1476000", figures(26)], ["1,476,000", figures(26)],
  ["147.6万", figures(26)], ["１４７．６万元", figures(26)], ["49个问题", "index.html"], ["57 责任人", "accountability.html"], ["0599-8861722", "contact.html"],
  // Status words.
  ["正在整改", "status/in-progress.html"], ["基本完成", "status/substantially-completed.html"], ["已完成", "status/completed.html"], ["逾期", "outstanding.html"],
  ["未完成", "outstanding.html"], ["下一步", "outstanding.html"],
  // Places and posts.
  ["浦城", "places.html#place-pucheng"], ["松溪县", "places.html#place-songxi"], ["安口村", people], ["派出所", people], ["建阳 书记", people],
  // Topics, sections, units, pages.
  ["市自然资源局", "units.html#unit-municipal-natural-resources-bureau"], ["电话", "contact.html"], ["下载", "data.html"], ["问责", "accountability.html"], ["完成率", "statistics.html"],
  ["全文", "notice.html"],
  // Titles and texts, with marks or without.
  ["招投标", issue(26)], ["串标", /^issues\/026/], ["扫黑除恶", issue(8)], ["“双世遗”旅游", issue(3)], ["双世遗旅游", issue(3)], ["六稳六保", issue(7)], ["因私出国(境)", issue(37)],
  ["违建", issue(28)], ["工业园区 违建", issue(28)], ["环保督察", issue(6)], ["污染", /^issues\//], ["腐败", /^issues\//], ["罚款", figures(26)], ["保证金", /^issues\/026/],
  ["晨阳光电", issue(46)], ["融信典当", issue(47)], ["工程建设招投标不规范问题仍突出", issue(26)], ["关于进一步加强房屋建筑和市政基础设施工程建设项目招投标监管", /^issues\/0(26|49)\.html#documents/],
  ["出国管理有漏洞吗", issue(37)], ["土地管理为什么不力", issue(27)], ["2021年12月", /^issues\//], ["2022年底", /^issues\//], ["2021年12月底前", /^issues\//],
];
const ENGLISH = [
  ["26", issue(26)], ["Issue 26", issue(26)], ["#26", issue(26)], ["1476000", figures(26)], ["1,476,000", figures(26)], ["1.476 million", /^issues\/026/], ["57 held responsible", "accountability.html"],
  ["overdue", "outstanding.html"], ["unfinished", "outstanding.html"], ["In progress", "status/in-progress.html"], ["substantially completed", "status/substantially-completed.html"],
  ["Pucheng", "places.html#place-pucheng"], ["police station", people], ["village Party branch", people], ["Songxi county", "places.html#place-songxi"],
  ["phone", "contact.html"], ["download", "data.html"], ["sanctions", "accountability.html"],
  ["bidding", issue(26)], ["bid rigging", /^issues\/026/], ["bid-rigging", /^issues\/026/], ["pollution", /^issues\//], ["polluting", /^issues\//], ["organization department", "units.html#unit-organisation-department"],
  ["Staffing Commission", "units.html#unit-staffing-commission-office"], ["intermediate people's court", "units.html#unit-nanping-intermediate-court"], ["intermediate peoples court", "units.html#unit-nanping-intermediate-court"],
  ["fines", figures(26)], ["illegal construction", issue(28)], ["tendering", issue(26)],
];

// The examples: a county's notice in both languages, an audit in English. Each by the title of its notice.
const TABLES = {
  中共南平市委关于巡视整改进展情况的通报: [CHINESE, ENGLISH],
  中共青岚县委关于落实市委巡察反馈意见整改进展情况的通报: [
    [["县教育局", "units.html#unit-education"], ["幼儿园", issue(2)], ["拖欠工程款", issue(9)], ["12", issue(12)], ["未启动", "status/not-started.html"], ["逾期", "outstanding.html"], ["谈话提醒", "accountability.html#group-admonished"], ["长期坚持", "status/ongoing.html"],
      ["饮水安全", issue(1)], ["欠薪", issue(9)], ["谁负责水质", issue(4)], ["问责几人", "accountability.html"], ["2025-06-12", issue(1)], ["整改率", "statistics.html"], ["幼儿园什么时候建好", issue(2)], ["2346万元", figures(6)], ["更正", "changes.html"], ["台账", "ledger.html"], ["医院", issue(3)], ["督查室", issue(1)], ["原定时限", issue(2)], ["延期", "outstanding.html"], ["责任领导", /^issues\//]],
    [["kindergarten", issue(2)], ["kindergartens", issue(2)], ["digitised personnel files", issue(12)], ["overdue payment", issue(9)], ["Issue 4", issue(4)], ["not started", "status/not-started.html"],
      ["sewage", issue(4)], ["verification", issue(1)], ["2025-06-12", issue(1)], ["completion rate", "statistics.html"], ["who was punished", "accountability.html"], ["23.46 million", figures(6)], ["correction", "changes.html"], ["hospital", issue(3)], ["unspent money", issue(6)], ["farm subsidy", issue(7)], ["originally due", issue(2)], ["extended", "outstanding.html"]],
  ],
  audit: [
    [],
    [["duplicate payments", issue(2)], ["contractors", /^issues\/00[36]/], ["£5,000", issue(4)], ["5000", issue(4)], ["Digital Services", "units.html#unit-digital"], ["testing recovery", issue(8)], ["tenant", issue(6)],
      ["£186,400", figures(2)], ["how long do repairs take", /housing|00[456]/], ["fraud", issue(1)], ["bank account", issue(1)], ["leavers", issue(7)], ["rejected", "response/rejected.html"], ["not accepted", "response/rejected.html"], ["originally due", issue(4)], ["24-02 #1", issue(4)], ["June 2026", issue(9)], ["head of repairs", /^issues\/00[45]/]],
  ],
};

const first = (tab, words) =>
  tab.evaluate(async (hash) => {
    const changed = new Promise((done) => addEventListener("hashchange", done, { once: true }));
    location.hash = hash;
    await changed;
    return document.querySelector("#search-results a")?.getAttribute("href");
  }, `#q=${encodeURIComponent(words)}`);
const isRight = (found, wanted) => (wanted instanceof RegExp ? wanted.test(found) : found === wanted || (wanted.endsWith("-") && found.startsWith(wanted)));

const [CHINESE_TABLE, ENGLISH_TABLE] = TABLES[JSON.parse(source("data/notice.json")).title?.zh] ?? TABLES.audit;

test("questions have the right first result, sixty and more on the model notice", async () => {
  const tab = await browser.tab();
  const [wrong, lost] = [[], []];
  let asked = 0;
  for (const home of homes) {
    await tab.goto(server.url(`${home.root}search.html`));
    for (const [words, wanted] of isChinese(home) ? CHINESE_TABLE : ENGLISH_TABLE) {
      const found = await first(tab, words);
      asked++;
      if (!found) lost.push(words);
      if (!isRight(found, wanted)) wrong.push(`${words}: ${found}, not ${wanted}`);
    }
  }
  await tab.close();
  assert.deepEqual(lost, [], "nothing is found");
  assert.ok(asked >= (CHINESE_TABLE === CHINESE ? 60 : 7) && wrong.length * 20 <= asked, [`${wrong.length} of ${asked}`, ...wrong].join("\n"));
  for (const line of wrong) console.log(line);
});
