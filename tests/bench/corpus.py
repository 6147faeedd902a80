"""A notice of any number of issues, the same for every generator.

Deterministic: issue 26 is the same in a notice of 49 and in one of 50,000. The sentences are ordinary ones of such notices, each with its
translation; figures are drawn at random and stand in both languages. A narrative has 600 to 900 Chinese characters and 300 to 400 English
words: a lead, four items in bold, a table, an ending.
"""

import random
from dataclasses import dataclass, field

LANGUAGES = ("zh", "en")
AS_OF = "2024-06-30"
MONTHS = "January February March April May June July August September October November December".split()

NOTICE = {
    "title": {"zh": "示范市委关于巡视整改进展情况的通报", "en": "Notice of the Model City Committee on Progress in Rectification"},
    "issuer": {"zh": "中共示范市委", "en": "CPC Model City Committee"},
    "summary": {
        "zh": "中共示范市委公布巡视反馈问题的整改进展和尚未完成事项的下一步措施。",
        "en": "The CPC Model City Committee reports on what has been put right since the inspection and on what remains to be done.",
    },
    "body": {"zh": "省委巡视组", "en": "Provincial Inspection Team"},
    "subject": {"zh": "示范市", "en": "Model City"},
    "address": {"zh": "示范市人民路市政大楼", "en": "Municipal Building, Renmin Road, Model City"},
    "telephone": "0599-8000000",
    "email": "office@notice.example",
}

# slug, title and short title in both languages, topics.
SECTIONS = [
    ("policy-delivery", "贯彻落实重大决策部署", "Carrying out major decisions", "决策部署", "Decisions"),
    ("party-governance", "落实全面从严治党责任", "Carrying out full and rigorous self-governance", "从严治党", "Self-governance"),
    ("organisation", "加强基层组织建设", "Strengthening grassroots organisations", "基层组织", "Grassroots"),
    ("livelihood", "保障和改善民生", "Protecting and improving livelihoods", "民生保障", "Livelihoods"),
    ("environment", "生态环境保护", "Protection of the environment", "生态环境", "Environment"),
    ("public-funds", "财政资金和国有资产管理", "Management of public funds and state assets", "资金资产", "Funds and assets"),
    ("projects", "工程项目建设管理", "Management of construction projects", "工程项目", "Projects"),
    ("follow-up", "以往巡视和审计整改", "Follow-up of earlier inspections and audits", "后续整改", "Follow-up"),
]
TOPICS = [
    ("responsibility", "主体责任落实不到位", "Principal responsibility not fully met"),
    ("oversight", "日常监督不够严格", "Day-to-day oversight not strict enough"),
    ("procedure", "办事程序不够规范", "Procedures not followed closely enough"),
    ("results", "工作成效不够明显", "Results not clear enough"),
]
PLACES = [("城东区", "Chengdong"), ("城西区", "Chengxi"), ("临江县", "Linjiang"), ("平山县", "Pingshan"), ("南溪县", "Nanxi"), ("高新区", "the High-Tech Zone"), ("云岭县", "Yunling"), ("新港区", "Xingang")]
FIELDS = [
    ("招投标管理", "tendering"), ("土地利用", "land use"), ("农村饮水", "rural drinking water"), ("医疗保障", "medical insurance"),
    ("城市更新", "urban renewal"), ("污水治理", "sewage treatment"), ("干部选拔", "selection of officials"), ("国企管理", "state-owned enterprises"),
    ("扶贫资产", "poverty-relief assets"), ("校园安全", "school safety"), ("公共交通", "public transport"), ("养老服务", "care for the elderly"),
    ("政务服务", "government services"), ("营商环境", "the business environment"), ("档案管理", "archives"), ("河道采砂", "sand mining in rivers"),
]
FAULTS = [
    ("责任不清", "Unclear responsibility in"), ("监管不严", "Lax supervision of"), ("进度滞后", "Slow progress in"), ("制度不全", "Incomplete rules on"),
    ("资金闲置", "Idle funds in"), ("台账不实", "Inaccurate records of"), ("排查不细", "Careless checks of"), ("整改不力", "Weak rectification in"),
]
UNITS = [
    (f"{code}-bureau", f"市{zh}局", f"Municipal {en} Bureau")
    for code, zh, en in [
        ("finance", "财政", "Finance"), ("audit", "审计", "Audit"), ("housing", "住房和城乡建设", "Housing and Construction"),
        ("water", "水利", "Water Resources"), ("education", "教育", "Education"), ("health", "卫生健康", "Health"),
        ("transport", "交通运输", "Transport"), ("agriculture", "农业农村", "Agriculture"), ("environment", "生态环境", "Environment"),
        ("natural-resources", "自然资源", "Natural Resources"), ("civil-affairs", "民政", "Civil Affairs"), ("commerce", "商务", "Commerce"),
        ("culture", "文化和旅游", "Culture and Tourism"), ("emergency", "应急管理", "Emergency Management"), ("statistics", "统计", "Statistics"),
        ("justice", "司法", "Justice"), ("medical-insurance", "医疗保障", "Medical Insurance"), ("forestry", "林业", "Forestry"),
        ("market", "市场监管", "Market Regulation"), ("urban-management", "城市管理", "Urban Management"),
    ]
]
STATUSES = ["completed"] * 14 + ["substantially-completed"] * 3 + ["in-progress"] * 2 + ["ongoing"]

# id, label in both languages, unit, lowest and highest value, step; and the sentence that quotes it.
FIGURES = [
    ("cases", "查处案件", "Cases dealt with", "piece", 3, 90, 1, "共查处相关案件{{ cases }}，", "In all, {{ cases }} cases were dealt with;"),
    ("fines", "处罚金额", "Fines imposed", "CNY", 120_000, 9_800_000, 1_000, "处罚金额{{ fines }}。", "fines came to {{ fines }}."),
    ("recovered", "收回资金", "Money recovered", "CNY", 200_000, 88_000_000, 10_000, "收回资金{{ recovered }}，", "Money recovered came to {{ recovered }};"),
    ("projects", "整改项目", "Projects put right", "piece", 4, 260, 1, "整改项目{{ projects }}。", "{{ projects }} projects were put right."),
    ("visits", "走访群众", "Visits to residents", "person-time", 300, 9_800, 1, "走访群众{{ visits }}，", "Officials made {{ visits }} visits to residents;"),
    ("households", "受益农户", "Households that benefit", "household", 120, 8_600, 1, "受益农户{{ households }}。", "{{ households }} households benefit."),
    ("roads", "修复道路", "Road repaired", "km", 2, 90, 1, "修复道路{{ roads }}，", "Repairs covered {{ roads }} of road;"),
    ("land", "盘活用地", "Land brought into use", "mu", 20, 3_200, 1, "盘活用地{{ land }}。", "{{ land }} of land were brought into use."),
    ("share", "完成比例", "Share completed", "percent", 600, 999, 1, "完成比例{{ share }}，", "The share completed is {{ share }};"),
    ("enterprises", "检查企业", "Enterprises inspected", "enterprise", 9, 480, 1, "检查企业{{ enterprises }}。", "{{ enterprises }} enterprises were inspected."),
]
UNIT_WORDS = {
    "piece": ("个", ""), "person-time": ("人次", ""), "household": ("户", ""), "km": ("公里", " km"), "mu": ("亩", " mu"), "enterprise": ("家", ""),
}

LEADS = [
    ("针对巡视反馈的{field}问题，{place}党委政府成立工作专班，制定整改方案，逐项明确责任单位和完成时限。", "{Place} set up a task force on {field}, drew up a plan, and named a responsible body and a deadline for each step."),
    ("{place}把{field}列为重点整改任务，主要领导牵头研究，先后召开专题会议{a}次。", "{Place} made {field} a priority, led by its principal officials, and held {a} meetings on the subject."),
    ("收到反馈意见后，市委立即组织核查，{d}前完成{field}领域的摸底，共梳理出具体事项{b}项。", "The city checked at once and by {d} had taken stock of {field}, listing {b} matters in all."),
    ("围绕{field}中的突出矛盾，{place}会同市直部门开展联合检查，现场查看点位{b}处。", "On the main difficulties in {field}, {Place} and municipal departments carried out joint checks and visited {b} places."),
]
HEADS = [
    ("压实责任。", "Clear responsibility."), ("全面排查。", "Thorough checks."), ("健全制度。", "Better rules."), ("加强监督。", "Closer oversight."),
    ("整改个案。", "Individual cases."), ("强化培训。", "More training."), ("公开透明。", "Openness."), ("巩固成果。", "Lasting results."),
]
SENTENCES = [
    ("建立问题清单、任务清单和责任清单，实行销号管理，每月通报一次进度。", "Lists of problems, tasks and responsibilities were drawn up, items are struck off when done, and progress is reported every month."),
    ("全市共排查相关项目{b}个，发现不规范情形{a}个，已全部交由属地限期改正。", "Checks covered {b} projects and found {a} irregularities, all referred to the local authorities with a deadline."),
    ("修订《{field}管理办法》，进一步明确审批权限、办理流程和责任追究情形。", "The Measures on {field} were revised to settle who approves what, how applications are handled and who answers for breaches."),
    ("组织业务培训班{a}期，参训干部{b}人次，重点讲解政策界限和典型案例。", "Officials attended {a} training courses, {b} attendances in all, on where the policy draws the line and on typical cases."),
    ("对进展缓慢的{a}个乡镇进行约谈，督促主要负责人到现场协调解决。", "The heads of {a} townships that had fallen behind were called in and told to settle matters on the spot."),
    ("截至{d}，应收款项已收回{m}，余款按照还款协议分期收取。", "By {d}, {m} had been collected, and the rest is being paid in instalments as agreed."),
    ("{place}财政安排专项资金{m}，用于补齐设施短板和日常维护。", "{Place} set aside {m} for missing facilities and routine maintenance."),
    ("聘请第三方机构开展绩效评价，综合得分{p}分以上的项目占{q}%。", "An outside body assessed the results: {q}% of the projects scored {p} or more."),
    ("通过政府网站公开办理结果{b}条，接受群众监督，收到意见建议{a}件。", "The results of {b} items were published on the government website, and {a} comments were received from residents."),
    ("市纪委监委对{field}领域开展专项监督，发现并移交问题线索{a}件。", "The discipline commission carried out special oversight of {field} and passed on {a} leads."),
    ("办结率由整改前的{p}%提高到{q}%，群众满意度明显上升。", "The share of cases closed rose from {p}% to {q}%, and residents are clearly more satisfied."),
    ("对照审计报告逐条核实，补充完善资料{b}份，相关凭证已重新归档。", "Each point of the audit report was verified, {b} documents were added and the vouchers filed again."),
    ("{place}引入信息化手段，将{b}个点位接入监管平台，实现异常情况自动预警。", "{Place} connected {b} points to a monitoring platform that gives warning of anything unusual."),
    ("对{a}家逾期未改的单位下达督办通知，并纳入年度考核。", "Notices were served on {a} bodies that missed the deadline, and this counts in their annual assessment."),
    ("完善部门联席会议制度，每季度会商一次，及时研究跨部门事项。", "Departments now meet every quarter and deal promptly with matters that concern several of them."),
    ("{d}底前，历史遗留的{a}宗用地手续全部补办完毕。", "Papers for {a} parcels of land left over from earlier years were completed by the end of {d}."),
    ("新建和改造管网{b}公里，覆盖{place}的主要片区。", "New and renovated pipes of {b} km now serve the main districts of {place_en}."),
    ("组织人员入户走访{n}户，逐户核对信息，补发补助{m}。", "Visits to {n} households served to check the records, and {m} in subsidies was paid after the fact."),
    ("约谈中介机构{a}家，取消其中不合格机构的入库资格。", "The managers of {a} agencies were called in, and those that did not qualify were struck off the register."),
    ("把整改情况列入领导班子民主生活会对照检查内容，逐项说明原因和措施。", "Leading bodies examined themselves on the rectification at their meetings and gave causes and measures item by item."),
    ("对符合条件的{n}人落实待遇，发放到位资金{m}，没有新增拖欠。", "Benefits reached {n} persons who qualify, with payments of {m}, and no new arrears have arisen."),
    ("开展“回头看”{a}次，对反弹问题立即督促纠正，防止边改边犯。", "Follow-up visits took place {a} times, and anything that had slipped back was corrected at once."),
    ("优化办事流程，平均办理时间缩短{a}个工作日，申请材料减少{c}份。", "Simpler procedures cut handling by {a} working days on average and the papers required by {c}."),
    ("建立长效机制，出台配套文件{c}份，明确监督检查的频次和方式。", "To make the results last, {c} supporting documents set out how often and in what way checks are made."),
    ("对{place}的{b}个村开展抽查，合格率达到{q}%，其余立行立改。", "Spot checks in {b} villages of {place_en} found {q}% up to standard; the rest were put right at once."),
    ("督促建设单位加快施工，{d}完成主体工程，累计投入{m}。", "The builders were pressed to speed up; the main works were finished in {d} at a cost of {m}."),
    ("规范合同管理，清理超期合同{a}份，重新签订{c}份。", "Contracts are managed more strictly: {a} that had run out were cleared up and {c} were signed anew."),
    ("与周边地市签订协作协议，共享监测数据，共同处置跨界事项{a}起。", "Agreements with neighbouring cities provide for shared monitoring data; {a} matters that cross the boundary were settled together."),
    ("市委督查室跟踪问效，印发督查专报{c}期，推动解决难点事项{a}项。", "The supervision office followed up, issued {c} special reports and helped to settle {a} difficult matters."),
    ("资产清查范围覆盖{b}家单位，盘盈盘亏均已按规定程序处理。", "The review of assets covered {b} bodies, and surpluses and losses were dealt with as the rules require."),
    ("设立举报电话和信箱，受理群众反映{b}件，办结{a}件。", "A telephone line and a mailbox for complaints received {b} submissions from residents, of which {a} have been closed."),
    ("选派业务骨干{a}名到一线蹲点指导，帮助解决技术难题。", "Experienced staff, {a} in all, were posted to the front line to give advice and solve technical problems."),
    ("严格执行公开招标规定，应招标项目招标率保持在{q}%以上。", "The rules on open tendering are strictly observed, and {q}% or more of the projects concerned go to tender."),
    ("将典型问题编印成册，发放{n}份，用身边事教育身边人。", "Typical cases were printed as a booklet, {n} copies of which were handed out, so that people learn from what happens near them."),
]
TABLES = [
    (("处理情况", "数量（个）", "金额"), ("Outcome", "Number", "Amount"), [("已完成整改", "Put right"), ("正在办理", "In hand"), ("未发现问题", "Unfounded")]),
    (("区域", "点位（处）", "投入"), ("Area", "Places", "Spending"), [("城区", "Urban"), ("乡镇", "Townships"), ("园区", "Industrial parks")]),
    (("年度", "项目（个）", "资金"), ("Year", "Projects", "Funds"), [("前年", "Before last year"), ("去年", "Last year"), ("今年", "This year")]),
]
ENDINGS = [
    ("下一步，{place}将继续抓好{field}，防止问题反弹。", "{Place} will keep working on {field} so that the problem does not come back."),
    ("目前，上述措施已全部落实，有关情况已向社会公开。", "All of these measures have been carried out, and the public has been informed."),
    ("市委将把{field}纳入日常监督，定期评估整改成效。", "The city will make {field} part of its regular oversight and review the results from time to time."),
]
NEXT_STEPS = (
    "继续推进{field}整改，**{until}前**完成剩余{a}个项目，落实资金{m}。",
    "Work on {field} continues: the remaining {a} projects, with funds of {m}, are to be completed **by {until}**.",
)
STATEMENT = ("{place}在{field}方面{fault}，群众反映较多。", "In {place_en} there were complaints about {field}: {fault_en}.")
DOCUMENT = ("《{place}{field}管理办法》", "Measures of {place_en} on {field}")


@dataclass
class Issue:
    number: int
    section: int
    topic: int
    title: dict
    statement: dict
    status: str
    due: str | None
    completed_on: str | None
    verified_on: str | None
    lead: list
    responsible: list
    figures: list
    documents: list
    narrative: dict = field(default_factory=dict)
    next_steps: dict | None = None
    history: list = field(default_factory=list)

    def expanded(self, lang):
        """The narrative with its figures set in, for generators that do not know them."""
        text = self.narrative[lang]
        for figure in self.figures:
            text = text.replace("{{ " + figure["id"] + " }}", figure["text"][lang])
        return text


def count(n):
    return {"zh": str(n), "en": f"{n:,}"}


def money(yuan):
    """An amount as each language writes it: 147.6万元, CNY 1.476 million."""
    def scaled(power, places):
        whole, part = divmod(yuan, 10**power)
        digits = f"{part:0{power}d}"[:places].rstrip("0")
        return f"{whole:,}.{digits}" if digits else f"{whole:,}"
    zh = f"{scaled(8, 8)}亿元" if yuan >= 10**8 else f"{scaled(4, 4).replace(',', '')}万元"
    return {"zh": zh, "en": f"CNY {scaled(6, 6)} million" if yuan >= 10**6 else f"CNY {yuan:,}"}


def month(year, number):
    return {"zh": f"{year}年{number}月", "en": f"{MONTHS[number - 1]} {year}"}


def issue(number, n):
    rng = random.Random(number * 7919 + 17)
    section, topic = (number - 1) * len(SECTIONS) // n, rng.randrange(len(TOPICS))
    place, area, fault = rng.choice(PLACES), rng.choice(FIELDS), rng.choice(FAULTS)
    words = {"place": place, "field": area, "fault": fault}
    status = rng.choice(STATUSES)
    outstanding = status != "completed"
    units = rng.sample(UNITS, 3)
    due = rng.choice(["2024-09", "2024-12", "2025-06", "2025-12"]) if status != "ongoing" else None
    made = Issue(
        number=number, section=section, topic=topic, status=status, due=due,
        title={"zh": f"{place[0]}{area[0]}{fault[0]}", "en": f"{fault[1]} {area[1]} in {place[1]}"},
        statement=dict(zip(LANGUAGES, fill(STATEMENT, rng, words))),
        completed_on=None if outstanding else f"2024-{rng.randint(1, 3):02d}-{rng.randint(1, 28):02d}",
        verified_on=None if outstanding else f"2024-{rng.randint(4, 6):02d}-{rng.randint(1, 28):02d}",
        lead=[units[0]], responsible=units[1:], figures=figures(rng),
        documents=[dict(zip(LANGUAGES, fill(DOCUMENT, rng, words)))],
    )
    made.narrative = narrative(rng, words, made.figures)
    made.history = [{"on": "2023-07-01", "status": "in-progress"}]
    if outstanding:
        # What is still to be done is done by the deadline of the record.
        until = month(*map(int, (due or "2025-12").split("-")))
        made.next_steps = dict(zip(LANGUAGES, fill(NEXT_STEPS, rng, words | {"until": until})))
        made.history += [] if status == "in-progress" else [{"on": "2024-05-31", "status": status}]
    else:
        made.history.append({"on": made.completed_on, "status": status})
    return made


def figures(rng):
    made = []
    for id, zh, en, unit, low, high, step, *_ in sorted(rng.sample(FIGURES, 4), key=FIGURES.index):
        value = rng.randrange(low, high, step)
        text = count(value)
        if unit == "CNY":
            text = money(value)
        elif unit == "percent":
            tenths = f"{value // 10}.{value % 10}".removesuffix(".0")
            value, text = tenths, {"zh": f"{tenths}%", "en": f"{tenths}%"}
        else:
            words = UNIT_WORDS[unit]
            text = {"zh": text["zh"] + words[0], "en": text["en"] + words[1]}
        made.append({"id": id, "label": {"zh": zh, "en": en}, "value": value, "unit": unit, "text": text})
    return made


def fill(pair, rng, words):
    """Sets the same figures into a sentence and its translation."""
    a, b = rng.randint(2, 29), rng.randint(30, 480)
    values = {
        "until": words.get("until", month(2025, 12)),
        "a": count(a), "b": count(b), "c": count(rng.randint(2, 9)), "n": count(rng.randint(500, 9_800)),
        "p": {"zh": str(p := rng.randint(60, 84)), "en": str(p)}, "q": {"zh": str(q := rng.randint(85, 99)), "en": str(q)},
        "m": money(rng.randrange(80_000, 42_000_000, 1_000)), "d": month(rng.choice([2023, 2024]), rng.randint(1, 12)),
    }
    place, area = words["place"], words["field"]
    fault = words.get("fault", ("", ""))
    zh = pair[0].format(place=place[0], field=area[0], fault=fault[0], **{k: v["zh"] for k, v in values.items()})
    en = pair[1].format(
        Place=place[1][0].upper() + place[1][1:], place_en=place[1], field=area[1], fault_en=fault[1].rsplit(" ", 1)[0].lower(),
        **{k: v["en"] for k, v in values.items()},
    )
    return zh, en


def narrative(rng, words, figures):
    """A lead, items in bold, a table, an ending; the first two items also quote the figures of the record."""
    sides = [[], []]
    quoted = {f["id"] for f in figures}
    quotes = [(f[7], f[8]) for f in FIGURES if f[0] in quoted]

    def say(*pairs, head=None):
        texts = [fill(pair, rng, words) for pair in pairs]
        for side, joint in ((0, ""), (1, " ")):
            text = joint.join(t[side] for t in texts)
            sides[side].append(f"- **{head[side]}**{joint}{text}" if head else text)

    leads, sentences = rng.sample(LEADS, 2), rng.sample(SENTENCES, len(SENTENCES))
    say(*leads)
    for side in sides:
        side.append("")
    for position, head in enumerate(rng.sample(HEADS, 4)):
        say(sentences.pop(), sentences.pop(), head=head)
        if position < 2:
            for side, joint in ((0, ""), (1, " ")):
                pair = [q[side] for q in quotes[2 * position:2 * position + 2]]
                sides[side][-1] += joint + joint.join(closed(p, side, last) for p, last in zip(pair, (False, True)))
    length = lambda: (sum(map(len, sides[0])), sum(len(line.split()) for line in sides[1]))
    while length()[0] < 540 or length()[1] < 262:
        for side, text in enumerate(fill(sentences.pop(), rng, words)):
            sides[side][-1] += ("" if side == 0 else " ") + text
    table(rng, sides)
    say(rng.choice(ENDINGS))
    return {lang: "\n".join(side) + "\n" for lang, side in zip(LANGUAGES, sides)}


def closed(text, side, last):
    """Two quotes make one sentence, whatever pair was drawn."""
    if side == 0:
        return text[:-1] + ("。" if last else "，")
    return (text[0].lower() if last else text[0].upper()) + text[1:-1] + ("." if last else ";")


def table(rng, sides):
    zh_head, en_head, rows = rng.choice(TABLES)
    for side, head in ((0, zh_head), (1, en_head)):
        sides[side] += ["", "| " + " | ".join(head) + " |", "| --- | ---: | ---: |"]
    for row in rows:
        n, amount = count(rng.randint(2, 180)), money(rng.randrange(80_000, 8_000_000, 1_000))
        for side, lang in enumerate(LANGUAGES):
            sides[side].append(f"| {row[side]} | {n[lang]} | {amount[lang]} |")
    for side in sides:
        side.append("")


def issues(n):
    return (issue(number, n) for number in range(1, n + 1))
