//! Tests of punctuation, of terms and of telephone numbers in a text of one line.

use super::half_width::half_width_marks;
use super::telephone::dashes_in_numbers;
use super::terms::terms_in;
use super::*;
use crate::diagnostic::Diagnostic;
use crate::notice::{NarrativeFile, WrongTerm};
use crate::value::{Lang, RelPath, Spanned};

fn rules(text: &str, check: impl Fn(&Passage<'_>, &Prose<'_>) -> Vec<Diagnostic>) -> Vec<(usize, &'static str)> {
    let file = NarrativeFile::new(RelPath::of("content/closing.zh.md"), text);
    let passage = Passage::of_file(Lang::new("zh"), &file);
    let column = |d: &Diagnostic| {
        d.place.as_ref().and_then(crate::diagnostic::Place::range).map_or(0, |r| text[..r.start].chars().count())
    };
    check(&passage, &passage.prose()).iter().map(|d| (column(d), d.rule)).collect()
}

#[test]
fn punctuation_beside_han() {
    for (text, columns) in [
        ("整改,完成", vec![2]),
        ("整改(基本)完成", vec![2, 5]),
        ("(1)整改；(2)完成", vec![0, 2, 6, 8]),
        ("整改(1.5 km) x", vec![2, 9]),
        ("x (a) 整改", vec![]),
        ("CNY 1,232", vec![]),
        ("共 3,284 亩", vec![]),
        ("见[附件](a,b)", vec![]),
        ("比例3:1。", vec![]),
        ("南平:好", vec![2]),
        ("已完成.", vec![3]),
        ("已完成. 下一步", vec![3]),
        ("**已完成**.", vec![7]),
        ("完成率95%.下一步", vec![6]),
        ("罚款{{ fines }}.", vec![13]),
        ("见[附件](a.pdf).", vec![12]),
        ("等等...", vec![2]),
        ("1.整改，见附件.pdf，3.5亩", vec![]),
        ("1. 整改\n2. 完成[^1]\n\n[^1]: 说明", vec![]),
        ("U.S. 企业，Xi’an No.1", vec![]),
        ("见[附件](表(1).pdf)。", vec![]),
    ] {
        assert_eq!(rules(text, half_width_marks).iter().map(|(c, _)| *c).collect::<Vec<_>>(), columns, "{text}");
    }
}

#[test]
fn terms_of_the_offices_list() {
    let term = WrongTerm {
        lang: Spanned::of(Lang::new("zh")),
        wrong: "截止".into(),
        right: "截至".into(),
        except: vec!["截止日期".into()],
    };
    let wrong = |text: &str| rules(text, |passage, prose| terms_in(passage, prose, std::slice::from_ref(&term))).len();
    assert_eq!(
        [wrong("截止6月底"), wrong("截至6月底"), wrong("截止日期为6月30日"), wrong("见[附件](截止.pdf)")],
        [1, 0, 0, 0]
    );
}

#[test]
fn dashes_in_telephone_numbers() {
    assert_eq!(rules("0599—8861722", dashes_in_numbers).len(), 1);
    assert_eq!(rules("2019—2023年", dashes_in_numbers).len(), 0);
}
