//! Where a site is hosted: its address on the web, its folder on the server.

use serde::Serialize;

use crate::diagnostic::Message;
use crate::say;
use crate::value::url;

/// Where a site is hosted, in the terms of a server's configuration.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct HostingPlace {
    /// The folder of the published site, without a slash at its end.
    folder: String,
    /// The address as it was written, for people.
    address: String,
    /// Scheme, host and port, or the port alone where no host is known.
    site: String,
    /// The host, if it is known.
    host: Option<String>,
    /// The port of plain HTTP.
    port: u16,
    /// The port of HTTPS.
    secure_port: u16,
    /// Whether readers come by HTTPS.
    is_secure: bool,
    /// The path, `/` or `/notice/2025/`.
    path: String,
    /// The path without the slash at its end.
    mount: String,
    /// The path without the slash at its end, as a regular expression.
    pattern: String,
}

impl HostingPlace {
    /// Returns the place of a site with this address, which ends in `/`, in this folder; or what no configuration could
    /// say.
    pub(super) fn new(base_url: Option<&str>, folder: &str) -> Result<HostingPlace, Message> {
        let folder = absolute(folder)?;
        let Some(url) = base_url else { return Ok(HostingPlace { folder, ..HostingPlace::nowhere() }) };
        // Servers compare paths that are decoded.
        let url = &*url::decoded(url);
        let wrong = || {
            say!(
                "“{url}”不能用作网站地址；请写成 https://www.example.gov.cn/notice/",
                "`{url}` cannot be the address of a site; write https://www.example.gov.cn/notice/"
            )
        };
        let (scheme, rest) = url.split_once("://").ok_or_else(wrong)?;
        let (authority, path) = rest.split_once('/').ok_or_else(wrong)?;
        let (host, port) = authority.rsplit_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
        let port = port.map(str::parse::<u16>).transpose().map_err(|_| wrong())?;
        let is_good = matches!(scheme, "http" | "https")
            && !host.is_empty()
            && host.chars().all(|c| is_plain(c) && c != '/')
            && path.chars().all(is_plain);
        if !is_good {
            return Err(wrong());
        }
        let is_secure = scheme == "https";
        let (plain_port, secure_port) = if is_secure { (80, port.unwrap_or(443)) } else { (port.unwrap_or(80), 443) };
        let mount = format!("/{path}").trim_end_matches('/').to_owned();
        Ok(HostingPlace {
            folder,
            address: url.to_owned(),
            site: format!("{scheme}://{authority}"),
            host: Some(host.to_owned()),
            port: plain_port,
            secure_port,
            is_secure,
            pattern: mount.replace('.', "\\.").replace('+', "\\+"),
            mount,
            path: format!("/{path}"),
        })
    }

    fn nowhere() -> HostingPlace {
        let [folder, address, site, path, mount, pattern] = ["", "/", ":80", "/", "", ""].map(str::to_owned);
        HostingPlace {
            folder,
            address,
            site,
            host: None,
            port: 80,
            secure_port: 443,
            is_secure: false,
            path,
            mount,
            pattern,
        }
    }
}

/// Returns a folder that every server understands.
fn absolute(folder: &str) -> Result<String, Message> {
    let folder = folder.trim_end_matches('/');
    let is_absolute = folder.starts_with('/') || folder.get(1..3) == Some(":/");
    if !is_absolute {
        return Err(say!(
            "--folder 要写服务器上的完整路径，如 /srv/notice/public；“{folder}”不是完整路径",
            "--folder needs the full path on the server, such as /srv/notice/public; `{folder}` is not"
        ));
    }
    match folder.chars().find(|c| !is_plain(*c) && *c != ':') {
        None => Ok(folder.to_owned()),
        Some(c) => {
            let shown = c.escape_debug();
            Err(say!(
                "--folder 里的“{shown}”在服务器配置里另有含义；文件夹名请只用文字、数字和 / - _ . ~ +",
                "in the configuration of a server `{shown}` means something else; in --folder use only letters, digits and / - _ . ~ +"
            ))
        }
    }
}

/// Returns whether a character means itself in the configuration of every server.
fn is_plain(c: char) -> bool {
    c.is_alphanumeric() || "/-_.~+".contains(c)
}

#[cfg(test)]
mod tests {
    use super::HostingPlace;

    fn at(url: &str) -> HostingPlace {
        HostingPlace::new(Some(url), "/srv/公示/public/").unwrap()
    }

    #[test]
    fn an_address_is_taken_apart() {
        let place = at("http://127.0.0.1:8080/notice/2025/");
        assert_eq!(
            (place.folder.as_str(), place.path.as_str(), place.mount.as_str()),
            ("/srv/公示/public", "/notice/2025/", "/notice/2025")
        );
        assert_eq!((place.host.as_deref(), place.port, place.is_secure), (Some("127.0.0.1"), 8080, false));
        assert_eq!(at("https://a/%E5%85%AC%E7%A4%BA/").path, "/公示/");
        assert_eq!(at("http://a/v1.0+x/").pattern, r"/v1\.0\+x");
        let place = at("https://www.example.gov.cn/");
        assert_eq!(
            (place.site.as_str(), place.path.as_str(), place.mount.as_str()),
            ("https://www.example.gov.cn", "/", "")
        );
        assert_eq!((place.port, place.secure_port, place.is_secure), (80, 443, true));
    }

    #[test]
    fn what_a_configuration_would_read_differently_is_refused() {
        for url in [
            "ftp://a/",
            "http:///",
            "http://a",
            "http://a:b/",
            "http://a;b/",
            "http://a/b c/",
            "http://a/{x}/",
            "http://a/$b/",
            "http://a/%7Bx%7D/",
            "http://a/b%20c/",
            "http://a/\n/",
        ] {
            assert!(HostingPlace::new(Some(url), "/srv").is_err(), "{url}");
        }
        for folder in [
            "public", "", "/", "/srv/a b", "/srv/\"", "/srv/$x", "/srv/a;b", "/srv/{x}", "/srv/*", "/srv/\n",
            "C:\\site",
        ] {
            assert!(HostingPlace::new(None, folder).is_err(), "{folder}");
        }
        assert!(HostingPlace::new(None, "D:/site/public").is_ok());
    }
}
