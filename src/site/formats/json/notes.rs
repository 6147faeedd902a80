//! What was added to the text: editor's notes and corrections.

use schemars::JsonSchema;
use serde::Serialize;

use super::texts::{Dictionary, JsonTexts, texts};
use crate::notice::{Correction, EditorNotes};

/// 编者注。An editor's note.
#[derive(Serialize, JsonSchema)]
pub(super) struct NoteData<'a> {
    /// 标在哪些数据旁。Ids of the figures that it stands at.
    figures: Vec<&'a str>,
    /// 说明。What it tells readers.
    #[schemars(with = "Dictionary")]
    text: JsonTexts<'a>,
}

/// 更正。A correction.
#[derive(Serialize, JsonSchema)]
pub(super) struct CorrectionData<'a> {
    /// 日期。Date.
    on: String,
    /// 内容。What was corrected.
    #[schemars(with = "Dictionary")]
    text: JsonTexts<'a>,
}

pub(super) fn notes(of: EditorNotes<'_>) -> Vec<NoteData<'_>> {
    of.list().into_iter().map(|note| NoteData { text: texts(note.text), figures: note.figures }).collect()
}

pub(super) fn correction(correction: &Correction) -> CorrectionData<'_> {
    CorrectionData { on: correction.on.to_string(), text: texts(&correction.text) }
}
