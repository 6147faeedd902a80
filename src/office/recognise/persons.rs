//! Names of persons who were disciplined: a notice gives their posts, so an import masks their names and says which.
//!
//! A name is known by what stands around it: a post or 对 before it, a surname at its beginning, and behind it the end of an item of a list or
//! what became of the person. Only texts that speak of sanctions are looked at; outside the parts that are about persons, a sentence must say
//! of one of its names what became of it, since everything else stays character for character.

use super::fold::fold;
use super::marker::{Class, marker};
use crate::office::manuscript::{Block, Manuscript};
use crate::office::report::{Certainty, Report};
use crate::say;

/// Surnames of one character.
const SURNAMES: &str = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元卜顾孟黄穆萧尹姚邵湛汪祁毛禹狄米贝臧伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯昝卢莫房裘缪宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮储靳段富巫乌焦巴弓牧山谷侯班秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸司韶黎薄印白怀蒲鄂索赖卓蔺屠蒙池乔阴胥苍闻党翟谭贡劳姬申扶堵冉宰雍桑桂牛寿边扈燕冀尚温别庄晏柴瞿阎慕茹宦艾鱼古易慎戈廖庾居衡耿弘匡文寇禄欧沃蔚越隆巩聂晁勾敖融冷辛阚那简饶曾毋沙鞠须巢关蒯荆红游竺盖桓付肖邸迟仝佟岳亓候闫尧";
const LONG_SURNAMES: [&str; 12] =
    ["欧阳", "上官", "司马", "诸葛", "尉迟", "皇甫", "东方", "令狐", "公孙", "慕容", "司徒", "夏侯"];

/// What posts end with, and what else stands before a name.
const BEFORE: [&str; 27] = [
    "长",
    "员",
    "书记",
    "主任",
    "领导",
    "负责人",
    "责任人",
    "干部",
    "经理",
    "会计",
    "出纳",
    "助理",
    "教师",
    "医生",
    "医师",
    "护士",
    "警官",
    "法官",
    "检察官",
    "总监",
    "代表",
    "主席",
    "常委",
    "顾问",
    "对",
    "给予",
    "职工",
];

/// What stands behind a name, beside the words of [`DEALT`].
const BEHIND: [&str; 19] = [
    "、", ",", ";", "。", "(", ":", " ", "进行", "严重", "降", "作出", "立案", "违", "免", "共", "均", "分别", "批评",
    "履职",
];

/// What says that a person was dealt with.
const DEALT: [&str; 16] = [
    "等",
    "同志",
    "党内",
    "政务",
    "受到",
    "给予",
    "被",
    "因",
    "予以",
    "撤销",
    "记过",
    "记大过",
    "警告",
    "诫勉",
    "开除",
    "涉嫌",
];

/// What speaks of sanctions.
const SANCTIONS: [&str; 22] = [
    "处分",
    "诫勉",
    "警告",
    "记过",
    "记大过",
    "撤职",
    "撤销",
    "开除",
    "降级",
    "降职",
    "留党察看",
    "免职",
    "批评教育",
    "提醒谈话",
    "谈话提醒",
    "立案",
    "问责",
    "追责",
    "追究",
    "涉嫌",
    "移送",
    "违纪",
];

/// Headings under which every line may name such persons.
const HEADINGS: [&str; 6] = ["线索", "问责", "追责", "追究", "处分", "处理情况"];

/// What no name has in it: it is masked already, or another word begins.
const NO_NAME: &str = "某被因等受给予和及与为在是的已";

/// What begins like a name and is none.
const WORDS: [&str; 78] = [
    "方面", "方式", "方法", "方案", "高度", "高质", "高效", "成员", "成绩", "成立", "成效", "任职", "任务", "任命",
    "党组", "党委", "党员", "党内", "党纪", "党风", "党建", "党支", "党史", "时任", "于是", "安排", "安全", "单位",
    "常委", "常态", "常务", "关于", "有关", "文件", "文化", "班子", "班长", "班组", "纪律", "纪检", "纪委", "纪法",
    "项目", "金额", "房屋", "房产", "施工", "严重", "严格", "严肃", "严明", "包括", "曾任", "曾因", "经济", "边界",
    "章程", "路线", "段长", "石油", "林业", "林长", "河长", "湖长", "马上", "易地", "景区", "温泉", "凌晨", "包村",
    "祝贺", "项下", "雷同", "程序", "危房", "危险", "费用", "宣传",
];

/// Returns a manuscript in which the names of disciplined persons are masked; the report says where.
pub(super) fn masked(manuscript: &Manuscript, report: &mut Report) -> Manuscript {
    let mut masked = manuscript.clone();
    let mut heading: Option<(Class, bool)> = None;
    for block in &mut masked.blocks {
        match block {
            Block::Paragraph(paragraph) => {
                let marker = marker(&fold(&format!("{}{}", paragraph.label, paragraph.text)));
                if let Some(class) = marker.map(|marker| marker.class)
                    && heading.is_none_or(|(known, is_of)| known == class || !is_of)
                {
                    heading = Some((class, contains(&paragraph.text, &HEADINGS)));
                }
                let is_below = heading.is_some_and(|(_, is_of)| is_of);
                mask(&mut paragraph.text, is_below, paragraph.number, report);
            }
            Block::Table(table) => {
                for row in &mut table.rows {
                    let is_of = row.cells.iter().any(|cell| contains(&cell.text, &SANCTIONS));
                    row.cells.iter_mut().for_each(|cell| mask(&mut cell.text, is_of, row.number, report));
                }
            }
        }
    }
    masked
}

fn contains(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

fn mask(text: &mut String, is_of_sanctions: bool, number: usize, report: &mut Report) {
    if !is_of_sanctions && !contains(text, &SANCTIONS) {
        return;
    }
    let mut masked: Vec<char> = text.chars().collect();
    let folded: Vec<char> = fold(text).chars().collect();
    let names = names(&folded);
    let end_of = |at: usize| folded[at..].iter().position(|c| *c == '。').map_or(folded.len(), |end| at + end);
    let is_dealt_with = |(start, length): &(usize, usize)| is_dealt_with(&folded[start + length..]);
    for (start, length) in &names {
        let in_sentence = |other: &&(usize, usize)| end_of(other.0) == end_of(*start);
        if !is_of_sanctions && !names.iter().filter(in_sentence).any(is_dealt_with) {
            continue;
        }
        let surname = if is_long_surname(&folded, *start) { 2 } else { 1 };
        let shown: String = masked[start.saturating_sub(12)..start + length].iter().collect();
        masked[start + surname..start + length].fill('某');
        let new: String = masked[*start..start + length].iter().collect();
        let message = say!(
            "像是受处理人员的姓名，已写成“{new}”；依法应当点名的，请自己写上",
            "this looks like the name of a person who was disciplined, and was written “{new}”; where the law asks for the name, write it yourself"
        );
        report.at(Certainty::Likely, number, &shown, message);
    }
    *text = masked.into_iter().collect();
}

/// Where names stand in a text: the beginning of each, and its length.
fn names(text: &[char]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let end = found.last().map_or(0, |(start, length)| start + length);
        let follows = end > 0 && at == end + 1 && matches!(text[end], '、' | ',' | '和' | '及' | '与');
        match name(text, at).filter(|_| follows || stands_behind(text, at)) {
            Some(length) => {
                found.push((at, length));
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// Whether what stands behind a name says that the person was dealt with.
fn is_dealt_with(rest: &[char]) -> bool {
    let next: String = rest.iter().take(4).collect();
    let counted = next.trim_start_matches(|c: char| c.is_ascii_digit());
    DEALT.iter().any(|word| next.starts_with(word)) || counted.len() < next.len() && counted.starts_with('人')
}

/// Returns how long the name is that begins at a place, if one may begin there.
fn name(text: &[char], at: usize) -> Option<usize> {
    let surname = match is_long_surname(text, at) {
        true => 2,
        false => Some(1).filter(|_| SURNAMES.contains(text[at]))?,
    };
    let rest: String = text[at..].iter().take(4).collect();
    let is_word = WORDS.iter().any(|word| rest.starts_with(word));
    let is_name = |length: &usize| {
        let given = text.get(at + surname..at + surname + length);
        let is_given = given.is_some_and(|given| given.iter().all(|c| is_han(*c) && !NO_NAME.contains(*c)));
        is_given && ends(&text[at + surname + length..])
    };
    [2, 1].into_iter().find(is_name).map(|length| surname + length).filter(|_| !is_word)
}

fn is_long_surname(text: &[char], at: usize) -> bool {
    let two: String = text[at..].iter().take(2).collect();
    LONG_SURNAMES.contains(&&*two)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{3134f}')
}

/// Whether a name may end before this.
fn ends(rest: &[char]) -> bool {
    let next: String = rest.iter().take(3).collect();
    let is_count = next.starts_with(|c: char| c.is_ascii_digit());
    next.is_empty() || is_count || BEHIND.iter().chain(&DEALT).any(|word| next.starts_with(word))
}

/// Whether a post, or a word that names persons, stands before a place.
fn stands_behind(text: &[char], at: usize) -> bool {
    let before: String = text[at.saturating_sub(3)..at].iter().collect();
    BEFORE.iter().any(|word| before.trim_end().ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> (String, usize) {
        let (mut text, mut report) = (text.to_owned(), Report::default());
        mask(&mut text, false, 1, &mut report);
        (text, report.entries.len())
    }

    #[test]
    fn names_of_disciplined_persons_are_masked_and_posts_stay() {
        for (text, expected, names) in [
            (
                "给予某市公安局二级高级警长祖大方、某县融媒体中心副主任王烜、安口村党支部书记蓝军3人党纪政务处分。",
                "给予某市公安局二级高级警长祖某某、某县融媒体中心副主任王某、安口村党支部书记蓝某3人党纪政务处分。",
                3,
            ),
            ("对张三丰、李四、欧阳小明等3人诫勉谈话。", "对张某某、李某、欧阳某某等3人诫勉谈话。", 3),
            ("原局长赵小六受到撤职处分，副局长钱七被立案。", "原局长赵某某受到撤职处分，副局长钱某被立案。", 2),
            ("对副局长周某某给予警告处分。", "对副局长周某某给予警告处分。", 0),
            ("给予2名主任党内警告处分，对全部问题追责问责，高度重视、明确责任。", "", 0),
            ("处级干部5人、科级干部23人，给予党纪政务处分10人。", "", 0),
            ("对相关人员进行批评教育，对有关单位负责人安排约谈。", "", 0),
            ("印发《关于进一步做好领导干部、领导班子问责工作的通知》，逐条核查公检法、纪检干部违纪问题。", "", 0),
            ("局长余大国、主任李小明带队检查，对发现的违纪问题立案。", "", 0),
        ] {
            let expected = if expected.is_empty() { text } else { expected };
            assert_eq!(of(text), (expected.to_owned(), names), "{text}");
        }
        assert_eq!(of("局长余爱国同志带队检查。"), ("局长余爱国同志带队检查。".to_owned(), 0), "no sanction");
    }
}
