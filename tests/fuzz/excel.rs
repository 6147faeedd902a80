//! Any bytes as workbooks and CSV: see `office`.
#![no_main]
#![allow(clippy::disallowed_methods)] // What the macro of the fuzzer does may touch the world.

mod office;

use libfuzzer_sys::fuzz_target;

/// What reads tables.
const EXCEL: office::Reader = office::Reader {
    names: &["a.xlsx", "a.csv"],
    main: "xl/workbook.xml",
    kinds: &["", "worksheet", "sharedStrings", "styles"],
};

fuzz_target!(|bytes: &[u8]| office::try_all(&EXCEL, bytes));
