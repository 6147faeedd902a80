//! A style sheet as it is published: without comments, indentation and empty lines.

use cssparser::Token;

use super::StyleSheet;

impl<'i> StyleSheet<'i> {
    /// Returns the sheet without its comments, its indentation and its empty lines.
    pub(in crate::theme) fn lean(&self) -> String {
        let mut lean = String::with_capacity(self.text.len());
        let mut blank = String::new();
        let mut is_parted = false;
        for (token, range) in &self.tokens {
            match token {
                Token::WhiteSpace(space) => blank.push_str(space),
                Token::Comment(_) => is_parted = true,
                _ if range.is_empty() => {}
                _ => {
                    match &*blank {
                        _ if lean.is_empty() => {}
                        // What a comment parts is not one word without it.
                        "" if is_parted => lean.push_str("/**/"),
                        blank if blank.contains('\n') => lean.push('\n'),
                        blank => lean.push_str(blank),
                    }
                    lean.push_str(&self.text[range.clone()]);
                    blank.clear();
                    is_parted = false;
                }
            }
        }
        if !lean.is_empty() {
            lean.push('\n');
        }
        lean
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_not_published() {
        for (css, expected) in [
            ("/* why */\na {\n  /* x\n y */ color: red;\n}\n\n", "a {\ncolor: red;\n}\n"),
            ("a { content: '/* b */  c' }", "a { content: '/* b */  c' }\n"),
            ("a/* b */.c { d: 1px/**/2px /* e */ 3px }", "a/**/.c { d: 1px/**/2px  3px }\n"),
            ("a { b: 'c\\\n  d' }", "a { b: 'c\\\n  d' }\n"),
            (" /* a */ ", ""),
        ] {
            let lean = StyleSheet::read(css).lean();
            assert_eq!(lean, expected);
            assert_eq!(StyleSheet::read(&lean).lean(), lean, "twice is once");
        }
    }
}
