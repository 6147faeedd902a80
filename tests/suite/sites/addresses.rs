//! Addresses that authors write: links to attachments and to other sites.

use gongkai::inspect;
use gongkai::progress::Progress;

use crate::fixture::{Compiled, Fixture};

const ZH: &str = "content/1-projects/001.zh.md";

/// The small notice with an attachment of this name, linked to in a narrative as `written`.
fn linking(name: &str, written: &str) -> Compiled {
    let link = format!("[附件](<{written}>)");
    let fixture = Fixture::small().replacing(ZH, "[附件](../files/list.txt)", &link);
    let content = if name.ends_with(".pdf") { "%PDF-1.7\n%%EOF\n" } else { "名单\n" };
    fixture.with(&format!("content/files/{name}"), content).compile()
}

/// The address that the narrative's link to the attachment became.
fn address(site: &Compiled) -> String {
    let page = site.file("issues/001.html");
    let before = page.split("\">附件</a>").next().expect("the link");
    before.rsplit("href=\"").next().expect("an address").to_owned()
}

#[test]
fn attachments_of_any_name_are_linked_to() {
    for (name, written, expected) in [
        ("a b.txt", "a b.txt", "a%20b.txt"),
        ("a b.txt", "a%20b.txt", "a%20b.txt"),
        ("100%.txt", "100%.txt", "100%25.txt"),
        ("100%.txt", "100%25.txt", "100%25.txt"),
        ("100%25.txt", "100%25.txt", "100%2525.txt"),
        ("a#b.txt", "a#b.txt", "a%23b.txt"),
        ("a#b.txt", "a%23b.txt", "a%23b.txt"),
        ("a&b+c.txt", "a&b+c.txt", "a%26b%2Bc.txt"),
        ("it's.txt", "it's.txt", "it%27s.txt"),
        ("list [1] (2) {3}.txt", "list [1] (2) {3}.txt", "list%20%5B1%5D%20(2)%20%7B3%7D.txt"),
        ("清单（终稿）.txt", "清单（终稿）.txt", "清单（终稿）.txt"),
        ("清单 1.txt", "%E6%B8%85%E5%8D%95%201.txt", "清单%201.txt"),
        ("2023 年/a b.pdf", "2023 年/a b.pdf#page=2", "2023%20年/a%20b.pdf#page=2"),
    ] {
        let site = linking(name, &format!("../files/{written}"));
        assert_eq!(site.shown(), Vec::<String>::new(), "{name} as {written}");
        assert_eq!(address(&site), format!("../files/{expected}"), "{name} as {written}");
        assert_eq!(inspect::look_at_all(site.site(), &Progress::default()).1, [], "{name} as {written}");
    }
}

#[test]
fn what_only_looks_like_the_name_leads_nowhere() {
    for (name, written) in [
        ("a b.txt", "a+b.txt"),
        ("a b.txt", "a%2520b.txt"),
        ("100%.txt", "100.txt"),
        ("a.txt", "a.txt?x=1"),
        ("a.txt", "a%3F.txt"),
        ("a.txt", "a.txt%00"),
        ("a.txt", "%2e%2e/%2e%2e/a.txt"),
        ("清单.txt", "%C7%E5%B5%A5.txt"),
    ] {
        let found = linking(name, &format!("../files/{written}")).shown();
        let expected = [format!("broken-link {ZH}:4:7"), format!("unlinked-file content/files/{name}")];
        assert_eq!(found, expected, "{name} as {written}");
    }
}

/// An address of another site stays as it was written, except for what no address may hold.
#[test]
fn addresses_of_other_sites_are_mended_once() {
    for (written, expected) in [
        ("https://other.example/%E9%80%9A%20x", "https://other.example/%E9%80%9A%20x"),
        ("https://other.example/100%", "https://other.example/100%25"),
        ("https://other.example/a b?q=5%&r=[1]", "https://other.example/a%20b?q=5%25&amp;r=%5B1%5D"),
        ("https://other.example/通报", "https://other.example/通报"),
    ] {
        let fixture = Fixture::small()
            .replacing("content/notice.yaml", "languages:", "allowed_hosts: [other.example]\nlanguages:")
            .replacing(ZH, "[附件](../files/list.txt)", &format!("[附件](<{written}>)"));
        let page = fixture.compile().file("issues/001.html");
        assert!(page.contains(&format!("href=\"{expected}\"")), "{written}");
    }
}

#[test]
fn hosts_are_allowed_in_any_case_and_by_their_port() {
    let linked = |listed: &str, address: &str| {
        Fixture::small()
            .replacing("content/notice.yaml", "languages:", &format!("allowed_hosts: [\"{listed}\"]\nlanguages:"))
            .replacing(ZH, "[附件](../files/list.txt)", &format!("[附件](<{address}>)"))
            .compile()
            .shown()
    };
    for (listed, address) in [
        ("Other.Example", "https://other.example/x"),
        ("other.example", "HTTPS://WWW.OTHER.example/"),
        ("other.example", "https://other.example:443/"),
        ("other.example:8443", "https://other.example:8443/"),
    ] {
        assert_eq!(linked(listed, address), Vec::<String>::new(), "{listed}: {address}");
    }
    for (listed, address) in [
        ("other.example", "https://other.example:8443/"),
        ("other.example:8443", "https://other.example/"),
        ("other.example", "https://another.example/"),
        ("other.example", "https://evil.example\\\\.other.example/"),
        ("other.example", "https://other.example.evil.example/"),
        ("other.example", "https:///other.example/"),
    ] {
        assert_eq!(linked(listed, address), [format!("broken-link {ZH}:4:7")], "{listed}: {address}");
    }
}

/// A path in Chinese is encoded wherever the address of the site is published.
#[test]
fn a_site_at_a_path_in_chinese() {
    let site =
        Fixture::small().replacing("content/notice.yaml", "notice.example/county", "Notice.example/公示").compile();
    let base = "https://notice.example/%E5%85%AC%E7%A4%BA/";
    for (path, expected) in [
        ("index.html", format!("<link rel=\"canonical\" href=\"{base}\">")),
        ("sitemap.xml", format!("<loc>{base}notice.html</loc>")),
        ("robots.txt", format!("Sitemap: {base}sitemap.xml")),
        ("feed.xml", format!("href=\"{base}feed.xml\"")),
        ("404.html", "href=\"/%E5%85%AC%E7%A4%BA/index.html\"".to_owned()),
    ] {
        let text = site.file(path);
        assert!(text.contains(&expected), "{path} has no {expected}");
    }
    assert_eq!(inspect::look_at_all(site.site(), &Progress::default()).1, []);
}
