//! The scheme of an address, where a browser would find it.

/// What a link may begin with, beside a relative address.
pub(super) const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Returns whether an address is one that a link may lead to, other than one within the site.
pub fn leads_elsewhere(address: &str) -> bool {
    address.split_once(':').is_some_and(|(scheme, _)| SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known)))
}

/// Whether a destination leads to another site.
pub(in crate::text::markdown) fn is_external(destination: &str) -> bool {
    matches!(scheme(destination).as_deref(), Some("http" | "https"))
}

/// The scheme of an address in lower case, white space and controls within it ignored.
pub(super) fn scheme(address: &str) -> Option<String> {
    let (before, _) = address.split_once(':')?;
    let scheme: String = before.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let begins = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    let is_scheme = begins && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    is_scheme.then(|| scheme.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemes_are_found_where_a_browser_finds_them() {
        for (address, expected) in [
            ("https://a", Some("https")),
            ("JaVa\nscript:x", Some("javascript")),
            (" javascript :x", Some("javascript")),
            ("notice.html", None),
            ("#anchor", None),
            ("?q=a:b", None),
            ("a/b:c", None),
            ("第一：二:三", None),
            (":x", None),
        ] {
            assert_eq!(scheme(address).as_deref(), expected, "{address}");
        }
    }
}
