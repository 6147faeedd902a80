//! Readers of values. What is expected is said by examples, which are the same in every language.

use std::net::IpAddr;

use crate::value::Date;
use crate::value::url::{BaseUrl, UrlError};

pub(super) fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "2021, 2021-12, 2021-12-31".to_owned())
}

pub(super) fn base_url(text: &str) -> Result<BaseUrl, String> {
    BaseUrl::new(text).map_err(|error| {
        let expected = match error {
            UrlError::HostNotAscii => "https://xn--fiqs8s.cn/notice/",
            UrlError::Port => "https://www.example.gov.cn:8443/notice/",
            _ => "https://www.example.gov.cn/notice/",
        };
        expected.to_owned()
    })
}

pub(super) fn port(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_| "0–65535".to_owned())
}

pub(super) fn address(text: &str) -> Result<IpAddr, String> {
    text.parse().map_err(|_| "127.0.0.1, 0.0.0.0, ::1".to_owned())
}
