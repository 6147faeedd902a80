//! Any bytes as documents and plain text: see `office`.
#![no_main]
#![allow(clippy::disallowed_methods)] // What the macro of the fuzzer does may touch the world.

mod office;

use libfuzzer_sys::fuzz_target;

/// What reads documents.
const WORD: office::Reader = office::Reader {
    names: &["a.docx", "a.txt"],
    main: "word/document.xml",
    kinds: &["", "numbering", "styles", "comments", "footer"],
};

fuzz_target!(|bytes: &[u8]| office::try_all(&WORD, bytes));
