//! Characters that are written as entities or encoded in addresses.

/// The longest entity that is read, in bytes, with its signs.
const LONGEST_ENTITY: usize = 12;

/// Returns an entity at the beginning of a text and its length. In Markdown the parser undid them; elsewhere they are
/// shown as typed and read all the same.
pub(super) fn entity(text: &str) -> Option<(char, usize)> {
    const NAMED: [(&str, char); 18] = [
        ("nbsp", ' '),
        ("ensp", ' '),
        ("emsp", ' '),
        ("thinsp", ' '),
        ("commat", '@'),
        ("period", '.'),
        ("lowbar", '_'),
        ("hyphen", '-'),
        ("dash", '-'),
        ("ndash", '-'),
        ("mdash", '-'),
        ("middot", '·'),
        ("plus", '+'),
        ("lpar", '('),
        ("rpar", ')'),
        ("sol", '/'),
        ("colon", ':'),
        ("amp", '&'),
    ];
    let end = text.bytes().take(LONGEST_ENTITY).position(|b| b == b';')?;
    let body = &text[1..end];
    if let Some(code) = body.strip_prefix('#') {
        let code = match code.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => code.parse().ok()?,
        };
        return Some((char::from_u32(code)?, end + 1));
    }
    NAMED.iter().find(|(name, _)| *name == body).map(|(_, sign)| (*sign, end + 1))
}

/// Returns what `%XX` at the beginning of a text stands for and its length: anything in an address, and an @
/// everywhere.
pub(super) fn encoded(text: &str, in_address: bool) -> Option<(char, usize)> {
    const LONGEST: usize = 4;
    let byte = |at: usize| {
        let code = text.get(3 * at..3 * at + 3)?.strip_prefix('%')?;
        u8::from_str_radix(code, 16).ok().filter(|_| !code.starts_with('+'))
    };
    if !in_address && byte(0)? != b'@' {
        return None;
    }
    let bytes: Vec<u8> = (0..LONGEST).map_while(byte).collect();
    let shown = (1..=bytes.len()).find_map(|length| Some((std::str::from_utf8(&bytes[..length]).ok()?, length)));
    shown.and_then(|(shown, length)| Some((shown.chars().next()?, 3 * length)))
}
