//! What was left out of a file, and why.

/// Something that was left out, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// What it is.
    pub kind: LeftOutKind,
    /// Which paragraph it stands in or follows, or which row of its table or sheet it is.
    pub number: usize,
    /// Its text; of a sheet, with where it stands (`台账!B7`).
    pub text: String,
}

/// Why it was left out. Deleted, inserted, hidden and struck text stop an import until the changes are accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOutKind {
    /// Text that a tracked change deleted, or moved away.
    Deleted,
    /// Text that is set to be hidden, or that nobody can see: white on white, or smaller than any letter.
    Hidden,
    /// Text with a line through it: it is read, and stands here too.
    Struck,
    /// Text that a tracked change put in: it is read, and stands here too.
    Inserted,
    /// What somebody wrote beside the text.
    Comment,
    /// A picture, a drawing, a chart.
    Picture,
    /// Text of a header or a footer.
    HeaderFooter,
    /// The number of a page.
    PageNumber,
    /// A footnote or an endnote.
    Footnote,
    /// Where a link leads; its words are read.
    Link,
    /// A row that does not show.
    HiddenRow,
    /// A column that does not show.
    HiddenColumn,
    /// A sheet that does not show.
    HiddenSheet,
    /// A formula whose value the file does not hold.
    FormulaWithoutValue,
    /// An equation that is not known here how to write in one line.
    Equation,
    /// A table in a cell of another: its words are read, and stand here too.
    NestedTable,
    /// A formula that went wrong.
    FormulaError,
    /// A number that its format shows in a way that is not known here, with that format.
    NumberFormat,
    /// Something else.
    Other,
}
