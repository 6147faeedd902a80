//! What grows: every construct of Markdown and YAML, and what breaks each rule, as long as one likes.

use gongkai::rules::{Example, RULES};

use crate::explained::changed;
use crate::fixture::Fixture;

const ZH: &str = "content/1-projects/001.zh.md";
const EN: &str = "content/1-projects/001.en.md";
const RECORD: &str = "content/1-projects/001.yaml";
const SECTION: &str = "content/1-projects/section.yaml";
const NOTICE: &str = "content/notice.yaml";
const UNITS: &str = "content/units.yaml";
const GLOSSARY: &str = "content/glossary.yaml";
const ACCOUNTABILITY: &str = "content/accountability.yaml";

/// Stands for a number that is another each time.
const COUNTER: char = '№';

/// Something that is written again and again, or once and long.
pub struct Construct {
    /// What it is called: for most, what is repeated.
    pub name: String,
    fixture: Fixture,
    files: Vec<&'static str>,
    head: &'static str,
    body: Body,
    tail: &'static str,
}

/// What grows.
enum Body {
    /// A text, repeated.
    Repeated(&'static str),
    /// Whatever is made for a size in bytes.
    Made(fn(usize) -> String),
}

impl Construct {
    fn new(file: &'static str, head: &'static str, body: Body, tail: &'static str) -> Construct {
        let name = match body {
            Body::Repeated(text) => format!("{head}{text}{tail}"),
            Body::Made(_) => head.to_owned(),
        };
        Construct { name, fixture: Fixture::small(), files: vec![file], head, body, tail }
    }

    /// The small notice with about so many bytes of it.
    pub fn of_size(&self, size: usize) -> Fixture {
        let body = match self.body {
            Body::Repeated(text) => repeated(text, size),
            Body::Made(make) => make(size),
        };
        let text = format!("{}{body}{}", self.head, self.tail);
        self.files.iter().fold(self.fixture.clone(), |fixture, file| match fixture.has(file) {
            true => fixture.adding(file, &text),
            false => fixture.with(file, &text),
        })
    }
}

/// A text again and again, until it has a size; numbers count up.
fn repeated(text: &str, size: usize) -> String {
    let mut grown = String::with_capacity(size + text.len());
    for number in 0.. {
        if grown.len() >= size {
            break;
        }
        grown.push_str(&text.replace(COUNTER, &number.to_string()));
    }
    grown
}

/// Marks that get longer and longer.
fn growing(mark: &str, between: &str, size: usize) -> String {
    let mut grown = String::with_capacity(size);
    for length in 1.. {
        if grown.len() >= size {
            break;
        }
        grown.push_str(&mark.repeat(length));
        grown.push_str(between);
    }
    grown
}

/// Everything that is measured.
pub fn all() -> Vec<Construct> {
    let mut all = narratives();
    all.extend(made());
    all.extend(both_languages());
    all.extend(records());
    all.extend(rules());
    all
}

/// Texts that are repeated in a narrative: on one line, unless they have line breaks of their own.
const REPEATED: &[&str] = &[
    // Marks that are never closed.
    "](",
    "[",
    "![",
    "]",
    "[]",
    "[](",
    "[甲](乙",
    "*a ",
    "*甲",
    "**",
    "** a",
    "**甲**",
    "_",
    "_a ",
    "__",
    "`",
    "` `` ",
    "<",
    "<a ",
    "<!--",
    "<?",
    "<![CDATA[",
    "<a@",
    "<http:",
    "&",
    "&#",
    "&#1",
    "&amp;",
    "&nbsp;",
    "{{",
    "}}",
    "{{ x }}",
    "{{ cases }}",
    "{{ cases }}元",
    "{{{",
    "[^1]",
    "[^",
    "[^№]",
    "[甲][№]",
    "[甲][",
    "\\",
    "\\*",
    "\\\n",
    "(",
    ")",
    "（",
    "，",
    "_，",
    "__，",
    "*甲、",
    "（*）甲",
    "｛fines｝",
    "家住锦绣家园18-1701，",
    "“",
    "《",
    "）",
    "”",
    "》",
    "“《（",
    "|",
    "~",
    "~~",
    "^",
    "!",
    "$",
    "\"",
    "'",
    "<b>",
    "<b>甲</b>",
    "<br>\n",
    "<div>\n",
    "<!-- 甲 -->\n",
    "<!-- 甲 -->\n\n",
    "&#x200b;",
    "\u{200b}",
    // Words and figures.
    "甲",
    "甲。",
    "甲,",
    "1,",
    "1, ",
    "甲,乙",
    "，",
    "a ",
    "word. ",
    "1",
    "1 ",
    "1.",
    "1,476,000元",
    "１",
    "１２３，",
    "2021年",
    "2021年12月31日，",
    "12月",
    "十二",
    "一万二千三百四十五，",
    "第三批",
    "百分之五，",
    "51.2%，",
    "3%",
    "约5个，",
    "超过80%，",
    "1～2万元，",
    "@",
    "a@b.c ",
    "office@notice.example，",
    "13800138000",
    "138 0013 8000，",
    "11010519491231002X，",
    "6222021234567890128，",
    "李*华",
    "李**，",
    "138****8000，",
    "0599—0000000，",
    "0599-0000000，",
    "http://a.b/ ",
    "https://notice.example/№ ",
    "\t",
    "甲\t乙",
    "　",
    " ",
    "  \n",
    "甲  \n",
    "甲\n",
    "甲。\n",
    "甲\n\n",
    "　　甲。\n\n",
    "一、甲\n",
    "（一）甲\n\n",
    "①甲\n",
    "TBD",
    "Lorem ipsum，",
    "待补充",
    "登陆",
    "锟斤拷",
    "Ã©",
    // Blocks.
    "# 甲\n",
    "# 甲\n\n甲\n\n",
    "#甲\n",
    "#",
    "# \n",
    "甲\n---\n\n",
    "甲。\n===\n\n",
    "---\n",
    "***\n\n",
    "> ",
    ">",
    "> 甲\n",
    "> 甲\n甲\n\n",
    ">\n",
    "- ",
    "- 甲\n",
    "- 甲\n\n",
    "- 甲\n\n  乙\n\n",
    "* 甲\n+ 乙\n",
    "1. 甲\n",
    "3. 甲\n\n甲\n\n",
    "- 3%\n\n甲\n\n",
    "- 甲\n甲\n\n",
    "- [ ] 甲\n",
    "    甲\n",
    "    甲\n\n甲\n\n",
    "```\n",
    "```\n甲\n```\n",
    "``` 甲\n乙\n```\n",
    "~~~\n",
    "| 甲 | 乙 |\n",
    "\n| 甲 |\n| --- |\n| 乙 | 丙 |\n",
    "[^№]: 甲\n\n",
    "甲[^№]\n\n[^№]: 甲\n\n",
    "[№]: ../files/list.txt\n",
    "[甲][№]\n\n[№]: ../files/list.txt\n\n",
    "[№]: \n",
    "[^1]: 甲\n\n",
    "[1]: 甲\n\n",
    "[甲](../files/list.txt)",
    "[甲](002.zh.md#№)",
    "[甲](nowhere№.md) ",
    "[甲](javascript:№) ",
    "![](../files/map.png) ",
    "![甲](../files/map.png)\n\n",
    "[ ](../files/list.txt)",
    "［甲］（../files/list.txt）",
    "[甲] (../files/list.txt)",
    "[[甲]](../files/list.txt)",
    "![[甲](../files/list.txt)](../files/map.png)",
    "***甲***",
    "*甲**乙*丙**",
    "[*甲](../files/list.txt)*",
    "5*3，",
    "`甲`",
    "＊＊甲＊＊",
    "｜甲｜乙｜\n",
    "＃甲\n",
    "－　甲\n",
    "\r\n",
    "甲\r",
];

fn narratives() -> Vec<Construct> {
    let mut all: Vec<Construct> =
        REPEATED.iter().map(|text| Construct::new(ZH, "\n", Body::Repeated(text), "\n")).collect();
    let table = "\n| 甲 | 乙 |\n| --- | --- |\n";
    for row in
        ["| 丙 | 丁 |\n", "| 丙 |\n", "| 丙 | 丁 | 戊 |\n", "| {{ cases }} | 1,234 |\n", "|\n", "| `|` | \\| |\n"]
    {
        all.push(Construct::new(ZH, table, Body::Repeated(row), "\n"));
    }
    for (head, text, tail) in [
        ("\n甲[^1]\n\n[^1]: 甲", "乙。", "\n"),
        ("\n甲[^1]\n\n[^1]: 甲\n", "    乙。\n", "\n"),
        ("\n[甲](", "a", ")\n"),
        ("\n[甲](<", "a ", ">)\n"),
        ("\n[甲](../files/list.txt \"", "乙", "\")\n"),
        ("\n```\n", "甲\n", "```\n"),
        ("\n```\n", "甲,\n", ""),
        ("\n`", "甲 ", "`\n"),
        ("\n<!-- ", "甲\n", "-->\n"),
        ("\n<!-- ", "甲\n", "\n"),
        ("\n**", "甲", "**\n"),
        ("\n# ", "甲", "\n"),
        ("\n> ", "甲\n", "\n"),
        ("\n- ", "甲\n", "\n"),
        ("\n[甲", "[", "](../files/list.txt)\n"),
        ("\n《", "甲", "》\n"),
        ("\n| ", "甲", " |\n| --- |\n"),
    ] {
        all.push(Construct::new(ZH, head, Body::Repeated(text), tail));
    }
    let mut front = Construct::new(ZH, "---\n", Body::Repeated("title№: 甲\n"), "");
    front.fixture = front.fixture.without(ZH);
    all.push(front);
    all
}

/// What is not one text again and again.
fn made() -> Vec<Construct> {
    let make = |name: &str, make: fn(usize) -> String| Construct {
        name: name.to_owned(),
        ..Construct::new(ZH, "\n", Body::Made(make), "\n")
    };
    vec![
        make("longer and longer `", |size| growing("`", " ", size)),
        make("longer and longer *", |size| growing("*", "甲", size)),
        make("longer and longer * a", |size| growing("*", " a ", size)),
        make("longer and longer _", |size| growing("_", " ", size)),
        make("longer and longer [", |size| growing("[", "] ", size)),
        make("longer and longer #", |size| growing("#", " 甲\n", size)),
        make("longer and longer fences", |size| growing("`", "\n", size)),
        make("longer and longer lines of >", |size| growing(">", " 甲\n", size)),
        make("longer and longer lines of words", |size| growing("甲", "\n", size)),
        make("deeper and deeper lists", |size| growing("  ", "- 甲\n", size)),
        make("deeper and deeper blanks", |size| growing(" ", "甲\n", size)),
        make("nested brackets", |size| format!("{}{}", "[".repeat(size / 2), "]".repeat(size / 2))),
        make("nested links", |size| format!("{}甲{}", "[".repeat(size / 5), "](a)".repeat(size / 5))),
        make("nested pictures", |size| format!("{}甲{}", "![".repeat(size / 6), "](a)".repeat(size / 6))),
        make("nested parentheses in an address", |size| {
            format!("[甲]({}{})", "(".repeat(size / 2), ")".repeat(size / 2))
        }),
        make("nested emphasis", |size| format!("{}甲{}", "*a ".repeat(size / 6), " b*".repeat(size / 6))),
        make("nested bold and emphasis", |size| {
            format!("{}甲{}", "*a **b ".repeat(size / 14), " b** a*".repeat(size / 14))
        }),
        make("nested quotation marks", |size| format!("{}甲{}", "“《".repeat(size / 12), "》”".repeat(size / 12))),
        make("emphasis, opened and closed by others", |size| {
            format!("{}{}", "*a_ ".repeat(size / 8), "_b* ".repeat(size / 8))
        }),
        make("a table with many columns", |size| {
            let columns = size / 12;
            format!("{}|\n{}|\n{}|\n", "|甲".repeat(columns), "|-".repeat(columns), "|乙".repeat(columns))
        }),
        make("rows without cells", |size| {
            let side = (size / 8).isqrt();
            format!("{}|\n{}|\n{}", "|a".repeat(side), "|-".repeat(side), "|b\n".repeat(side))
        }),
        make("footnotes before their references", |size| {
            let notes = size / 40;
            let definitions = (0..notes).map(|n| format!("[^{n}]: 甲\n\n")).collect::<String>();
            let references = (0..notes).rev().map(|n| format!("乙[^{n}]。")).collect::<String>();
            definitions + &references
        }),
        make("footnotes that refer to each other", |size| {
            (0..size / 25).map(|n| format!("[^{n}]: 甲[^{}]\n\n", n + 1)).collect::<String>() + "[^0]"
        }),
        make("a word without end", |size| "a".repeat(size)),
        make("a number without end", |size| "1".repeat(size)),
        make("a comma a line", |size| "甲,乙\n\n".repeat(size / 9)),
    ]
}

/// What stands in both languages, so that it is compared.
fn both_languages() -> Vec<Construct> {
    let texts = [
        "1, ",
        "2021, ",
        "12%. ",
        "{{ cases }} ",
        "{{ fines }} ",
        "about 5 ",
        "№ ",
        "№\n\n",
        "- №\n",
        "3/4 ",
        "USD 2.6 million, ",
        "12:30 ",
        "2021-12-31 ",
    ];
    let both = |text: &&'static str| Construct {
        name: format!("in both languages: {text}"),
        files: vec![ZH, EN],
        ..Construct::new(ZH, "\n", Body::Repeated(text), "\n")
    };
    let mut all: Vec<Construct> = texts.iter().map(both).collect();
    let mut english: Vec<Construct> = [
        "word ",
        "two, ",
        "three hundred and forty-five ",
        "12 May 2021, ",
        "May ",
        "first ",
        "“",
        "(",
        "甲，",
        "’",
        "a, b. ",
        "，",
        "half of the ",
        "CNY 1.476 million, ",
    ]
    .iter()
    .map(|text| Construct {
        name: format!("in English: {text}"),
        ..Construct::new(EN, "\n", Body::Repeated(text), "\n")
    })
    .collect();
    all.append(&mut english);
    all
}

/// Lists and texts of records.
fn records() -> Vec<Construct> {
    let mut all: Vec<Construct> = [
        (RECORD, "measures:\n", "  - {text: {zh: 甲, en: a}}\n", ""),
        (RECORD, "measures:\n", "  - text: {zh: 甲№项, en: a №}\n    status: ongoing\n    due: 2024-01\n", ""),
        (RECORD, "equations:\n", "  - fines / cases = fines\n", ""),
        (RECORD, "equations:\n", "  - x№ + cases = fines\n", ""),
        (RECORD, "equations: [", "fines + ", "cases = fines]\n"),
        (RECORD, "accepted:\n", "  - {rule: mobile-number, text: \"1380013№\", reason: 甲}\n", ""),
        (RECORD, "accepted:\n", "  - {rule: none, text: 甲, reason: 乙}\n", ""),
        (RECORD, "responsible: [", "housing-bureau, ", "audit-bureau]\n"),
        (RECORD, "responsible: [", "bureau-№, ", "audit-bureau]\n"),
        (RECORD, "next_steps:\n  en: a\n  zh: |\n", "    甲。\n\n", ""),
        (RECORD, "next_steps:\n  en: a\n  zh: |\n", "    甲,乙\n\n", ""),
        (RECORD, "next_steps:\n  en: a\n  zh: >\n", "    甲,\n    乙\n\n", ""),
        (RECORD, "next_steps:\n  en: a\n  zh: ", "甲,", "\n"),
        (RECORD, "next_steps:\n  en: a\n  zh: \"", "\\u7532,", "\"\n"),
        (RECORD, "next_steps:\n  en: a\n  zh: \"", "甲,\\\n   ", "\"\n"),
        (RECORD, "next_steps:\n  en: a\n  zh: '", "甲'',", "'\n"),
        (RECORD, "next_steps:\n  en: a\n  zh: \"", "甲\n   ", "\"\n"),
        (RECORD, "", "x№: 甲\n", ""),
        (RECORD, "", "x: 甲\n", ""),
        (RECORD, "", "status: completed\n", ""),
        (RECORD, "", "# 甲\n", ""),
        (RECORD, "", "\n", ""),
        (RECORD, "x:\n", "  y№: 甲\n", ""),
        (RECORD, "x: {", "a№: 甲, ", "}\n"),
        (RECORD, "x: [", "甲, ", "]\n"),
        (RECORD, "x: ", "[", "\n"),
        (RECORD, "x: ", "{a: ", "\n"),
        (RECORD, "x: ", "- ", "\n"),
        (RECORD, "x: ", "? ", "\n"),
        (RECORD, "x: ", "&a ", "\n"),
        (RECORD, "x: ", "!a ", "\n"),
        (RECORD, "x:\n", "  - &a№ 甲\n", ""),
        (RECORD, "x:\n", "  - *a\n", ""),
        (RECORD, "x:\n", "  - !t 甲\n", ""),
        (RECORD, "x:\n", "  - \"甲\"\n", ""),
        (RECORD, "x:\n", "  - \"甲\n", ""),
        (RECORD, "", "---\n甲: 乙\n", ""),
        (RECORD, "", "x: \"", ""),
        (RECORD, "", "：甲\n", ""),
        (RECORD, "\t", "\t", "\n"),
        (RECORD, "x:\n", "  <<: 甲\n", ""),
        (RECORD, "x:\n", "  [a]: 甲\n", ""),
        (RECORD, "x: ", "a", ": 甲\n"),
        (RECORD, "measures:\n", "  - {text: {zh: 甲}, status: ongoin, due: 2024-13, x: 1}\n", ""),
        (RECORD, "measures:\n", "  - {}\n", ""),
        (RECORD, "measures:\n", "  -\n", ""),
        (RECORD, "measures:\n", "  - {text: {zh: 13800138000, en: a}}\n", ""),
        (NOTICE, "allowed_hosts: [", "a№.example, ", "b.example]\n"),
        (NOTICE, "allowed_hosts: [", "甲, ", "b.example]\n"),
        (NOTICE, "accepted:\n", "  - {rule: mobile-number, text: \"1380013№\", reason: 甲}\n", ""),
        (NOTICE, "", "  - {id: s№, label: {zh: 甲№, en: a№}, value: №, unit: piece}\n", ""),
        (UNITS, "", "- {id: unit-№, name: {zh: 第№局, en: Bureau №}}\n", ""),
        (UNITS, "", "- {id: unit, name: {zh: 局, en: Bureau}}\n", ""),
        (UNITS, "", "- {id: U№, name: {zh: 局}}\n", ""),
        (SECTION, "", "  - {id: topic-№, title: {zh: 第№类, en: Topic №}}\n", ""),
        (SECTION, "", "  - {id: topic, title: {zh: 类, en: Topic}}\n", ""),
        (GLOSSARY, "terms:\n", "  - {zh: 第№局, en: Bureau №}\n", ""),
        (GLOSSARY, "wrong:\n", "  - {lang: zh, wrong: 错№, right: 对№}\n", ""),
        (GLOSSARY, "wrong:\n", "  - {lang: zh, wrong: 案件, right: 对№, except: [大案件, 案件№]}\n", ""),
        (ACCOUNTABILITY, "figures:\n", "  - {id: f№, label: {zh: 甲№, en: a №}, value: №, unit: piece}\n", ""),
        (ACCOUNTABILITY, "groups:\n", "  - {id: g№, title: {zh: 甲№, en: a №}}\n", ""),
        (
            ACCOUNTABILITY,
            "groups:\n  - id: talks\n    title: {zh: 诫勉谈话, en: Talks}\n    persons:\n",
            "      - {post: {zh: 镇长, en: Head}}\n",
            "",
        ),
        (
            ACCOUNTABILITY,
            "groups:\n  - id: talks\n    title: {zh: 诫勉谈话, en: Talks}\n    persons:\n",
            "      - {post: {zh: 镇长, en: Head}, name: {zh: 甲某№, en: Mr №}}\n",
            "",
        ),
        ("content/translations.yaml", "", "1-projects/№.en.md: abc\n", ""),
        ("content/files/list.txt", "", "13800138000, a@b.cn\n", ""),
        ("content/files/page.svg", "<svg xmlns='http://www.w3.org/2000/svg'>", "<a/>", "</svg>"),
    ]
    .into_iter()
    .map(|(file, head, text, tail)| Construct {
        name: format!("{}: {head}{text}{tail}", file.rsplit('/').next().unwrap_or_default()),
        ..Construct::new(file, head, Body::Repeated(text), tail)
    })
    .collect();
    // Lists that the record of the small notice has already.
    for (list, text) in [
        ("figures:\n", "  - {id: f№, label: {zh: 甲№, en: a №}, value: №, unit: piece}\n"),
        ("figures:\n", "  - {id: f, label: {zh: 甲, en: a}, value: 1, unit: CNY}\n"),
        ("figures:\n", "  - {id: f№, label: {zh: 甲, en: a}, value: x, unit: nothing}\n"),
        ("documents:\n", "  - {zh: 《甲№》, en: A №}\n"),
        ("documents:\n", "  - {zh: 《甲, en: 乙, fr: 丙}\n"),
        ("history:\n", "  - {on: 2023-07-01, status: in-progress}\n"),
        ("history:\n", "  - {on: 2023-11-30, status: completed, note: {zh: 甲№, en: a №}}\n"),
        ("corrections:\n", "  - {on: 2024-01-10, text: {zh: 甲№。, en: a №.}}\n"),
    ] {
        let record = Fixture::small().text(RECORD).replace(list, "");
        let lines = record.lines().filter(|line| !line.starts_with("  - "));
        let rest: String = lines.map(|line| format!("{line}\n")).filter(|line| !LISTS.contains(&&**line)).collect();
        let mut construct = Construct::new(RECORD, list, Body::Repeated(text), "");
        construct.fixture = construct.fixture.with(RECORD, rest).with(ZH, "甲。\n").with(EN, "A.\n");
        construct.name = format!("001.yaml: {list}{text}");
        all.push(construct);
    }
    all
}

/// The keys of lists in the first record.
const LISTS: [&str; 4] = ["figures:\n", "documents:\n", "history:\n", "corrections:\n"];

/// What breaks each rule that a narrative can break, again and again.
fn rules() -> Vec<Construct> {
    let mut all = Vec::new();
    for rule in RULES {
        let Example::Shown(changes) = rule.example else { continue };
        for change in changes {
            let (file, bad, good) = change.forms();
            if file.ends_with(".md") && bad != good && !bad.is_empty() {
                let mut construct = Construct::new(file, "\n", Body::Repeated(bad), "\n");
                construct.fixture = changed(changes, false);
                construct.name = format!("rule {}: {bad}", rule.id);
                all.push(construct);
            }
        }
    }
    all
}
