//! Addresses that a notice names: of the site, of other pages, and of the hosts that it may link to.

use super::Resolver;
use crate::diagnostic::{Message, Place};
use crate::notice::records::NoticeRecord;
use crate::say;
use crate::source::WRONG_VALUE;
use crate::value::url::{BaseUrl, Host, UrlError};
use crate::value::{RelPath, Text};

impl Resolver {
    pub(super) fn base_url(&mut self, path: &RelPath, written: Option<&Text>) -> Option<BaseUrl> {
        let written = written?;
        match BaseUrl::new(written) {
            Ok(url) => Some(url),
            Err(error) => {
                let message = say!("“{written}”不能用作网站地址", "`{written}` cannot be the address of a site");
                self.error(WRONG_VALUE, Place::span(path, written.span()), message, address_help(error));
                None
            }
        }
    }

    /// Checks the addresses of other pages that the notice names.
    pub(super) fn addresses(&mut self, path: &RelPath, record: &NoticeRecord) {
        let written = record.previous.iter().filter_map(|previous| previous.url.as_ref()).chain(&record.original_url);
        for (written, error) in written.filter_map(|url| Some((url, Host::of(url).err()?))) {
            let message = say!("“{written}”不是网址", "`{written}` is not an address on the web");
            self.error(WRONG_VALUE, Place::span(path, written.span()), message, address_help(error));
        }
    }

    pub(super) fn allowed_hosts(&mut self, path: &RelPath, hosts: &[Text]) {
        for written in hosts.iter().filter(|host| Host::new(host).is_err()) {
            self.error(
                WRONG_VALUE,
                Place::span(path, written.span()),
                say!("“{written}”不是网站域名", "`{written}` is not the host of a site"),
                say!(
                    "只写域名，如 www.example.gov.cn，端口特殊的写成 www.example.gov.cn:8443；不写 https://、路径和 *，下级域名已包括在内",
                    "write the host only, such as www.example.gov.cn, or www.example.gov.cn:8443 for an unusual port; no https://, path or *: hosts below it are included"
                ),
            );
        }
    }
}

/// Returns how to write the address of a site that was refused.
fn address_help(error: UrlError) -> Message {
    let example = "https://www.example.gov.cn/notice/";
    match error {
        UrlError::Scheme => say!(
            "地址要以 https:// 或 http:// 开头，如 {example}",
            "an address begins with https:// or http://, such as {example}"
        ),
        UrlError::Host => say!("请检查域名，写成 {example}", "check the host, and write it as in {example}"),
        UrlError::HostNotAscii => say!(
            "中文域名请写成 xn-- 开头的形式：用浏览器打开网站，从地址栏复制即可",
            "write the host in its xn-- form: copy it from the address bar of a browser that shows the site"
        ),
        UrlError::Account => {
            say!("请删去 @ 和它前面的用户名、密码", "remove the `@` and the user and password before it")
        }
        UrlError::Port => say!("端口是 1 至 65535 的数字，或不写", "a port is a number from 1 to 65535, or left out"),
        UrlError::Path => {
            say!("路径里不要有 //、. 和 ..，写成 {example}", "write a path without `//`, `.` and `..`, as in {example}")
        }
        UrlError::Page => say!(
            "请写网站所在目录的地址，不写网页的文件名，如 {example}",
            "write the address of the folder of the site, without the name of a page, such as {example}"
        ),
        UrlError::Character(c) => {
            let c = c.escape_debug();
            say!("请删去“{c}”，写成 {example}", "remove `{c}`, and write it as in {example}")
        }
    }
}
