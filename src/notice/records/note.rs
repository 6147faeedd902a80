//! Editor's notes, which tell readers what does not agree in the source.

use super::record;
use crate::value::{Localized, Text};

record! {
    /// 编者注。An editor's note.
    pub struct NoteRecord {
        /// 说明。What it tells readers.
        pub text: Localized,
        /// 标在哪些数据旁。The figures that it stands at.
        #[serde(default)]
        pub figures: Vec<Text>,
    }
}
