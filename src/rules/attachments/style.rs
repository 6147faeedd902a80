//! Styles in a drawing: whether they load anything. A browser undoes escapes before it reads names of functions, so
//! they are undone here.

/// Functions and rules by which a style loads or runs something.
const LOADING: [&str; 7] = ["@import", "image-set(", "image(", "src(", "expression(", "-moz-binding", "javascript:"];

/// Returns whether a style, or a value that may be one, leads out of the drawing. `url(#id)` stays within.
pub(super) fn loads(style: &str) -> bool {
    let style = unescaped(style).to_ascii_lowercase();
    LOADING.iter().any(|part| style.contains(part)) || style.split("url(").skip(1).any(|address| !is_within(address))
}

fn is_within(address: &str) -> bool {
    address.trim_start_matches(|c: char| c.is_whitespace() || "\"'".contains(c)).starts_with('#')
}

/// Returns a style with comments gone and escapes undone: `\75 rl` is `url`.
fn unescaped(style: &str) -> String {
    let mut plain = String::with_capacity(style.len());
    let mut rest = style;
    while let Some(at) = rest.find(['\\', '/']) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.find("*/").map_or("", |end| &comment[end + 2..]);
        } else if let Some(escape) = rest.strip_prefix('\\') {
            let (c, length) = escaped(escape);
            plain.extend(c);
            rest = &escape[length..];
        } else {
            plain.push('/');
            rest = &rest[1..];
        }
    }
    plain + rest
}

/// Returns the character that stands after a backslash, and how many bytes it takes.
fn escaped(text: &str) -> (Option<char>, usize) {
    const LONGEST: usize = 6;
    let digits = text.bytes().take(LONGEST).take_while(u8::is_ascii_hexdigit).count();
    if digits > 0 {
        let c = u32::from_str_radix(&text[..digits], 16).ok().and_then(char::from_u32);
        let blank = usize::from(text[digits..].starts_with([' ', '\t', '\n', '\r', '\u{c}']));
        return (c, digits + blank);
    }
    text.chars().next().map_or((None, 0), |c| (Some(c), c.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::loads;

    #[test]
    fn styles_stay_within_the_drawing_or_not() {
        for (style, expected) in [
            ("fill: url(#a)", false),
            ("url( '#a' )", false),
            ("/* @import */ .a { fill: red }", false),
            ("font: 12px 宋体", false),
            ("a / b \\", false),
            ("scroll-behavior: smooth", false),
            ("fill: url(a.svg#b)", true),
            ("URL('https://other.example/x')", true),
            ("\\75 rl(https://other.example)", true),
            ("u\\r\\6c(//other.example)", true),
            ("u/**/rl(#a) url(//x)", true),
            ("@im\\port 'x.css'", true),
            ("background: image-set('x.png' 1x)", true),
            ("width: expression(alert(1))", true),
            ("url(", true),
        ] {
            assert_eq!(loads(style), expected, "{style}");
        }
    }
}
