//! Sentences around private data, the ways to write a number, and what only looks like private data.

use super::Form;
use super::numbers::{Kind, Random};

type Variant = fn(&str, &mut Random) -> String;

/// A sentence that says a value; there are several for each kind.
pub(crate) fn plain(kind: Kind, value: &str, nth: usize) -> String {
    let sentences: &[&str] = match kind {
        Kind::Identity18 | Kind::Identity15 => &[
            "经查，当事人身份证号@，已移送处理。",
            "低保对象王某某（身份证号码：@）重复领取补贴。",
            "举报人提供的证件号为@。",
            "名单第3项：陈某某，@，已退款。",
        ],
        Kind::Mobile => &[
            "可联系村干部刘某某，电话@。",
            "群众反映请打@。",
            "经办人手机号：@，已停用。",
            "For details call @ during office hours.",
            "负责人林某某（@）已作说明。",
        ],
        Kind::BankCard => &[
            "违规款项转入其个人账户@。",
            "收款卡号：@，户名陈某某。",
            "退款已汇至银行卡@。",
            "开户行农业银行，账号@。",
        ],
        Kind::Email => {
            &["材料请发@。", "联系人黄某某，邮箱：@。", "Please write to @ for the list.", "举报邮箱为@，已公布。"]
        }
        Kind::Passport => &[
            "其持有的护照（号码@）已收缴。",
            "因私护照@未按规定上交。",
            "护照号：@。",
            "His passport No. @ was handed in.",
        ],
        Kind::Permit => &[
            "往来港澳通行证@未按规定上交。",
            "其持有的港澳通行证号码为@。",
            "台湾通行证（@）已集中保管。",
            "回乡证号：@。",
        ],
        Kind::Plate => &[
            "公车私用的车辆为@。",
            "驾驶车牌号@的小轿车参加宴请。",
            "车辆@长期停放在小区内。",
            "该局@越野车未按规定封存。",
        ],
        Kind::Home => &["当事人家住@。", "其住址为@。", "陈某某，男，户籍地址@。", "送达地址：@（其家中）。"],
        Kind::WeChat => &["添加微信@联系。", "其微信号：@。", "通过微信（@）收受红包。", "微信号为@的账户已注销。"],
        Kind::Qq => &["加QQ@咨询。", "其QQ号：@。", "QQ号码为@。", "联系QQ：@，林某某。"],
        Kind::Birth => &[
            "陈某某，男，@出生，中共党员。",
            "王某，女，汉族，@生，大学学历。",
            "林某某（@出生）被立案审查。",
            "张某某，出生日期：@。",
        ],
    };
    sentences[nth % sentences.len()].replace('@', value)
}

/// The ways to write a value in a form. A kind has no spaced form where nobody would space it.
pub(crate) fn variants(kind: Kind, form: Form) -> &'static [Variant] {
    match (form, kind) {
        (Form::Plain, _) => &[|value, _| value.to_owned()],
        (Form::Spaced, Kind::Identity18) => &[
            |v, _| parts(v, &[6, 8, 4], " "),
            |v, _| parts(v, &[6, 8, 4], "-"),
            |v, _| parts(v, &[6, 4, 4, 4], " "),
            |v, _| parts(v, &[3, 3, 4, 4, 4], " "),
        ],
        (Form::Spaced, Kind::Identity15) => &[|v, _| parts(v, &[6, 6, 3], " "), |v, _| parts(v, &[6, 6, 3], "-")],
        (Form::Spaced, Kind::Mobile) => &[
            |v, _| parts(v, &[3, 4, 4], " "),
            |v, _| parts(v, &[3, 4, 4], "-"),
            |v, _| parts(v, &[4, 3, 4], " "),
            |v, _| parts(v, &[3, 4, 4], "  "),
        ],
        (Form::Spaced, Kind::BankCard) => &[
            |v, _| parts(v, &[4, 4, 4, 4, 4], " "),
            |v, _| parts(v, &[4, 4, 4, 4, 4], "-"),
            |v, _| parts(v, &[6, 13], " "),
        ],
        (Form::Spaced, Kind::Plate) => {
            &[|v, _| split(v, 2, "·"), |v, _| split(v, 2, " "), |v, _| split(v, 2, "-"), |v, _| split(v, 2, "•")]
        }
        (Form::Spaced, Kind::Passport | Kind::Permit) => &[|v, _| letters(v, " "), |v, _| letters(v, "-")],
        (Form::Spaced, Kind::Email) => &[|v, _| v.replace('@', " @ "), |v, _| v.replace('@', "@ ")],
        (Form::Spaced, Kind::WeChat | Kind::Qq) => &[|v, _| format!(" {v}"), |v, _| format!("： {v}")],
        (Form::Spaced, Kind::Home) => &[|v, _| v.replace('号', "号 "), |v, _| v.replace("号", " 号")],
        (Form::Spaced, Kind::Birth) => &[|v, _| v.replace('年', " 年 ").replace('月', " 月 ").replace('日', " 日")],
        (Form::Hard, Kind::Mobile) => HARD_MOBILES,
        (Form::Hard, Kind::Identity18 | Kind::Identity15 | Kind::BankCard) => HARD_NUMBERS,
        (Form::Hard, Kind::Email) => HARD_EMAILS,
        (Form::Hard, Kind::Passport | Kind::Permit | Kind::WeChat | Kind::Qq) => HARD_WORDS,
        (Form::Hard, Kind::Plate) => HARD_PLATES,
        (Form::Hard, Kind::Home) => HARD_HOMES,
        (Form::Hard, Kind::Birth) => HARD_BIRTHS,
    }
}

const HARD_NUMBERS: &[Variant] = &[
    |v, _| wide(v),
    |v, r| inserted(v, r, "\u{200B}"),
    |v, r| inserted(v, r, "\u{2060}"),
    |v, r| inserted(v, r, "\n"),
    |v, r| entity(v, r),
    |v, _| v.chars().map(|c| format!("&#x{:x};", u32::from(c))).collect(),
    |v, _| format!("[详情](tel:{})", v.bytes().map(|b| format!("%{b:02X}")).collect::<String>()),
    |v, _| format!("[详情](https://www.example.gov.cn/?tel={v})"),
    |v, _| split(v, 3, "（") + "）",
    |v, _| parts(v, &[3, 4, 4, 4, 4], "."),
    |v, _| parts(v, &[3, 4, 4, 4, 4], "/"),
    |v, _| parts(v, &[4, 4, 4, 4, 4], "，"),
    |v, _| parts(v, &[3, 4, 4, 4, 4], "\\-"),
    |v, _| parts(v, &[3, 4, 4, 4, 4], "—"),
    |v, _| format!("NO{v}"),
    |v, _| bold(v),
    |v, _| parts(v, &[3, 4, 4, 4, 4], "\u{A0}"),
    |v, _| parts(v, &[5, 5, 5, 5], "·"),
    |v, _| parts(v, &[2, 2, 2, 2, 2, 2, 2, 2, 2], " "),
    |v, _| parts(v, &[1; 19], " "),
    |v, _| format!("前六位{}，后{}位{}", &v[..6], v.len() - 6, &v[6..]),
];

const HARD_MOBILES: &[Variant] = &[
    |v, _| format!("+86{v}"),
    |v, _| format!("+86 {}", parts(v, &[3, 4, 4], " ")),
    |v, _| format!("（+86）{v}"),
    |v, _| format!("0086-{v}"),
    |v, _| format!("86{v}"),
    |v, _| format!("0{v}"),
    |v, _| wide(v),
    |v, r| inserted(v, r, "\u{200B}"),
    |v, r| inserted(v, r, "\u{2060}"),
    |v, r| inserted(v, r, "\n"),
    |v, r| entity(v, r),
    |v, _| v.chars().map(|c| format!("&#x{:x};", u32::from(c))).collect(),
    |v, _| format!("[详情](tel:{})", v.bytes().map(|b| format!("%{b:02X}")).collect::<String>()),
    |v, _| format!("[详情](https://www.example.gov.cn/?tel={v})"),
    |v, _| format!("{}（{}）{}", &v[..3], &v[3..7], &v[7..]),
    |v, _| parts(v, &[3, 4, 4], "."),
    |v, _| parts(v, &[3, 4, 4], "/"),
    |v, _| parts(v, &[3, 4, 4], ","),
    |v, _| parts(v, &[3, 4, 4], "，"),
    |v, _| parts(v, &[3, 4, 4], "\\-"),
    |v, _| parts(v, &[3, 4, 4], "—"),
    |v, _| parts(v, &[3, 2, 2, 2, 2], " "),
    |v, _| parts(v, &[3, 3, 3, 2], "-"),
    |v, _| parts(v, &[1; 11], " "),
    |v, _| parts(v, &[3, 4, 4], "_"),
    |v, _| parts(v, &[3, 4, 4], "~"),
    |v, _| bold(v),
    |v, _| {
        v.chars()
            .map(|c| "零一二三四五六七八九".chars().nth(c.to_digit(10).expect("a digit") as usize).expect("a sign"))
            .collect()
    },
    |v, _| format!("{v}（微信同号）"),
    |v, _| format!("tel{v}"),
    |v, _| format!("{}开头，后八位{}", &v[..3], &v[3..]),
];

const HARD_EMAILS: &[Variant] = &[
    |v, _| v.replace('@', "&#64;"),
    |v, _| v.replace('@', "&commat;"),
    |v, _| v.replace('@', "\\@"),
    |v, _| v.replace('@', "＠"),
    |v, _| wide(v),
    |v, _| format!("[邮箱](mailto:{})", v.replace('@', "%40")),
    |v, _| v.replace('@', "(at)"),
    |v, _| v.replace('@', "[at]").replace('.', "[dot]"),
    |v, _| v.replace('@', " at ").replace('.', " dot "),
    |v, _| v.replace('@', "＃"),
    |v, _| v.replace('@', "@\n"),
    |v, r| inserted(v, r, "\u{200B}"),
    |v, _| format!("<{v}>"),
    |v, _| v.to_uppercase(),
    |v, _| format!("`{v}`"),
    |v, _| v.replace('@', "**@**"),
];

const HARD_WORDS: &[Variant] = &[
    |v, _| wide(v),
    |v, r| inserted(v, r, "\u{200B}"),
    |v, r| entity(v, r),
    |v, _| format!("为“{v}”"),
    |v, _| format!("`{v}`"),
    |v, _| format!("**{v}**"),
    |v, _| format!("（{v}）"),
    |v, _| v.to_lowercase(),
];

const HARD_PLATES: &[Variant] = &[
    |v, _| wide(v),
    |v, r| inserted(v, r, "\u{200B}"),
    |v, _| split(v, 2, "．"),
    |v, _| v.to_lowercase(),
    |v, _| format!("**{v}**"),
    |v, _| split(v, 1, " "),
    |v, _| format!("“{v}”"),
    |v, r| entity(v, r),
    |v, _| split(v, 2, "**·**"),
];

const HARD_HOMES: &[Variant] = &[
    |v, _| wide(v),
    |v, _| v.replace('号', "#"),
    |v, _| format!("**{v}**"),
    |v, r| inserted(v, r, "\u{200B}"),
    |v, _| format!("“{v}”"),
    |v, _| v.replace("幢", "-").replace("单元", "-").replace('栋', "-").replace("号楼", "-"),
    |v, _| v.replace("幢", "-").replace("单元", "-").replace('栋', "-").replace("号楼", "-").replace('室', ""),
    |v, _| v.replace("号楼", "号 楼 "),
];

const HARD_BIRTHS: &[Variant] = &[
    |v, _| wide(v),
    |v, _| v.replace(['年', '月'], ".").replace('日', "").trim_end_matches('.').to_owned(),
    |v, _| v.replace(['年', '月'], "/").replace('日', "").trim_end_matches('/').to_owned(),
    |v, r| inserted(v, r, "\u{200B}"),
    |v, _| format!("**{v}**"),
    |v, r| entity(v, r),
];

/// A value in parts of these lengths; what is left over joins the last.
fn parts(value: &str, lengths: &[usize], between: &str) -> String {
    let signs: Vec<char> = value.chars().collect();
    let mut parts: Vec<String> = Vec::new();
    let mut at = 0;
    for length in lengths {
        if at < signs.len() {
            parts.push(signs[at..(at + length).min(signs.len())].iter().collect());
            at += length;
        }
    }
    let rest: String = signs[at.min(signs.len())..].iter().collect();
    parts.last_mut().expect("a part").push_str(&rest);
    parts.join(between)
}

fn split(value: &str, at: usize, between: &str) -> String {
    let at = value.char_indices().nth(at).map_or(value.len(), |(at, _)| at);
    format!("{}{between}{}", &value[..at], &value[at..])
}

/// Letters, a sign, digits.
fn letters(value: &str, between: &str) -> String {
    split(value, value.chars().take_while(char::is_ascii_alphabetic).count(), between)
}

fn wide(value: &str) -> String {
    let wide = |c: char| if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xFEE0).expect("a sign") } else { c };
    value.chars().map(wide).collect()
}

/// A value with something somewhere within it.
fn inserted(value: &str, random: &mut Random, what: &str) -> String {
    let count = value.chars().count();
    split(value, 1 + random.below(count - 1), what)
}

/// A value of which one ASCII sign is an entity.
fn entity(value: &str, random: &mut Random) -> String {
    let signs: Vec<(usize, char)> = value.char_indices().filter(|(_, c)| c.is_ascii_alphanumeric()).collect();
    let (at, c) = signs[random.below(signs.len())];
    format!("{}&#{};{}", &value[..at], u32::from(c), &value[at + 1..])
}

/// Four signs in the middle in bold.
fn bold(value: &str) -> String {
    let middle = value.len() / 2;
    format!("{}**{}**{}", &value[..middle - 2], &value[middle - 2..middle + 2], &value[middle + 2..])
}

/// What looks like private data and is none. Each is a sentence that a notice may have.
pub(crate) const LOOK_ALIKES: &[&str] = &[
    // Codes of bodies and registers.
    "该公司统一社会信用代码为91350702MA2XN5F73K。",
    "统一社会信用代码：113507020037456321。",
    "登记证号12350702490012345A已注销。",
    "组织机构代码00374563-2已换发。",
    "机构编码350702001234567890123。",
    // Numbers of documents, projects, tenders, contracts, cases.
    "依据闽纪〔2021〕13号文件办理。",
    "项目代码2101-350702-04-01-123456已入库。",
    "招标编号ZB2021-350702-0138已公告。",
    "采购计划350702-2021-00138号。",
    "合同编号HT20210315-13800138已备案。",
    "（2021）闽0702民初1380号判决已生效。",
    "案号：（2020）闽07刑终13900号。",
    "宗地编号350702001001GB00012已确权。",
    "不动产权第0013800号已撤销。",
    "采矿许可证C3507002009126120047383已到期。",
    "取水许可证编号D350702S2021-0138。",
    "排污许可证91350702MA2XN5F73K001V已核发。",
    "施工许可证350702202103150101已补办。",
    "发票代码035002100311、号码13800138。",
    "电子发票号码23352000000138001380。",
    "票据号1380013800已核销。",
    "档案号0007-WS-2021-Y-0138。",
    "信访编号202103150138已办结。",
    "工单号20210315138001380013已回访。",
    "药品批准文号国药准字H20213158已核验。",
    "食品经营许可证JY13507020012345已年检。",
    "流水号202103151380013800138入账。",
    "订单号4200000913202103151234567890已退款。",
    // Amounts, areas, figures in a row.
    "合计13800138000元。",
    "拨付资金13912345678.90元。",
    "总投资158 000 000 00元。",
    "净增13800138000平方米绿地的说法有误。",
    "三年分别为135 2468 1357万元。",
    "各乡镇分别为139、1234、5678亩。",
    "完成率由1.3800138提高到1.3900139。",
    "资产总额15912345678元，负债18612345678元。",
    "投入1380万元、0013万元、8000万元。",
    "发电量13512345678千瓦时。",
    "总里程198.1380公里、139.8000公里。",
    "占比为35.0702198501011234%。",
    // Coordinates, addresses on the web, versions.
    "坐标为东经118.178459、北纬26.641768。",
    "位于118.1784591380013，26.6417680013800处。",
    "见https://www.example.gov.cn/art/2021/3/15/art_13800_138001380.html。",
    "网址www.example.gov.cn/c13912345678/list.shtml已恢复。",
    "视频编号BV1380013800已下架。",
    "系统版本V3.8.0013.8000已升级。",
    "网站标识码3507000001，公网安备35070202000138号。",
    "闽ICP备13800138号-1已公示。",
    "IP地址139.159.138.186已封禁。",
    // Public telephones and hotlines.
    "监督举报电话0599-8123456。",
    "拨打12388或者12345反映。",
    "客服热线400-810-1234已开通。",
    "服务热线95588、95599均已公示。",
    "传真0599－8765432。",
    "总机（0599）8123456转8001。",
    // Highways, standards, laws, models, lots.
    "沿G70福银高速、G3京台高速和S303线整治。",
    "执行GB 50300—2013和GB/T 9704-2012标准。",
    "符合JTG D20-2017、CJJ 37-2012规范。",
    "采购E12345型设备2台。",
    "设备型号G8512345已报废。",
    "C12345678型阀门已更换。",
    "使用H20213158批次疫苗。",
    "检修T12345678号变压器。",
    "M30、M50砂浆标号不符。",
    "京A区、闽B区两个标段已验收。",
    "闽政〔2020〕13号、闽委〔2021〕5号。",
    "川渝A12345号合作项目已签约。",
    "赣江K12345桩号处已修复。",
    "豫园B12345展位已退租。",
    "第K138+001至K139+800段已完工。",
    "浙商证券A股600138已清仓。",
    "苏A级景区、鲁B级酒店已复核。",
    "皖能集团D12345项目已停工。",
    "见车型豫A12345号文。",
    "机动车管理粤B12345号批复已执行。",
    // Masks.
    "举报人电话138****8000。",
    "身份证号3507021985****1234。",
    "身份证号350702********1234已核。",
    "卡号6228 **** **** 1234。",
    "车牌闽H****5已处理。",
    "闽H×××45小型客车。",
    "邮箱z***@qq.com已登记。",
    "住址：示例县某街道某小区。",
    // Places that are no homes.
    "办公地址：示例县人民路12号县政府大楼3楼。",
    "县行政服务中心位于滨江中路88号1号楼201室。",
    "阳光花园3幢外墙脱落问题已整改。",
    "锦绣家园5号楼2单元电梯已更换。",
    "人民路12号至58号沿街店面已整治。",
    "示例县第一中学教学楼2栋301室漏水已修复。",
    "拆除童游街道景贤路15号违建。",
    "信访局接访大厅设在西门村18号。",
    "选址在建阳区童游街道，占地30亩。",
    "施工单位住所地为福州市鼓楼区五四路128号恒力城20层。",
    "示例物业公司注册地址城关镇人民路9号2幢101室。",
    "村民住房3幢、附属房2间已腾退。",
    "锦绣家园18-1701项目已验收。",
    "锦绣家园18-20号楼外墙已修缮。",
    "住建局翡翠城12-1701号地块已收回。",
    "居住小区3-6个月内完成改造。",
    "该户住宅小区18-2021年度物业费已退。",
    "家住小区18-20层的住户已安置。",
    "住房保障按GB 18030-2022执行，见第18-20页。",
    "村民居住区5-1200平方米绿地已恢复。",
    "坐落于人民路18-1701的商铺已收回。",
    "县政府1号 楼301会议室已改造。",
    // Dates that are no birthdays.
    "中国共产党1921年7月成立。",
    "该条例1998年3月12日施行。",
    "示例公司成立于1985年1月1日。",
    "1987年5月出生的古树已挂牌保护。",
    "王某某于2019年3月任局长。",
    "李某某，2020年5月12日被立案审查。",
    "张某，2018年6月入党。",
    "陈某某（2021年3月退休）已约谈。",
    "林某某1998年8月参加工作。",
    "新生儿2021年3月出生登记率为99%。",
    "2015年出生人口3200人。",
    // Chat programs in general.
    "关注微信公众号“清风示例”。",
    "微信群12345已解散的传言不实。",
    "建立QQ群等12个交流平台。",
    "通过微信缴费1380013元。",
    "微信小程序“闽政通”办理事项20000件。",
    "QQ邮箱、微信等渠道受理138件。",
    "微信支付20210315元已核对。",
    "开展微信红包专项整治，查处12345人次。",
    // E-mail look-alikes.
    "在@人民日报的微博留言已回复。",
    "单价5元@3件，共15元。",
    "话题@示例发布 的阅读量20万。",
    // Accounts of bodies.
    "款项缴入县财政专户。",
    "国库账户已于2021年3月15日清零。",
    "党费账户余额6228.48万元。",
];
