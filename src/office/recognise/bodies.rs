//! The bodies that a list names.

/// Returns the bodies that a list names.
pub(in crate::office) fn bodies(text: &str) -> Vec<String> {
    let parts = text.trim_end_matches(['。', '.']).split(['、', '，', ',', '；', ';', '\n']);
    parts.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_bodies_are_apart_by_signs() {
        assert_eq!(bodies("市教育局、市财政局，各学校。"), ["市教育局", "市财政局", "各学校"]);
    }
}
