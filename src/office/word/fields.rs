//! Fields: text that a word processor makes from an instruction. What it printed last is what a person sees.

use super::super::manuscript::LeftOutKind;

/// Fields that have begun and not ended.
#[derive(Default)]
pub(super) struct Fields(Vec<WordField>);

/// A field.
#[derive(Default)]
pub(super) struct WordField {
    instruction: String,
    /// Whether what it printed is read, and no longer its instruction.
    is_shown: bool,
}

/// Fields that show nothing.
const SILENT: [&str; 12] =
    ["XE", "TC", "TA", "RD", "SET", "PRIVATE", "ASK", "NEXT", "NEXTIF", "SKIPIF", "ADVANCE", "BARCODE"];

/// What a field prints that is no text of the notice, by the first word of its instruction.
const LEFT_OUT: [(&str, LeftOutKind); 4] = [
    ("PAGE", LeftOutKind::PageNumber),
    ("NUMPAGES", LeftOutKind::PageNumber),
    ("SECTIONPAGES", LeftOutKind::PageNumber),
    // A table of contents says everything twice.
    ("TOC", LeftOutKind::Other),
];

impl WordField {
    /// Returns a field whose instruction is known from the beginning.
    pub(super) fn simple(instruction: &str) -> WordField {
        WordField { instruction: instruction.to_owned(), is_shown: true }
    }

    fn word(&self) -> String {
        const LONGEST: usize = 16;
        let word = self.instruction.trim_start().chars().take_while(|c| !c.is_whitespace()).take(LONGEST);
        word.collect::<String>().to_ascii_uppercase()
    }
}

impl Fields {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Ends all but the first ones.
    pub(super) fn cut(&mut self, count: usize) {
        self.0.truncate(count);
    }

    /// Begins a field. Of more than anybody sets into each other, the first can have lost its end.
    pub(super) fn begin(&mut self, field: WordField) {
        const DEEPEST: usize = 32;
        if self.0.len() == DEEPEST {
            self.0.remove(0);
        }
        self.0.push(field);
    }

    /// Takes a piece of the instruction of the innermost field.
    pub(super) fn say(&mut self, text: &str) {
        let field = self.0.last_mut().filter(|field| !field.is_shown);
        field.into_iter().for_each(|field| field.instruction += text);
    }

    /// From here on stands what the innermost field printed.
    pub(super) fn show(&mut self) {
        self.0.iter_mut().last().into_iter().for_each(|field| field.is_shown = true);
    }

    /// Ends the innermost field; returns its instruction if it shows something that the file does not hold.
    pub(super) fn end(&mut self) -> Option<String> {
        let field = self.0.pop()?;
        let is_silent = field.is_shown || field.instruction.is_empty() || SILENT.contains(&&*field.word());
        (!is_silent).then(|| field.instruction.trim().to_owned())
    }

    /// Returns why text that stands here is left out. What stands in an instruction is none that a person sees.
    pub(super) fn fate(&self) -> Option<LeftOutKind> {
        let of = |field: &WordField| {
            let word = field.word();
            let kind = LEFT_OUT.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind);
            kind.or_else(|| (!field.is_shown).then_some(LeftOutKind::Other))
        };
        self.0.iter().find_map(of)
    }
}
