//! What a report says of each kind of thing that was left out of a file, and which kinds stop an import.

use super::super::manuscript::LeftOutKind;
use super::Certainty;
use crate::diagnostic::Message;
use crate::say;

/// What is said of something that was left out.
pub(super) fn kind(kind: LeftOutKind) -> Message {
    match kind {
        LeftOutKind::Deleted => say!("修订中已删除的文字", "text that a tracked change deleted"),
        LeftOutKind::Inserted => {
            say!("修订中新增的文字，已收入", "text that a tracked change put in; it was taken over")
        }
        LeftOutKind::Hidden => say!("隐藏文字（或白色、极小的字）", "hidden text, or white, or too small to be seen"),
        LeftOutKind::Struck => say!("带删除线的文字，已收入", "text with a line through it; it was taken over"),
        LeftOutKind::Comment => say!("批注", "a comment"),
        LeftOutKind::Picture => say!("图片，请另存到 content/files/", "a picture: save it to content/files/"),
        LeftOutKind::HeaderFooter => say!("页眉或页脚", "a header or footer"),
        LeftOutKind::PageNumber => say!("页码", "a page number"),
        LeftOutKind::Footnote => say!("脚注", "a footnote"),
        LeftOutKind::Link => say!("链接的地址", "where a link leads"),
        LeftOutKind::HiddenRow => say!("隐藏的行", "a hidden row"),
        LeftOutKind::HiddenColumn => say!("隐藏的列", "a hidden column"),
        LeftOutKind::HiddenSheet => say!("隐藏的工作表", "a hidden sheet"),
        LeftOutKind::FormulaWithoutValue => say!("公式没有存下结果", "a formula without its value"),
        LeftOutKind::Equation => say!(
            "公式没有读懂，没有收入，请照原样补上",
            "an equation that is not understood; it was not taken over: write it as it shows"
        ),
        LeftOutKind::NestedTable => say!(
            "单元格里还有表格，只收入了文字，行列没有保留，请核对",
            "a table in a cell: its words were taken over without its rows and columns; please check"
        ),
        LeftOutKind::FormulaError => say!(
            "公式出错，没有收入，请改正或直接写上",
            "a formula that went wrong; it was not taken over: mend it, or write what it should show"
        ),
        LeftOutKind::NumberFormat => say!(
            "数字格式没有读懂，没有收入，请照原样补上",
            "a number in a format that is not understood; it was not taken over: write it as it shows"
        ),
        LeftOutKind::Other => say!("其他内容", "something else"),
    }
}

/// Returns how much an author must see to something that was left out: what people see, and is not read, they must.
pub(super) fn certainty(kind: LeftOutKind) -> Certainty {
    match kind {
        LeftOutKind::NumberFormat | LeftOutKind::FormulaError | LeftOutKind::Equation | LeftOutKind::NestedTable => {
            Certainty::NotUnderstood
        }
        _ => Certainty::LeftOut,
    }
}

/// Whether what was left out stops an import until the changes are accepted: nobody can say what the approved text is.
pub fn stops(kind: LeftOutKind) -> bool {
    matches!(kind, LeftOutKind::Deleted | LeftOutKind::Inserted | LeftOutKind::Hidden | LeftOutKind::Struck)
}
