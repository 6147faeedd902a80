//! The host of an address, with its port.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

/// Why a text is not a host, or not the address of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UrlError {
    /// It does not begin with `https://` or `http://`.
    Scheme,
    /// No host, or a host that no server can have.
    Host,
    /// A host in characters beyond ASCII, where its `xn--` form is needed.
    HostNotAscii,
    /// A name or password of a user in front of the host.
    Account,
    /// A port that is no number from 1 to 65535.
    Port,
    /// A path with an empty part, `.` or `..`.
    Path,
    /// The address of a page: it ends in a file such as `index.html`.
    Page,
    /// A character that has no place there: a blank, `?`, `#`, `\`.
    Character(char),
}

/// A host in lower case, and its port where one is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    name: String,
    port: Option<u16>,
}

impl Host {
    /// The host of a text such as `www.example.gov.cn`, `archive.example:8443` or `[2001:db8::1]`. Capitals become small.
    pub fn new(text: &str) -> Result<Host, UrlError> {
        if text.contains('@') {
            return Err(UrlError::Account);
        }
        let (name, port) = match text.rfind(']').map_or(text, |end| &text[end..]).rfind(':') {
            Some(from_end) => text.split_at(text.rfind(']').unwrap_or(0) + from_end),
            None => (text, ""),
        };
        let name = name.to_lowercase();
        if !is_name(&name) {
            return Err(UrlError::Host);
        }
        let port = port.strip_prefix(':').map(|port| self::port(port).ok_or(UrlError::Port)).transpose()?;
        Ok(Host { name, port })
    }

    /// The host of an address that begins with a scheme, and the port that its scheme has by itself.
    pub fn of(address: &str) -> Result<(Host, u16), UrlError> {
        let (scheme, rest) = address.split_once("://").ok_or(UrlError::Scheme)?;
        let port = match scheme.to_ascii_lowercase().as_str() {
            "http" => 80,
            "https" => 443,
            _ => return Err(UrlError::Scheme),
        };
        Ok((Host::new(rest.split(['/', '?', '#']).next().unwrap_or_default())?, port))
    }

    /// Whether a list that names this host lets an address pass: one on this host or a host below it. Without a port only the usual one
    /// passes, since another port of a host may be another office's service, or one that is not meant for the public.
    pub fn allows(&self, host: &Host, usual: u16) -> bool {
        let is_below = || host.name.strip_suffix(&self.name).is_some_and(|below| below.ends_with('.'));
        (host.name == self.name || is_below()) && self.port.unwrap_or(usual) == host.port.unwrap_or(usual)
    }

    /// Whether the name has ASCII characters only, as in the address of a server.
    pub fn is_ascii(&self) -> bool {
        self.name.is_ascii()
    }
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        self.port.map_or(Ok(()), |port| write!(f, ":{port}"))
    }
}

/// Whether a name can be that of a host: labels joined by dots, or the number of a machine.
fn is_name(name: &str) -> bool {
    if let Some(number) = name.strip_prefix('[') {
        return number.strip_suffix(']').is_some_and(|number| number.parse::<Ipv6Addr>().is_ok());
    }
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let last = name.rsplit('.').next().unwrap_or_default();
    let is_number = last.bytes().all(|b| b.is_ascii_digit());
    name.len() <= 253 && name.split('.').all(is_label) && (!is_number || name.parse::<Ipv4Addr>().is_ok())
}

fn port(text: &str) -> Option<u16> {
    let is_digits = text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|port| is_digits && *port > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_and_what_is_none() {
        for (text, expected) in [
            ("www.example.gov.cn", "www.example.gov.cn"),
            ("Statistics.Example", "statistics.example"),
            ("archive.example:8443", "archive.example:8443"),
            ("localhost", "localhost"),
            ("10.0.0.1:80", "10.0.0.1:80"),
            ("[2001:DB8::1]", "[2001:db8::1]"),
            ("[::1]:8080", "[::1]:8080"),
            ("统计局.中国", "统计局.中国"),
            ("xn--fiqs8s.xn--fiqz9s", "xn--fiqs8s.xn--fiqz9s"),
        ] {
            assert_eq!(Host::new(text).map(|host| host.to_string()), Ok(expected.to_owned()));
        }
        for (text, error) in [
            ("", UrlError::Host),
            (" a.cn", UrlError::Host),
            ("a b.cn", UrlError::Host),
            ("https://a.cn", UrlError::Port),
            ("a.cn/x", UrlError::Host),
            ("a.cn\\.b.cn", UrlError::Host),
            ("*.a.cn", UrlError::Host),
            (".a.cn", UrlError::Host),
            ("a.cn.", UrlError::Host),
            ("a..cn", UrlError::Host),
            ("-a.cn", UrlError::Host),
            ("a。cn", UrlError::Host),
            ("a\u{200B}.cn", UrlError::Host),
            ("256.0.0.1", UrlError::Host),
            ("1.2", UrlError::Host),
            ("[::1", UrlError::Host),
            ("[a.cn]", UrlError::Host),
            ("::1", UrlError::Host),
            ("a.cn:", UrlError::Port),
            ("a.cn:0", UrlError::Port),
            ("a.cn:+80", UrlError::Port),
            ("a.cn:65536", UrlError::Port),
            ("a.cn:http", UrlError::Port),
            ("user:secret@a.cn", UrlError::Account),
        ] {
            assert_eq!(Host::new(text), Err(error), "{text:?}");
        }
    }

    #[test]
    fn a_listed_host_lets_its_addresses_pass() {
        for (listed, address, expected) in [
            ("A.cn", "https://a.CN/x", true),
            ("a.cn", "https://www.a.cn", true),
            ("a.cn", "https://ba.cn/", false),
            ("www.a.cn", "https://a.cn/", false),
            ("a.cn", "https://a.cn.b.cn/", false),
            ("a.cn", "HTTPS://a.cn:443/", true),
            ("a.cn", "http://a.cn:80?x", true),
            ("a.cn", "http://a.cn:443/", false),
            ("a.cn", "https://a.cn:8443/", false),
            ("a.cn:8443", "https://a.cn:8443#x", true),
            ("a.cn:8443", "https://a.cn/", false),
            ("a.cn:443", "https://a.cn/", true),
            ("a.cn:443", "http://a.cn/", false),
        ] {
            let (host, usual) = Host::of(address).unwrap();
            assert_eq!(Host::new(listed).unwrap().allows(&host, usual), expected, "{listed} {address}");
        }
        assert_eq!(Host::of("ftp://a.cn"), Err(UrlError::Scheme));
        assert_eq!(Host::of("https://b.cn\\.a.cn/"), Err(UrlError::Host), "browsers take the backslash for a slash");
    }
}
