//! Recall by kind, over numbers and addresses that are made up here, and false friends, of which none may be found.
//!
//! `cargo test --lib persons::tests::recall -- --nocapture` prints the table.

use std::collections::BTreeMap;

use super::texts::in_passage;
use super::*;
use crate::notice::{NarrativeFile, Passage};
use crate::value::{Lang, RelPath};

/// How hard a form is to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Disguise {
    Plain,
    Spaced,
    Hard,
}

use Disguise::{Hard, Plain, Spaced};

/// The row of the sums.
const ALL: &str = "all";

/// A text with private data in it, and the rule that must name it.
struct Case {
    kind: &'static str,
    rule: &'static str,
    class: Disguise,
    text: String,
}

/// The rules that a text breaks: as a value of a record, or as Markdown where the text says so.
fn rules(text: &str) -> Vec<&'static str> {
    if let Some(source) = text.strip_prefix("md:") {
        let file = NarrativeFile::new(RelPath::of("content/closing.zh.md"), source);
        return in_passage(&Passage::of_file(Lang::new("zh"), &file)).iter().map(|(find, _)| find.rule.name).collect();
    }
    finds(text).iter().map(|find| find.rule.name).collect()
}

/// Numbers that look as if drawn by lot.
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[usize::try_from(self.below(all.len() as u64)).expect("small")]
    }

    fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b'0' + u8::try_from(self.below(10)).expect("a digit"))).collect()
    }

    fn born(&mut self, from: u64) -> String {
        format!("{}{:02}{:02}", from + self.below(60), 1 + self.below(12), 1 + self.below(28))
    }

    fn identity(&mut self) -> String {
        const REGIONS: [&str; 8] = ["110105", "350702", "440106", "310115", "510107", "650102", "810000", "350725"];
        let body = format!("{}{}{}", self.of(&REGIONS), self.born(1940), self.digits(3));
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        let sum: u32 = body.chars().zip(weights).map(|(c, weight)| c.to_digit(10).expect("a digit") * weight).sum();
        format!("{body}{}", char::from(b"10X98765432"[sum as usize % 11]))
    }

    fn old_identity(&mut self) -> String {
        let born = self.born(1935);
        format!("{}{}{}", self.of(&["110105", "350702", "440106", "210203"]), &born[2..], self.digits(3))
    }

    fn mobile(&mut self) -> String {
        format!("1{}{}", 3 + self.below(7), self.digits(9))
    }

    fn card(&mut self) -> String {
        let (issuer, length) = [
            ("622202", 19),
            ("621700", 19),
            ("9558", 19),
            ("6228480", 19),
            ("625912", 16),
            ("4111", 16),
            ("5299", 16),
            ("62", 18),
        ][usize::try_from(self.below(8)).expect("small")];
        let body = format!("{issuer}{}", self.digits(length - issuer.len() - 1));
        let sum: u32 = body
            .chars()
            .rev()
            .enumerate()
            .map(|(place, c)| {
                let digit = c.to_digit(10).expect("a digit");
                if place % 2 == 0 { digit * 2 / 10 + digit * 2 % 10 } else { digit }
            })
            .sum();
        format!("{body}{}", (10 - sum % 10) % 10)
    }

    fn name(&mut self) -> String {
        format!("{}{}", self.of(&["zhang", "li_ming", "wang.fang", "chen-jian", "lin"]), self.digits(2))
    }
}

/// A number in groups with a sign between.
fn grouped(number: &str, lengths: &[usize], sign: &str) -> String {
    let mut rest = number;
    let mut parts = Vec::new();
    for length in lengths {
        let (part, after) = rest.split_at((*length).min(rest.len()));
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    parts.retain(|part| !part.is_empty());
    parts.join(sign)
}

fn wide(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xFEE0).expect("a form") } else { c })
        .collect()
}

fn single(text: &str, sign: &str) -> String {
    text.chars().map(String::from).collect::<Vec<_>>().join(sign)
}

/// The disguises that suit any number.
fn disguised(number: &str, groups: &[usize]) -> Vec<(Disguise, String)> {
    let middle = number.len() / 2;
    let (head, tail) = number.split_at(middle);
    let coded = |c: char| format!("&#{};", u32::from(c));
    let mut all = vec![
        (Plain, number.to_owned()),
        (Plain, format!("王某某，{number}，已办结")),
        (Plain, format!("（{number}）")),
        (Plain, format!("Wang, {number}.")),
        (Spaced, grouped(number, groups, " ")),
        (Spaced, grouped(number, groups, "-")),
        (Spaced, grouped(number, groups, "\u{A0}")),
        (Spaced, grouped(number, groups, " - ")),
        (Spaced, grouped(number, groups, "—")),
        (Spaced, single(number, " ")),
        (Hard, wide(number)),
        (Hard, single(number, "\u{200B}")),
        (Hard, format!("{head}\u{AD}{tail}")),
        (Hard, format!("{head}\n{tail}")),
        (Hard, format!("md:{head}\n{tail}")),
        (Hard, format!("md:{head}**{tail}**")),
        (Hard, format!("md:`{number}`")),
        (Hard, format!("md:![{number}](a.png)")),
        (Hard, format!("md:[甲](a.html?q={number})")),
        (Hard, format!("md:{}", number.chars().map(coded).collect::<String>())),
        (Hard, number.chars().map(coded).collect()),
        (Hard, grouped(number, groups, "\u{3000}")),
        (Hard, grouped(number, groups, "／")),
        (Hard, grouped(number, groups, "_")),
        (Hard, format!("{number}.pdf")),
        (Hard, format!("王某某{number}材料.docx")),
        (Hard, format!("md:[附件](files/%E7%8E%8B{number}.pdf)")),
    ];
    let [first, second, ..] = *groups else { return all };
    let rest = &number[first + second..];
    let (front, back) = number.split_at(first);
    all.push((Hard, format!("号码前{first}位{front}，后{}位{back}", back.len())));
    all.push((Hard, format!("前{first}位为{front}，其余{}位是{back}", back.len())));
    all.push((Hard, format!("号码{front}开头，后面是{back}")));
    all.push((Hard, format!("前{first}位{front}、中间{second}位{}、最后几位{rest}", &back[..second])));
    all.push((Hard, format!("begins with {front}, the last {} digits are {back}", back.len())));
    all.push((Hard, format!("{}（{}）{rest}", &number[..first], &number[first..first + second])));
    all.push((Hard, format!("md:{}", grouped(number, groups, "\\-"))));
    all
}

fn cases() -> Vec<Case> {
    let mut draw = Draw(20_211_128);
    let mut cases = Vec::new();
    let mut add = |kind, rule, forms: Vec<(Disguise, String)>| {
        cases.extend(forms.into_iter().map(|(class, text)| Case { kind, rule, class, text }));
    };
    for _ in 0..4 {
        add("identity card", "identity-card", identities(&draw.identity()));
        add("identity, 15 digits", "identity-card", disguised(&draw.old_identity(), &[6, 6, 3]));
        add("mobile number", "mobile-number", mobiles(&draw.mobile()));
        add("bank card", "bank-card", disguised(&draw.card(), &[4, 4, 4, 4]));
        add("e-mail", "private-email", emails(&draw.name()));
        add("passport", "travel-document", passports(&mut draw));
        add("travel permit", "travel-document", permits(&mut draw));
        add("number plate", "number-plate", plates(&mut draw));
        add("WeChat", "chat-account", wechats(&mut draw));
        add("QQ", "chat-account", qqs(&mut draw));
        add("birth date", "birth-date", births(&mut draw));
        add("home address", "home-address", homes(&mut draw));
    }
    cases
}

fn identities(number: &str) -> Vec<(Disguise, String)> {
    let mut all = disguised(number, &[6, 8]);
    let wrong = if number.ends_with('3') { '4' } else { '3' };
    all.extend([
        (Plain, format!("身份证号{}", number.to_lowercase())),
        (Spaced, grouped(number, &[6, 4, 4], " ")),
        (Spaced, grouped(number, &[3, 3, 4, 4], "-")),
        (Hard, format!("ID{number}")),
        (Hard, format!("身份证{number}A")),
        (Hard, format!("身份证号码：{}{wrong}", &number[..17])),
        (Hard, grouped(number, &[5, 5, 5], " ")),
        (Hard, grouped(number, &[6, 4, 2, 2], ".")),
    ]);
    all
}

fn mobiles(number: &str) -> Vec<(Disguise, String)> {
    let mut all = disguised(number, &[3, 4, 4]);
    let chinese: String = number
        .chars()
        .map(|c| "零一二三四五六七八九".chars().nth(c.to_digit(10).expect("a digit") as usize).expect("one"))
        .collect();
    all.extend([
        (Plain, format!("电话{number}转王某某")),
        (Plain, format!("联系电话：{number}。")),
        (Plain, format!("+86{number}")),
        (Plain, format!("+86 {number}")),
        (Spaced, grouped(number, &[3, 3], " ")),
        (Spaced, format!("+86 {}", grouped(number, &[3, 4], " "))),
        (Spaced, format!("+86-{}", grouped(number, &[3, 4], "-"))),
        (Spaced, grouped(number, &[3, 4], ".")),
        (Hard, format!("0086{number}")),
        (Hard, format!("86{number}")),
        (Hard, format!("0086-{number}")),
        (Hard, format!("（+86）{}", grouped(number, &[3, 4], " "))),
        (Hard, grouped(number, &[4, 3], " ")),
        (Hard, grouped(number, &[2, 3, 3], " ")),
        (Hard, grouped(number, &[5], "-")),
        (Hard, format!("md:[致电](tel:+86{number})")),
        (Hard, format!("md:[致电](tel:{})", grouped(number, &[3, 4], "%2D"))),
        (Hard, format!("md:[短信](https://a.example/send?tel={number})")),
        (Hard, format!("Tel{number}")),
        (Hard, format!("2021-12-31 {} 12", grouped(number, &[3, 4], " "))),
        (Hard, format!("13900139000/{number}")),
        (Hard, format!("串通投标{number}")),
        (Hard, format!("附件1-{number}.pdf")),
        (Hard, format!("[{}]{}[{}]", &number[..3], &number[3..7], &number[7..])),
        (Hard, grouped(number, &[3, 4], ",")),
        (Hard, grouped(number, &[3, 4], "，")),
        (Hard, grouped(number, &[3, 4], ":")),
        (Hard, grouped(number, &[3, 4], "、")),
        (Hard, format!("{number}now")),
        (Hard, format!("Call {number}please")),
        (Hard, format!("{number}Wang")),
        (Hard, chinese),
    ]);
    all
}

fn emails(name: &str) -> Vec<(Disguise, String)> {
    vec![
        (Plain, format!("{name}@qq.com")),
        (Plain, format!("请发送至{name}@mail.example。")),
        (Plain, format!("write to {name}@sub.mail.example, please")),
        (Plain, format!("邮箱：{name}@163.com，谢谢")),
        (Plain, format!("md:<{name}@126.com>")),
        (Plain, format!("md:[来信](mailto:{name}@mail.example)")),
        (Spaced, format!("{name} @ qq.com")),
        (Spaced, format!("{name}@ qq.com")),
        (Spaced, format!("{name} @qq.com")),
        (Spaced, format!("{name}@qq . com")),
        (Hard, format!("md:{name}\\@qq.com")),
        (Hard, format!("md:{name}&commat;qq.com")),
        (Hard, format!("{name}&#64;qq.com")),
        (Hard, format!("md:[甲](mailto:{name}%40qq.com)")),
        (Hard, format!("md:[甲](https://a.example/?mail={name}%40qq.com)")),
        (Hard, format!("{name}%40qq.com")),
        (Hard, wide(&format!("{name}@qq.com"))),
        (Hard, format!("{name}＠qq.com")),
        (Hard, format!("{name}﹫qq.com")),
        (Hard, format!("{name}@\u{200B}qq.com")),
        (Hard, format!("{name}@\nqq.com")),
        (Hard, format!("md:{name}@**qq.com**")),
        (Hard, format!("{name}@qq。com")),
        (Hard, format!("{name}(at)qq.com")),
        (Hard, format!("{name}[at]qq[dot]com")),
        (Hard, format!("{name} at qq dot com")),
        (Hard, format!("{name}#qq.com")),
        (Hard, format!("{name}@qq.com.pdf")),
        (Hard, format!("md:![{name}@qq.com](a.png)")),
        (Hard, format!("md:`{name}@qq.com`")),
        (Hard, format!("13800138000@139.com {name}")),
        (Hard, "王小明@qq.com".to_owned()),
        (Hard, "来信请寄：陈办事@mail.example。".to_owned()),
        (Hard, "md:王小明\\@163.com".to_owned()),
    ]
}

fn passports(draw: &mut Draw) -> Vec<(Disguise, String)> {
    let passport = format!("{}{}", draw.of(&["E", "G"]), draw.digits(8));
    let new = format!("E{}{}", draw.of(&["A", "F", "K"]), draw.digits(7));
    vec![
        (Plain, format!("护照号码{passport}")),
        (Plain, format!("护照：{new}")),
        (Plain, format!("持护照（号码：{passport}）出境")),
        (Plain, format!("持{passport}号护照出境")),
        (Plain, format!("passport No. {new}")),
        (Spaced, format!("护照号 {}", grouped(&passport, &[1, 4], " "))),
        (Spaced, format!("护照号：{}", grouped(&passport, &[1], "-"))),
        (Spaced, format!("护照号 ： {new}")),
        (Hard, format!("护照号{}", wide(&passport))),
        (Hard, format!("护照号{}", passport.to_lowercase())),
        (Hard, format!("护照号{}", single(&new, "\u{200B}"))),
        (Hard, format!("md:护照{}**{}**", &passport[..4], &passport[4..])),
        (Hard, format!("md:护照&#69;{}", &passport[1..])),
        (Hard, format!("王某某护照{passport}.jpg")),
        (Hard, format!("md:![护照{passport}](a.png)")),
    ]
}

fn permits(draw: &mut Draw) -> Vec<(Disguise, String)> {
    let permit = format!("C{}", draw.digits(8));
    let home = format!("{}{}", draw.of(&["H", "M"]), draw.digits(8));
    let taiwan = format!("{}{}", draw.of(&["T", "L"]), draw.digits(8));
    let digits = format!("0{}", draw.digits(7));
    vec![
        (Plain, format!("往来港澳通行证号码：{permit}")),
        (Plain, format!("港澳居民来往内地通行证{home}")),
        (Plain, format!("回乡证号{home}10")),
        (Plain, format!("往来台湾通行证（{taiwan}）")),
        (Plain, format!("台胞证号{digits}")),
        (Spaced, format!("通行证号（往来港澳）：{}", grouped(&permit, &[1, 4], " "))),
        (Spaced, format!("往来港澳通行证号：{}", grouped(&permit, &[1], "-"))),
        (Hard, format!("回乡证号{}", wide(&home))),
        (Hard, format!("往来台湾通行证{}", taiwan.to_lowercase())),
        (Hard, format!("往来港澳通行证号{}", single(&permit, "\u{200B}"))),
        (Hard, format!("md:往来港澳通行证{}**{}**", &permit[..4], &permit[4..])),
        (Hard, format!("md:![港澳居民来往内地通行证{home}](a.png)")),
        (Hard, format!("王某某往来港澳通行证{permit}.jpg")),
    ]
}

fn plates(draw: &mut Draw) -> Vec<(Disguise, String)> {
    let area = format!("{}{}", draw.of(&["闽", "京", "沪", "粤", "浙", "云"]), draw.of(&["A", "B", "H"]));
    let (five, mixed) = (draw.digits(5), format!("{}{}{}", draw.of(&["K", "P"]), draw.digits(3), draw.of(&["X", "M"])));
    let (small, large) = (format!("D{}", draw.digits(5)), format!("{}F", draw.digits(5)));
    let small_too = format!("{}{}{}", draw.of(&["F", "D"]), draw.of(&["A", "C"]), draw.digits(4));
    vec![
        (Plain, format!("{area}{five}")),
        (Plain, format!("驾驶{area}{mixed}小型客车")),
        (Plain, format!("车牌号：{area}{five}。")),
        (Plain, format!("新能源车{area}{small}")),
        (Plain, format!("{area}{small_too}")),
        (Plain, format!("大客车（{area}{large}）")),
        (Plain, format!("{area}{}挂", &five[1..])),
        (Plain, format!("{area}{}警", &five[1..])),
        (Plain, format!("粤Z{}港", mixed.replace(['X', 'M'], ""))),
        (Spaced, format!("{area} {five}")),
        (Spaced, format!("{area}·{five}")),
        (Spaced, format!("{area}-{mixed}")),
        (Spaced, format!("{} {} {}", &area[..3], &area[3..], single(&five, " "))),
        (Hard, format!("{}{}", &area[..3], wide(&format!("{}{five}", &area[3..])))),
        (Hard, format!("{}{}", &area[..3], single(&format!("{}{five}", &area[3..]), "\u{200B}"))),
        (Hard, format!("{area}{five}").to_lowercase()),
        (Hard, format!("{area}•{small}")),
        (Hard, format!("md:{area}**{five}**")),
        (Hard, format!("{area}{five}.jpg")),
        (Hard, format!("{area}{five}违停")),
        (Hard, format!("驾驶{area}{five}工程车")),
        (Hard, format!("{area}{five}号工程车")),
        (Hard, format!("md:![{area}{five}](a.png)")),
        (Hard, format!("md:{area}&#x{:x};{}", five.as_bytes()[0], &five[1..])),
    ]
}

fn wechats(draw: &mut Draw) -> Vec<(Disguise, String)> {
    let wechat = format!("{}_{}", draw.of(&["zhang", "liming", "wx"]), draw.digits(4));
    vec![
        (Plain, format!("微信号{wechat}")),
        (Plain, format!("微信：{wechat}")),
        (Plain, format!("加微信 {wechat} 联系")),
        (Plain, format!("微信号为{wechat}。")),
        (Plain, "微信号：zhangxiaoming".to_owned()),
        (Plain, format!("WeChat ID: {wechat}")),
        (Plain, format!("WeChat: {wechat}")),
        (Spaced, format!("微信号 ： {wechat}")),
        (Hard, format!("微信（{wechat}）")),
        (Hard, format!("微信{}", wide(&wechat))),
        (Hard, format!("vx：{wechat}")),
        (Hard, format!("md:微信：{}", wechat.replace('_', "\\_"))),
        (Hard, format!("md:![微信号{wechat}](a.png)")),
        (Hard, format!("加微：{wechat}")),
        (Hard, format!("威信号{wechat}")),
        (Hard, format!("徽信 {wechat}")),
        (Hard, format!("微❤：{wechat}")),
        (Hard, format!("W信号：{wechat}")),
        (Hard, format!("+V：{wechat}")),
        (Hard, format!("绿泡泡：{wechat}")),
    ]
}

fn qqs(draw: &mut Draw) -> Vec<(Disguise, String)> {
    let qq = format!("{}{}", 1 + draw.below(9), draw.digits(8));
    vec![
        (Plain, format!("QQ{qq}")),
        (Plain, format!("QQ号：{qq}")),
        (Plain, format!("QQ号码为{qq}，")),
        (Plain, format!("QQ: {qq}")),
        (Plain, format!("扣扣号{qq}")),
        (Spaced, format!("QQ {}", grouped(&qq, &[3, 3], " "))),
        (Spaced, format!("QQ：{}", grouped(&qq, &[3, 3], "-"))),
        (Hard, wide(&format!("QQ:{qq}"))),
        (Hard, format!("qq{qq}")),
        (Hard, format!("md:QQ：{}**{}**", &qq[..4], &qq[4..])),
        (Hard, format!("QQ：{}", single(&qq, "\u{200B}"))),
        (Hard, format!("QQ{qq}.jpg")),
        (Hard, format!("企鹅号{qq}")),
        (Hard, format!("企鹅：{qq}")),
        (Hard, format!("扣号{qq}")),
        (Hard, format!("加Q{qq}")),
        (Hard, format!("Q号：{qq}")),
        (Hard, format!("球球号{qq}")),
        (Hard, format!("QQ号前四位{}，后五位{}", &qq[..4], &qq[4..])),
        (Hard, format!("QQ前4位是{}，后面是{}", &qq[..4], &qq[4..])),
    ]
}

fn births(draw: &mut Draw) -> Vec<(Disguise, String)> {
    let (year, month, day) = (1950 + draw.below(50), 1 + draw.below(12), 1 + draw.below(28));
    let date = format!("{year}年{month}月{day}日");
    vec![
        (Plain, format!("王某某，{date}出生")),
        (Plain, format!("王某某，男，汉族，{date}出生，")),
        (Plain, format!("出生于{date}")),
        (Plain, format!("生于{date}，")),
        (Plain, format!("出生日期：{date}")),
        (Plain, format!("出生年月：{year}年{month}月")),
        (Plain, format!("王某某，男，{year}年{month}月生，")),
        (Plain, format!("王某某，女，{date}生。")),
        (Plain, format!("date of birth: {day} March {year}")),
        (Plain, format!("born on {day} March {year}")),
        (Spaced, format!("出生日期 {year} 年 {month} 月 {day} 日")),
        (Spaced, format!("{year} 年 {month} 月 {day} 日出生")),
        (Spaced, format!("出生日期：{year}-{month:02}-{day:02}")),
        (Spaced, format!("出生于 {year}.{month:02}.{day:02}")),
        (Spaced, format!("出生日期：{year}/{month}/{day}")),
        (Hard, format!("出生日期{year}{month:02}{day:02}")),
        (Hard, wide(&format!("出生日期:{year}-{month:02}-{day:02}"))),
        (Hard, "一九八五年三月十二日出生".to_owned()),
        (Hard, format!("生于March {day}, {year}")),
        (Hard, format!("王某某，女，{date}，")),
        (Hard, format!("md:出生于**{year}年**{month}月{day}日")),
        (Hard, format!("王某某，男，{year}.{month:02}生")),
        (Hard, format!("DOB: {year}-{month:02}-{day:02}")),
        (Hard, format!("{date}\u{200B}出生")),
        (Spaced, format!("{date} 出生")),
    ]
}

fn homes(draw: &mut Draw) -> Vec<(Disguise, String)> {
    let road = draw.of(&["建设路", "滨江中路", "八一街", "水南大道"]);
    let quarter = draw.of(&["阳光小区", "江滨花园", "锦绣家园", "东方苑"]);
    let (house, block, unit) = (1 + draw.below(99), 1 + draw.below(20), 1 + draw.below(4));
    let room = 100 * (1 + draw.below(9)) + 1 + draw.below(4);
    vec![
        (Plain, format!("王某某家住{road}{house}号{room}室")),
        (Plain, format!("家庭住址：{road}{house}号")),
        (Plain, format!("王某某，住{quarter}{block}栋{unit}单元{room}室")),
        (Plain, format!("现住延平区{quarter}{block}幢{room}室。")),
        (Plain, format!("住址：{quarter}{block}号楼{unit}单元{room}")),
        (Plain, format!("户籍地：南平市延平区{road}{house}号")),
        (Plain, format!("村民李某某，家住水南村{unit}组{house}号")),
        (Plain, format!("李某某（{road}{house}号{room}室）")),
        (Plain, format!("Wang lives at Room {room}, {house} Jianshe Road.")),
        (Plain, format!("home address: {house} Binjiang Road")),
        (Spaced, format!("家住 {road} {house} 号 {room} 室")),
        (Spaced, format!("住址：{quarter} {block} 栋 {unit} 单元 {room} 室")),
        (Spaced, format!("现住{road}{house}号，{room}室")),
        (Hard, format!("家住{road}{}号", wide(&house.to_string()))),
        (Hard, format!("md:家住{road}**{house}号**{room}室")),
        (Hard, format!("王某某户籍地址为{road}{house}号")),
        (Hard, "家住建设路十五号三栋二单元五〇一室".to_owned()),
        (Hard, format!("家住{quarter}{block}-{room}")),
        (Hard, format!("家住{road}{house}号 楼 {room}")),
        (Hard, format!("家住{road}\u{200B}{house}号")),
        (Hard, format!("md:![王某某家住{road}{house}号](a.png)")),
        (Hard, format!("王某某租住在{quarter}{block}-{unit}-{room}室")),
        (Hard, format!("{quarter}{block}栋{unit}单元{room}室业主")),
        (Hard, format!("王某某住{road}{house}号")),
        (Hard, format!("home address: No. {house}, Renmin Road")),
    ]
}

/// What looks like private data and is none.
const FALSE_FRIENDS: &[&str] = &[
    // Social credit codes, codes of organisations and registrations.
    "统一社会信用代码91350700MA2Y0XXN6T",
    "统一社会信用代码：11350700003957618K",
    "统一社会信用代码 12350700489283927Q",
    "统一社会信用代码913507001580000123",
    "信用代码91110105MA01ABCD2X",
    "组织机构代码00395761-8",
    "工商注册号350702600123456",
    "营业执照注册号350700100012345",
    "税务登记号350702003957618",
    "网站标识码3507000001",
    "闽ICP备12345678号",
    "闽公网安备35070202000123号",
    // Numbers of documents.
    "国办发〔2017〕47号",
    "南委〔2021〕13800138000号",
    "闽政办〔2021〕15号",
    "案号（2021）闽0702民初13800号",
    "许可证号：13800138000",
    "批复文号13912345678",
    "档案号1350-2021-001",
    "不动产权证第0012345号",
    "闽（2021）延平区不动产权第0013800号",
    "行政处罚决定书编号：15012345678",
    "发票号码：13800138",
    "发票代码135002110413，发票号13800138",
    "ISBN 9787010123456",
    "ISSN 1673-4831",
    // Projects, tenders, goods.
    "项目编号A13800138000",
    "项目编号350700210913001",
    "项目代码2021-350702-78-01-013800",
    "招标编号：NP-13800138000-01",
    "招标编号[350700]NPZB[GK]2021013",
    "招标编号FJNP2021-13800138000",
    "合同编号：13800138000",
    "订单号 15912345678",
    "设备序列号 18612345678",
    "项目编号4107002021091301",
    "标段（编号E3507020801100123001）",
    "型号GB12345678",
    "采购计划350702[2021]00138号",
    "地块编号2021-P-13800",
    "条形码6901234567892",
    "运单号13800138000123",
    "宗地号350702001001GB00123",
    "IMEI 860123456789012",
    "工单号：17712345678",
    // Amounts and quantities.
    "13800138000元",
    "共13800138000.50元",
    "￥13800138000",
    "人民币13912345678元",
    "金额12398000元",
    "投资15000000000元",
    "总投资 15000000000",
    "USD 13800138000",
    "13800138000 yuan",
    "用电13800138000度",
    "发电15012345678千瓦时",
    "13800138000立方米",
    "13,800,138,000元",
    "CNY 15,000,000,000",
    "约138亿元",
    "1391234.5678万元",
    "1500 2000 3000",
    "158 1580 1580",
    "1580 158 1580",
    "1360 1360 136",
    "158、1580、1580",
    "13,580,013,800",
    "138,00,13,8000",
    "13:58:00，15:30:00",
    "138:00:13:8000",
    "13800138000px",
    "13800138000ab",
    "13800138000AB",
    "增长13.8%、15.9%、18.6%",
    "0.13800138000",
    "比值为1.13912345678",
    "13800138000次访问",
    "13800138000人次",
    "账面价值（元） 13800138000",
    "用水量15800158000升",
    // Coordinates, dates, times, versions.
    "118.13800138000，26.13912345678",
    "东经118.178012，北纬26.635123",
    "坐标139.691 35.689",
    "139.6917, 35.6895",
    "北纬26°38′，东经118°10′",
    "2021-09-13 2021-12-31",
    "2021.09.13/2021.12.31",
    "2021年9月13日至12月31日",
    "20210913 20211231",
    "13:00-15:30，2021-09-13",
    "139.12.100.123",
    "版本13.8.1",
    "1 3 8 0 0 1 3 8 0 0",
    "1、3、5、7、9、11、13、15、17、19、21",
    // Landlines and public numbers.
    "电话0599-8861722",
    "电话：0599-8861722、0599-8861733",
    "（0599）8861722",
    "010-12345678",
    "拨打12345、12388，或4008123456",
    "热线400-812-3456",
    "800-820-8820",
    "95588",
    "邮编353000",
    "邮政编码：353000",
    "12800138000",
    // Masks.
    "138****8000",
    "138＊＊＊＊8000",
    "138xxxx8000",
    "138XXXX8000",
    "138××××8000",
    "138●●●●8000",
    "1101051949****002X",
    "110105********002X",
    "11010519491231****",
    "350702**********12",
    "6222************0128",
    "卡号尾号0128",
    "zh***@qq.com",
    "闽H·1**45",
    "闽H123**",
    "护照E1234****",
    "微信号zhang***",
    "QQ：123***789",
    // Numbers that fail their own test.
    "110105194912310021",
    "110105194913310024",
    "110105209912310020",
    "4111111111111112",
    "13800138000A",
    "138001380001",
    "1234567890123456789",
    // Accounts of units.
    "户名：某某建设有限公司，账号：35001676107052512345",
    "对公账户1406040209022123456",
    "财政专户账号 6222021234567890128",
    "开户行：农行延平支行，基本户13910101040012345",
    // Addresses on the web.
    "https://www.fj.gov.cn/zwgk/t20210913_13800138000.htm",
    "https://www.np.gov.cn/cms/html/npszf/2021-09-13/13800138000.html",
    "md:[公告](https://www.np.gov.cn/xxgk/13912345678.html)",
    "https://a.gov.cn/x?id=13800138000",
    "www.a.gov.cn/15912345678/",
    "icon@2x.png",
    "见 @media 和 npm a@1.2.3",
    "3 @ 5元",
    "微博@福建日报",
    "git@github.com:a/b.git",
    "后缀为@qq.com的邮箱",
    "以@fj.gov.cn结尾",
    "统一使用@notice.example邮箱",
    // Plates.
    "云A12345平台",
    "宁B12345文件号",
    "桂C23456型水泵",
    "晋D12345批次样品",
    "新E12345版软件",
    "苏B12345号地块",
    "更新A12345号系统",
    "高新A12345地块",
    "阿里云A12345",
    "编号闽A12345",
    "闽A级景区3个",
    "川A20210913",
    "川藏A12345",
    "沪A股12345",
    "车型豫A12345号文",
    "机动车管理豫A12345号文件",
    "车辆购置豫A12345号批复",
    "车站云A12345平台",
    "车间苏B12345号项目",
    "车间苏B12345号设备",
    "桂C23456号样品",
    "机动车监管云A12345系统",
    "车位鲁B12345号地块",
    "驾驶培训闽A12345号通知",
    // Home addresses of none.
    "地址：建设路15号县政府办公楼301室",
    "县住建局（建设路15号3楼301室）",
    "来信请寄滨江路99号2号楼3单元301室信访局",
    "某某公司住所：建设路15号501室",
    "建设路15号开展改造",
    "会议在3号楼2单元301室召开",
    "阳光小区3栋加装电梯",
    "老旧小区改造12栋、350户",
    "第15号提案、第3组",
    "国道316线15号桥",
    "王某某受到第15号通报",
    // WeChat and QQ.
    "微信公众号nanping_fabu",
    "微信公众号：nanpingfabu2021",
    "关注微信小程序 nanping_123",
    "微信支付2021年1月",
    "官方微信（WeChat）",
    "WeChat account of the office",
    "QQ群123456789",
    "QQ音乐2021",
    "QQ 2021年用户",
    "腾讯QQ 9.7.12345版",
    "增加Q23512型钢材",
    "企鹅12345只",
    "企鹅号作者",
    "在群众中的威信wei",
    "附加V20210913批次",
    "施加微压12345帕",
    "加微软Office2021",
    // Numbers told in parts that are none.
    "前三位1380013，后期8000",
    "前三名138分，后四名00138000分",
    "身份证号前六位350702，后四位1234",
    "前期投入138万元，后8位00138000",
    "卡号后四位0128",
    "手机号138开头，尾号8000",
    // Travel papers.
    "办理护照2345678本",
    "护照办理电话88617222",
    "货车通行证编号C12345678",
    "施工通行证：H12345678",
    "往来港澳通行证20210913起可网上办理",
    // Birth dates.
    "2021年出生人口15000人",
    "2021年1月1日以后出生的儿童",
    "2021年3月1日起生效",
    "1949年10月1日新中国成立",
    "2021年3月生产总值",
    "生于忧患，死于安乐",
    "企业生于1985年",
    "2021年9月13日生态环境局",
    "男，2021年9月受处分",
    "出生于2021年1月1日之后的",
    "1985年1月1日至1990年1月1日出生",
];

#[test]
#[allow(clippy::print_stdout)] // a report
fn recall() {
    let cases = cases();
    let mut seen: BTreeMap<(&str, Disguise), (usize, usize)> = BTreeMap::new();
    let mut missed = Vec::new();
    for case in &cases {
        let found = rules(&case.text).contains(&case.rule);
        for kind in [case.kind, ALL] {
            let count = seen.entry((kind, case.class)).or_default();
            count.0 += usize::from(found);
            count.1 += 1;
        }
        if !found {
            missed.push(format!("{} {:?} {:?}: {:?}", case.kind, case.class, case.text, rules(&case.text)));
        }
    }
    println!("{:<20}{:>16}{:>16}{:>16}", "kind", "plain", "spaced", "hard");
    let kinds: std::collections::BTreeSet<&str> = seen.keys().map(|(kind, _)| *kind).collect();
    let rate = |(found, all): &(usize, usize)| format!("{found}/{all} {}%", found * 100 / all);
    for kind in kinds {
        let of = |class| seen.get(&(kind, class)).map_or(String::new(), rate);
        println!("{kind:<20}{:>16}{:>16}{:>16}", of(Plain), of(Spaced), of(Hard));
        for (class, least) in [(Plain, 99), (Spaced, 99), (Hard, 90)] {
            let (found, all) = seen.get(&(kind, class)).copied().unwrap_or_default();
            assert!(all > 0 && found * 100 >= all * least, "{kind} {class:?}: {found}/{all}\n{}", missed.join("\n"));
        }
    }
    println!("{}", missed.join("\n"));
    assert!(cases.len() >= 300, "{}", cases.len());
    let has_row = |kind: &&&PrivateKind| cases.iter().any(|case| case.rule == kind.rule.id);
    assert!(KINDS.iter().all(|kind| has_row(&kind)), "a kind is not in the table");
}

#[test]
fn false_friends_are_let_be() {
    assert!(FALSE_FRIENDS.len() >= 100, "{}", FALSE_FRIENDS.len());
    let mut wrong = Vec::new();
    for text in FALSE_FRIENDS {
        let written = text.trim_start_matches("md:");
        for text in [written.to_owned(), format!("md:{written}"), format!("md:经查，{written}。")] {
            let found = rules(&text);
            if !found.is_empty() {
                wrong.push(format!("{text}: {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Four times the text takes about four times as long: nothing is read to the end of the text again and again.
#[test]
#[allow(clippy::disallowed_methods)] // a measurement
fn time_grows_with_the_length_of_the_text() {
    const SMALL: usize = 3_000;
    let parts = [
        "&",
        "%40",
        "1",
        "1 ",
        "1-",
        "@",
        "a@b.",
        "zs@qq.com ",
        "13800138000,",
        "https://a.cn/?a=13800138000&",
        "路1号1室",
        "1985年3月12日生",
        "微信号",
        "QQ ",
        "闽H1",
        "护照E12345678",
        "一",
        "①",
        "www.",
    ];
    let took = |text: &str| {
        let once = || {
            let begin = std::time::Instant::now();
            finds(text);
            begin.elapsed()
        };
        (0..3).map(|_| once()).min().unwrap_or_default()
    };
    for part in parts {
        let text = |bytes: usize| part.repeat(bytes / part.len());
        let (small, large) = (took(&text(SMALL)), took(&text(4 * SMALL)));
        // The best of three, since a machine under load may pause, and room for caches; growth with the square would be
        // 16 times.
        assert!(large < small * 10 + std::time::Duration::from_millis(100), "{part}: {small:?}, {large:?}");
    }
}
