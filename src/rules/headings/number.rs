//! Numbers that a heading begins with.

/// Returns how many bytes of a heading are a number of its own, with the space after it; none if it has none.
pub(super) fn number_length(heading: &str) -> Option<usize> {
    let rest = match heading.strip_prefix(['（', '(']) {
        Some(inside) => numeral(inside)?.1.strip_prefix(['）', ')'])?,
        None => {
            let (numeral_kind, behind) = numeral(heading)?;
            let rest = behind.strip_prefix(['、', '．', '.'])?;
            // 1.5万亩, 一、二类, 3、4号楼 and A.I. go on.
            let goes_on = numeral(rest).is_some() || numeral_kind == Numeral::Roman && !rest.starts_with(' ');
            if goes_on {
                return None;
            }
            rest
        }
    };
    let rest = rest.trim_start();
    (!rest.is_empty()).then(|| heading.len() - rest.len())
}

#[derive(Clone, Copy, PartialEq)]
enum Numeral {
    Han,
    Digits,
    Roman,
}

/// Returns the numeral that a text begins with, of at most three signs, and what follows it.
fn numeral(text: &str) -> Option<(Numeral, &str)> {
    const SIGNS: [(Numeral, &str); 3] = [
        (Numeral::Han, "一二三四五六七八九十百"),
        (Numeral::Digits, "0123456789０１２３４５６７８９"),
        (Numeral::Roman, "IVX"),
    ];
    SIGNS.into_iter().find_map(|(kind, signs)| {
        let rest = text.trim_start_matches(|c| signs.contains(c));
        let length = text[..text.len() - rest.len()].chars().count();
        (1..=3).contains(&length).then_some((kind, rest))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_headings() {
        for (heading, number) in [
            ("一、聚焦主责", "一、"),
            ("十二、其他", "十二、"),
            ("（一）聚焦主责", "（一）"),
            ("(3) 聚焦", "(3) "),
            ("（10）聚焦", "（10）"),
            ("1. 聚焦", "1. "),
            ("1.聚焦", "1."),
            ("３．聚焦", "３．"),
            ("2、聚焦", "2、"),
            ("IV. Next steps", "IV. "),
        ] {
            assert_eq!(number_length(heading), Some(number.len()), "{heading}");
        }
        for heading in [
            "一、二类水源保护不力",
            "1.5万亩耕地闲置",
            "3、4号楼未验收",
            "2021年预算执行不严",
            "“一把手”监督不力",
            "一岗双责落实不到位",
            "（试行）办法没有修订",
            "（2021）12号文件没有落实",
            "12345热线办理不力",
            "I.V. therapy",
            "一、",
            "Next steps",
        ] {
            assert_eq!(number_length(heading), None, "{heading}");
        }
    }
}
