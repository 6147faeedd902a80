//! Whether a text is the published one but for what it quotes: then it need not be parsed.

/// Returns whether two texts have the same letters and digits, whatever stands where the first quotes figures by name: then
/// nothing that is typed can differ but marks, and nothing is parsed.
pub(super) fn has_same_words(text: &str, published: &str) -> bool {
    let words = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let published = words(published);
    let mut typed = text.split("{{").enumerate().map(|(at, part)| match part.split_once("}}") {
        Some((_, after)) if at > 0 => words(after),
        _ => words(part),
    });
    let Some(mut rest) = typed.next().and_then(|first| published.strip_prefix(&*first)) else { return false };
    let mut last = None;
    for part in typed {
        let Some((_, after)) = rest.split_once(&*part) else { return false };
        rest = after;
        last = Some(part);
    }
    rest.is_empty() || last.is_some_and(|last| published.ends_with(&last))
}

#[cfg(test)]
mod tests {
    use super::has_same_words;

    #[test]
    fn a_text_is_the_published_one_whatever_its_quotations_say() {
        for (text, published, is_same) in [
            ("罚款**5万元**。", "罚款5万元。", true),
            ("罚款5万元。", "罚款3万元。", false),
            ("追回{{ back }}，涉及{{n}}人。", "追回147.6万元，涉及12人。", true),
            ("追回{{ back }}，罚款5元", "追回147.6万元，罚款3元", false),
            ("罚款5元，追回{{ back }}", "罚款3元，追回147.6万元", false),
            ("{{ a }}罚5元{{ b }}", "7万元罚3元8", false),
            ("追回{{ back }}", "追回147.6万元", true),
            ("追回5元", "追回5元整", false),
            ("", "", true),
        ] {
            assert_eq!(has_same_words(text, published), is_same, "{text}");
        }
    }
}
