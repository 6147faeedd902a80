//! Names of persons who were disciplined: a notice gives their posts, so an import masks their names and says which.
//!
//! A name is known by what stands around it: a post or 对 before it, a surname at its beginning, and behind it the end of an item of a list or
//! what became of the person. Only texts that speak of sanctions are looked at; outside the parts that are about persons, a sentence must say
//! of one of its names what became of it, since everything else stays character for character.

mod name;
mod vocabulary;

use super::fold::fold;
use super::marker::{Class, marker};
use crate::office::manuscript::{Block, Manuscript};
use crate::office::report::{Certainty, Report};
use crate::say;
use name::{is_dealt_with, is_long_surname, names};

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
            ("对高新区、安仁乡、马口村等3个单位进行约谈，给予党内警告处分3人。", "", 0),
            ("对白云区、黄埔区、江夏区2个单位通报批评，对5名责任人立案。", "", 0),
            ("对司法局、安监站、金山所、张集镇等分别通报批评，问责6人。", "", 0),
            ("对江街道、康乐公司、高新区被立案，问责6人。", "", 0),
            ("对华安、康美等2家公司通报批评，处分2人。", "", 0),
            ("对华安、康美等企业分别罚款，处分2人。", "", 0),
            ("对安仁乡、张三丰、李四等予以诫勉。", "对安仁乡、张某某、李某等予以诫勉。", 2),
            ("对张三丰、安仁乡、李四等予以诫勉。", "对张某某、安仁乡、李某等予以诫勉。", 2),
            ("对张三丰、李四等2个单位和个人予以诫勉。", "对张某某、李某等2个单位和个人予以诫勉。", 2),
            ("对张三丰、李四等2人予以诫勉。", "对张某某、李某等2人予以诫勉。", 2),
            ("对张三丰、李四等村干部予以诫勉。", "对张某某、李某等村干部予以诫勉。", 2),
            ("对张三丰、李四等3个单位负责人予以诫勉。", "对张某某、李某等3个单位负责人予以诫勉。", 2),
            ("对张三丰、李四等企业管理人员予以诫勉。", "对张某某、李某等企业管理人员予以诫勉。", 2),
            ("原镇长王小镇受到警告处分。", "原镇长王某某受到警告处分。", 1),
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
