//! Characters that XML cannot hold, which Excel writes as `_x000D_`.

/// Undoes `_x000D_`, in which Excel writes what XML cannot.
pub(super) fn unescaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 7).filter(|code| code.ends_with('_'));
        let sign = code.and_then(|code| u32::from_str_radix(&code[..4], 16).ok()).and_then(char::from_u32);
        written += &rest[..at];
        match sign {
            Some(sign) => written.push(sign),
            None => written += "_x",
        }
        rest = &rest[at + if sign.is_some() { 7 } else { 2 }..];
    }
    written + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_written_out() {
        for (text, expected) in [
            ("甲_x000D_乙", "甲\r乙"),
            ("_x005F_x000D_", "_x000D_"),
            ("a_x", "a_x"),
            ("_xZZZZ_", "_xZZZZ_"),
            ("_x甲乙_", "_x甲乙_"),
            ("_x0041__x0042_", "AB"),
        ] {
            assert_eq!(unescaped(text), expected);
        }
    }
}
