//! Whether what a notice declares of other hosts can be declared so.

use std::ops::Range;

use super::records::ExternalRecord;
use crate::diagnostic::Message;
use crate::say;
use crate::value::ExternalUse;
use crate::value::url::Host;

/// What is written for a script whose content its host may change at any time.
const NO_INTEGRITY: &str = "none";

impl ExternalRecord {
    /// Returns whether the content of its scripts is not verified.
    pub fn is_open(&self) -> bool {
        self.fingerprint().is_none() && self.integrity.is_some()
    }

    /// Returns the fingerprint of its script, if one is given.
    pub fn fingerprint(&self) -> Option<&str> {
        self.integrity.as_ref().map(|integrity| integrity.as_str()).filter(|integrity| *integrity != NO_INTEGRITY)
    }
}

/// What is wrong: where it stands, what it is and what to write.
pub(super) type ExternalFault = (Range<usize>, Message, Message);

/// Returns everything that is wrong with an entry.
pub(super) fn faults(entry: &ExternalRecord) -> Vec<ExternalFault> {
    [host(entry), source(entry), integrity(entry)].into_iter().flatten().collect()
}

fn host(entry: &ExternalRecord) -> Option<ExternalFault> {
    let written = &entry.host;
    let is_host = Host::new(written).is_ok_and(|host| host.is_ascii() && host.to_string() == written.as_str());
    (!is_host).then(|| {
        (
            written.span(),
            say!("“{written}”不是网站域名", "`{written}` is not the host of a site"),
            say!(
                "只写小写的域名，如 stats.example.gov.cn，端口特殊的写成 stats.example.gov.cn:8443；不写 https://、路径和 *",
                "write the host only, in small letters, such as stats.example.gov.cn, or stats.example.gov.cn:8443 for an unusual port; no https://, path or *"
            ),
        )
    })
}

/// Returns a fault unless the address of a script is on the host, and encrypted.
fn source(entry: &ExternalRecord) -> Option<ExternalFault> {
    let (src, host) = (entry.src.as_ref()?, &entry.host);
    let begins = format!("https://{host}/");
    let is_plain = |c: char| c.is_ascii_graphic() && !"\"'<>\\`{}|^".contains(c);
    let (message, help) = if !src.starts_with(&begins) || !src.chars().all(is_plain) {
        (
            say!("“{src}”不是这个网站上脚本的地址", "`{src}` is not the address of a script on this host"),
            say!("请写成 {begins}….js", "write {begins}….js"),
        )
    } else if !entry.uses.contains(&ExternalUse::Script) {
        (
            say!("写了 src，for 里却没有 script", "there is a `src`, and `for` does not say `script`"),
            say!("请写成 for: [script, …]", "write for: [script, …]"),
        )
    } else {
        return None;
    };
    Some((src.span(), message, help))
}

/// Returns a fault unless a script is known byte for byte, or said to be unknown.
fn integrity(entry: &ExternalRecord) -> Option<ExternalFault> {
    let how = |src: &str| {
        say!(
            "请写脚本内容的指纹，如 integrity: sha384-…（curl -s {src} | openssl dgst -sha384 -binary | openssl base64 -A）；内容会变的，写 integrity: none，那个网站就随时可以换掉脚本",
            "write the fingerprint of the script, as in integrity: sha384-… (curl -s {src} | openssl dgst -sha384 -binary | openssl base64 -A); if its content changes write integrity: none, and that host can replace the script at any time"
        )
    };
    let src = entry.src.as_ref();
    match (&entry.integrity, src) {
        (None, Some(src)) => {
            Some((src.span(), say!("脚本没有写 integrity", "the script has no `integrity`"), how(src)))
        }
        (Some(written), _) if written.as_str() == NO_INTEGRITY => None,
        (Some(written), Some(src)) if !is_fingerprint(written) => Some((
            written.span(),
            say!("“{written}”不是脚本内容的指纹", "`{written}` is not the fingerprint of a script"),
            how(src),
        )),
        (Some(written), None) => Some((
            written.span(),
            say!("没有 src，这里不起作用", "without `src` this does nothing"),
            say!("请写上 src，或删去 integrity", "write `src`, or remove `integrity`"),
        )),
        _ => None,
    }
}

fn is_fingerprint(text: &str) -> bool {
    let lengths = [("sha256-", 44), ("sha384-", 64), ("sha512-", 88)];
    let is_base64 = |hash: &str| hash.bytes().all(|b| b.is_ascii_alphanumeric() || b"+/=".contains(&b));
    lengths
        .iter()
        .any(|(name, length)| text.strip_prefix(name).is_some_and(|hash| hash.len() == *length && is_base64(hash)))
}
