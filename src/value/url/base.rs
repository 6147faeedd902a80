//! The address that a site will have.

use std::fmt;
use std::ops::Deref;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::{Host, UrlError, mended};
use crate::value::path::is_invisible;

/// The address of a site: `https://www.example.gov.cn/notice/`. It ends in `/`, and has ASCII characters only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl(String);

/// ASCII stays as [`mended`] leaves it.
const BEYOND_ASCII: &AsciiSet = CONTROLS;

impl BaseUrl {
    /// The address that a person wrote: a slash is added at its end, and a path beyond ASCII is encoded.
    pub fn new(text: &str) -> Result<BaseUrl, UrlError> {
        let scheme = ["https://", "http://"].into_iter().find(|scheme| text.starts_with(scheme));
        let (scheme, rest) = scheme.map(|scheme| (scheme, &text[scheme.len()..])).ok_or(UrlError::Scheme)?;
        if let Some(wrong) = rest.chars().find(|c| has_no_place(*c)) {
            return Err(UrlError::Character(wrong));
        }
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let host = Host::new(host)?;
        if !host.is_ascii() {
            return Err(UrlError::HostNotAscii);
        }
        let parts = path.strip_suffix('/').unwrap_or(path);
        if !path.is_empty() && parts.split('/').any(|part| matches!(part, "" | "." | "..")) {
            return Err(UrlError::Path);
        }
        if is_page(parts) {
            return Err(UrlError::Page);
        }
        let path = mended(path);
        let path = utf8_percent_encode(&path, BEYOND_ASCII);
        let url = format!("{scheme}{host}/{path}");
        Ok(BaseUrl(if url.ends_with('/') { url } else { url + "/" }))
    }
}

/// Whether a path ends in the name of a page, below which no file stands.
fn is_page(path: &str) -> bool {
    const ENDINGS: [&str; 9] = ["html", "htm", "shtml", "xhtml", "php", "asp", "aspx", "jsp", "do"];
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

fn has_no_place(c: char) -> bool {
    matches!(c, '?' | '#' | '\\') || c.is_whitespace() || c.is_control() || is_invisible(c)
}

impl Deref for BaseUrl {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_sites() {
        for (text, expected) in [
            ("https://www.example.gov.cn", "https://www.example.gov.cn/"),
            ("https://www.example.gov.cn/notice", "https://www.example.gov.cn/notice/"),
            ("https://www.example.gov.cn/notice/2025/", "https://www.example.gov.cn/notice/2025/"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080/"),
            ("http://[::1]:8080/a", "http://[::1]:8080/a/"),
            ("https://WWW.Example.cn/Notice", "https://www.example.cn/Notice/"),
            ("https://a.cn/notice/v2.0", "https://a.cn/notice/v2.0/"),
            ("https://a.cn/公示", "https://a.cn/%E5%85%AC%E7%A4%BA/"),
            ("https://a.cn/%E5%85%AC%e7%a4%ba/", "https://a.cn/%E5%85%AC%e7%a4%ba/"),
            ("https://a.cn/100%", "https://a.cn/100%25/"),
            ("https://xn--fiqs8s.xn--fiqz9s/", "https://xn--fiqs8s.xn--fiqz9s/"),
        ] {
            let url = BaseUrl::new(text).map(|url| url.to_string());
            assert_eq!(url, Ok(expected.to_owned()));
            assert_eq!(BaseUrl::new(expected).as_deref(), Ok(expected), "it is whole already");
        }
    }

    #[test]
    fn what_is_no_address_of_a_site() {
        for (text, error) in [
            ("", UrlError::Scheme),
            ("example.gov.cn", UrlError::Scheme),
            ("//example.gov.cn/", UrlError::Scheme),
            ("/notice/", UrlError::Scheme),
            ("ftp://a.cn/", UrlError::Scheme),
            (" https://a.cn/", UrlError::Scheme),
            ("https:/a.cn/", UrlError::Scheme),
            ("https://", UrlError::Host),
            ("https:///x", UrlError::Host),
            ("https://:8080/", UrlError::Host),
            ("https://a_b.cn/", UrlError::Host),
            ("https://例子.cn/", UrlError::HostNotAscii),
            ("https://clerk:secret@a.cn/", UrlError::Account),
            ("https://clerk@a.cn/", UrlError::Account),
            ("https://a.cn:/", UrlError::Port),
            ("https://a.cn:99999/", UrlError::Port),
            ("https://a.cn/x?y", UrlError::Character('?')),
            ("https://a.cn?y", UrlError::Character('?')),
            ("https://a.cn/#x", UrlError::Character('#')),
            ("https://a.cn/a b", UrlError::Character(' ')),
            ("https://a.cn/ ", UrlError::Character(' ')),
            ("https://a.cn\u{3000}", UrlError::Character('\u{3000}')),
            ("https://a.cn/\n", UrlError::Character('\n')),
            ("https://a.cn/\u{202E}x", UrlError::Character('\u{202E}')),
            ("https://a.cn\\b", UrlError::Character('\\')),
            ("https://a.cn//", UrlError::Path),
            ("https://a.cn/../x", UrlError::Path),
            ("https://a.cn/x/./y", UrlError::Path),
            ("https://a.cn/n/index.html", UrlError::Page),
            ("https://a.cn/Default.ASPX/", UrlError::Page),
        ] {
            assert_eq!(BaseUrl::new(text), Err(error), "{text:?}");
        }
    }
}
