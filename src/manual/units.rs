//! The units that the built-in theme knows, each with a figure set in it.

use super::either;
use crate::source::SourceTree;
use crate::theme;
use crate::value::{Decimal, Lang};

/// Returns a line for each unit: its code, and how three of it are set.
pub(super) fn units(lang: Lang) -> String {
    let tree = theme::with_built_in(SourceTree::default());
    let layered = theme::layer(&tree, &theme::ThemeRequest::built_in(&[lang]));
    let Some(theme) = layered.value else { return String::new() };
    let locale = theme.locale(lang);
    let line = |code: &str| {
        let set = locale.figure(Decimal::whole(3), code, None).unwrap_or_default();
        format!("- `{code}`{}{set}\n", either(lang, "：", ": "))
    };
    locale.units().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_set_in_the_language() {
        assert!(units(Lang::new("zh")).contains("- `mu`：3亩\n"));
        assert!(units(Lang::new("en")).contains("- `CNY`: CNY 3\n"));
    }
}
