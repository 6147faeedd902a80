//! The bodies that a list names.

use super::fold::fold;
use crate::office::report::{Certainty, Report};
use crate::say;

/// Returns the bodies that a list names. A sign in brackets is part of a name: `各乡镇（街道、开发区）`.
pub(in crate::office) fn bodies(text: &str) -> Vec<String> {
    let mut names = vec![String::new()];
    for part in text.trim_end_matches(['。', '.']).split_inclusive(['、', '，', ',', '；', ';', '\n']) {
        let last = names.len() - 1;
        names[last] += part;
        if is_closed(&names[last]) {
            names.push(String::new());
        }
    }
    let bare = |name: &String| name.trim_end_matches(['、', '，', ',', '；', ';', '\n']).trim().to_owned();
    names.iter().map(bare).filter(|name| !name.is_empty()).collect()
}

/// Returns the bodies that a list names, and reports what may be several.
pub(super) fn told(text: &str, number: usize, report: &mut Report) -> Vec<String> {
    let names = bodies(text);
    for name in names.iter().filter(|name| may_be_several(name)) {
        let message = say!(
            "单位之间只有空格，按一个单位收入；是几个单位的，请用顿号分开",
            "only blanks stand between these names, which are taken for one body; part them by 、 if they are several"
        );
        report.at(Certainty::NotUnderstood, number, name, message);
    }
    names
}

/// Whether every bracket of a text that is opened is closed.
pub(super) fn is_closed(text: &str) -> bool {
    let folded = fold(text);
    let count = |brackets: [char; 3]| folded.matches(brackets).count();
    count(['(', '[', '【']) <= count([')', ']', '】'])
}

/// What names of bodies end with.
const ENDS: [&str; 30] = [
    "局", "委", "办", "厅", "部", "院", "所", "站", "室", "处", "科", "会", "社", "队", "校", "厂", "公司", "中心",
    "集团", "政府", "银行", "大学", "学院", "中学", "小学", "街道", "党组", "党委", "乡", "镇",
];

/// Whether a name may be several, with only blanks between: `县教育局 县财政局`.
pub(in crate::office) fn may_be_several(name: &str) -> bool {
    let folded = fold(name);
    let mut parts = folded.split_whitespace();
    let is_body = |part: &str| part.chars().count() > 2 && ENDS.iter().any(|end| part.ends_with(end));
    folded.split_whitespace().count() > 1 && parts.all(is_body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_bodies_are_apart_by_signs_outside_brackets() {
        for (text, expected) in [
            ("市教育局、市财政局，各学校。", &["市教育局", "市财政局", "各学校"][..]),
            ("各乡镇（街道、开发区）", &["各乡镇（街道、开发区）"]),
            (
                "各乡镇(街道、开发区),县教育局（牵头；主办）\n县财政局",
                &["各乡镇(街道、开发区)", "县教育局（牵头；主办）", "县财政局"],
            ),
            ("甲局〔一处、二处〕、乙局【本级，下属】", &["甲局〔一处、二处〕", "乙局【本级，下属】"]),
            ("甲局（牵头、乙局", &["甲局（牵头、乙局"]),
            ("甲局）、乙局", &["甲局）", "乙局"]),
            ("、甲局、", &["甲局"]),
            ("", &[]),
        ] {
            assert_eq!(bodies(text), expected, "{text}");
        }
    }

    #[test]
    fn blanks_between_names_are_seen() {
        for text in ["县教育局 县财政局", "县教育局　县财政局", "安仁乡 马口镇 县公安局"] {
            assert!(may_be_several(text), "{text}");
        }
        for text in ["县教育局", "Education Bureau", "县教育局 基础教育股股长", "中共某县委 教育工作领导小组"]
        {
            assert!(!may_be_several(text), "{text}");
        }
    }
}
