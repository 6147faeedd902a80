//! Private data in the values of figures, read with their labels.

use super::finds;
use super::public::{self, Public};
use crate::diagnostic::{Diagnostic, Place};
use crate::notice::Figure;
use crate::notice::edition::Edition;
use crate::value::{Decimal, RelPath, Spanned};

/// Returns diagnostics for the private data in the values of figures, read with their labels.
pub(super) fn in_figures(edition: &Edition) -> Vec<Diagnostic> {
    let public = Public::of_notice(&edition.notice);
    let in_values = |(path, figure): (&RelPath, &Figure)| {
        figure.values().filter_map(|value| in_figure(&public, path, figure, value)).collect::<Vec<_>>()
    };
    public::figures(&edition.notice).flat_map(in_values).collect()
}

fn in_figure(public: &Public, path: &RelPath, figure: &Figure, written: &Spanned<Decimal>) -> Option<Diagnostic> {
    const SHORTEST: usize = 5;
    let value = written.to_string();
    let found = |(_, label): (_, &crate::value::Text)| {
        // Every figure counts something: without a word that says otherwise it is an amount.
        let text = format!("{}：{value}元", label.as_str());
        let start = text.len() - "元".len() - value.len();
        finds(&text).into_iter().find(|find| find.range.end > start && !public.has(find))
    };
    let find = (value.len() >= SHORTEST).then(|| figure.label.iter().find_map(found)).flatten()?;
    Some(find.diagnostic(Place::span(path, written.span()), &value))
}
