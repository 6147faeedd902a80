//! Other hosts that a notice declares: pages may ask exactly these, readers are told, and it is said each time.

use gongkai::inspect;
use gongkai::progress::Progress;

use crate::fixture::{Compiled, Fixture};

const HASH: &str = "sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC";

/// An entry for a host that counts visits.
fn counting(rest: &str) -> String {
    format!(
        "external:\n  - {{host: stats.example.gov.cn, reason: {{zh: 统计访问量。, en: To count visits.}}, {rest}}}\n"
    )
}

fn declared(rest: &str) -> Fixture {
    Fixture::small().adding("content/notice.yaml", &format!("\n{}", counting(rest)))
}

/// The same with something on the page of contacts.
fn with_page(fixture: Fixture, added: &str) -> Compiled {
    let page = format!(
        "{{% extends \"bulletin/contact.html\" %}}{{% block content %}}{{{{ super() }}}}{added}{{% endblock %}}"
    );
    fixture
        .replacing("content/notice.yaml", "languages:", "theme: red\nlanguages:")
        .with("themes/red/theme.yaml", "extends: bulletin\n")
        .with("themes/red/templates/contact.html", page)
        .compile()
}

/// What is said of the finished pages.
fn of_pages(compiled: &Compiled) -> Vec<String> {
    let (_, found) = inspect::look_at_all(compiled.site.as_ref().expect("a site"), &Progress::default());
    let mut messages: Vec<String> = found.into_iter().map(|d| d.message.en).collect();
    let mut seen = std::collections::BTreeSet::new();
    messages.retain(|message| seen.insert(message.clone()));
    messages
}

#[test]
fn a_notice_that_declares_nothing_asks_nobody() {
    let page = Fixture::small().compile().file("contact.html");
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
    assert!(page.contains(&format!("content=\"{policy}\"")) && !page.contains("class=\"external\""), "{page}");
}

#[test]
fn a_script_that_is_declared_is_in_every_page_and_readers_are_told_why() {
    let src = "https://stats.example.gov.cn/count.js?id=7";
    let compiled = declared(&format!("for: [script, connect], src: \"{src}\", integrity: {HASH}")).compile();
    let said: Vec<_> =
        compiled.diagnostics.iter().map(|d| (d.rule, d.severity.name(), d.message.zh.as_str())).collect();
    assert_eq!(said, [("external-host", "note", "每个页面都会访问 stats.example.gov.cn（script、connect）")]);
    assert_eq!(of_pages(&compiled), Vec::<String>::new());
    let compiled = Compiled { diagnostics: Vec::new(), ..compiled };
    let hosts = |directive: &str| format!("{directive} 'self' https://stats.example.gov.cn;");
    for (page, told) in [
        ("index.html", "stats.example.gov.cn（运行脚本、发送数据）：统计访问量。"),
        ("en/issues/001.html", "stats.example.gov.cn (runs a script, sends data): To count visits."),
    ] {
        let page = compiled.file(page);
        assert!(page.contains(told), "{page}");
        assert!(page.contains(&hosts("script-src")) && page.contains(&hosts("connect-src")), "{page}");
        assert!(page.contains("img-src 'self';") && page.contains("trusted-types 'none'"), "{page}");
        let element =
            page.split("<script ").skip(1).find(|part| part.contains("stats.example.gov.cn")).expect("a script");
        let element = element.split('>').next().unwrap_or_default();
        let attributes = [format!("integrity=\"{HASH}\""), "crossorigin=\"anonymous\"".into(), " async".into()];
        assert!(attributes.iter().all(|attribute| element.contains(attribute)), "{element}");
    }
}

#[test]
fn a_theme_may_load_what_is_declared_and_nothing_else() {
    let refused = |href: &str| format!("`{href}` is on another site, so browsers refuse to load it");
    let (good, other) = ("https://stats.example.gov.cn/a", "https://www.stats.example.gov.cn/a");
    for (entry, added, expected) in [
        ("for: image", format!("<img src=\"{good}\" alt=\"\">"), vec![]),
        ("for: image", format!("<img srcset=\"{good} 2x\" alt=\"\">"), vec![]),
        ("for: image", format!("<img src=\"{other}\" alt=\"\">"), vec![refused(other)]),
        (
            "for: image",
            "<img src=\"http://stats.example.gov.cn/a\" alt=\"\">".into(),
            vec![refused("http://stats.example.gov.cn/a")],
        ),
        ("for: image", format!("<script src=\"{good}\"></script>"), vec![refused(good)]),
        ("for: script", format!("<script src=\"{good}\" integrity=\"{HASH}\" crossorigin></script>"), vec![]),
        ("for: script, integrity: none", format!("<script src=\"{good}\" async></script>"), vec![]),
        (
            "for: script",
            format!("<script src=\"{good}\"></script>"),
            vec![format!(
                "`{good}` has no `integrity`: put it on the <script>, or write integrity: none in `external`"
            )],
        ),
        ("for: script", "<script>1</script>".into(), vec!["there is an inline script".to_owned()]),
        (
            "for: script",
            format!("<iframe src=\"{good}\"></iframe>"),
            vec!["a page may not have a <iframe>".to_owned(), refused(good)],
        ),
        ("for: style", format!("<link rel=\"stylesheet\" href=\"{good}\">"), vec![]),
        ("for: style", format!("<link rel=\"preload\" href=\"{good}\">"), vec![refused(good)]),
    ] {
        let compiled = with_page(declared(entry), &added);
        let wrong: Vec<_> = compiled.diagnostics.iter().filter(|d| d.rule != "external-host").collect();
        assert!(wrong.is_empty(), "{entry}: {wrong:?}");
        assert_eq!(of_pages(&compiled), expected, "{entry} {added}");
    }
}

#[test]
fn a_page_that_hides_it_or_widens_the_policy_is_refused() {
    let footer = |text: &str| {
        let fixture = declared("for: image").replacing("content/notice.yaml", "languages:", "theme: red\nlanguages:");
        let fixture = fixture.with("themes/red/theme.yaml", "extends: bulletin\n");
        of_pages(&fixture.with("themes/red/templates/frame/footer.html", text).compile())
    };
    assert_eq!(footer("<footer></footer>"), ["the page does not tell readers that it asks stats.example.gov.cn"]);
    assert_eq!(footer("{% include \"bulletin/frame/footer.html\" %}"), Vec::<String>::new());
    let base = Fixture::small().text("themes/bulletin/templates/base.html");
    let policy = |written: &str, fixture: Fixture| {
        let base = base.replace("{{ site.policy | html }}", written);
        of_pages(&fixture.with("themes/bulletin/templates/base.html", base).compile())
    };
    let strict = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'";
    let wrong = ["the strict Content-Security-Policy is missing, or does not come first"];
    for (written, fixture, is_good) in [
        (strict.to_owned(), Fixture::small(), true),
        (format!("{strict}; img-src 'self' https://a.example"), Fixture::small(), false),
        (format!("{strict}; connect-src *"), Fixture::small(), false),
        (format!("{strict}; frame-src 'self'"), Fixture::small(), false),
        (strict.replace("script-src 'self'", "script-src 'self' https://a.example"), Fixture::small(), false),
        (strict.to_owned(), declared("for: image"), false),
        (format!("{strict}; img-src https://stats.example.gov.cn"), declared("for: image"), true),
        (strict.replace("; require-trusted-types-for 'script'", ""), declared("for: script"), false),
        (
            strict
                .replace("; require-trusted-types-for 'script'", "")
                .replace("t-src 'self'", "t-src https://stats.example.gov.cn"),
            declared("for: [script, markup]"),
            true,
        ),
    ] {
        assert_eq!(policy(&written, fixture), if is_good { &[][..] } else { &wrong[..] }, "{written}");
    }
}

#[test]
fn what_cannot_be_declared_so_is_named_with_what_to_write() {
    let found = |entry: &str| {
        let fixture = Fixture::small().adding(
            "content/notice.yaml",
            &format!("\nexternal:\n  - {{{entry}, reason: {{zh: 统计。, en: Counts.}}}}\n"),
        );
        let found = fixture.compile().diagnostics;
        let found = found.into_iter().filter(|d| d.rule != "external-host");
        found.map(|d| format!("{}: {}", d.rule, d.help.map_or_else(String::new, |help| help.en))).collect::<Vec<_>>()
    };
    let script = "host: a.example, for: script";
    for (entry, rule, help) in [
        ("host: \"https://a.example\", for: image".to_owned(), "wrong-value", "write the host only"),
        ("host: A.example, for: image".to_owned(), "wrong-value", "in small letters"),
        ("host: 统计.cn, for: image".to_owned(), "wrong-value", "write the host only"),
        ("host: a.example, for: []".to_owned(), "wrong-value", "at least one"),
        ("host: a.example, for: scirpt".to_owned(), "wrong-value", "script"),
        ("host: a.example".to_owned(), "missing-key", "for"),
        (format!("{script}, src: \"http://a.example/a.js\", integrity: none"), "wrong-value", "https://"),
        (format!("{script}, src: \"https://b.example/a.js\", integrity: none"), "wrong-value", "https://a.example/"),
        (
            format!("{script}, src: \"https://a.example.b.example/a.js\", integrity: none"),
            "wrong-value",
            "https://a.example/",
        ),
        (format!("{script}, src: \"https://a.example/a.js\""), "wrong-value", "integrity: none"),
        (format!("{script}, src: \"https://a.example/a.js\", integrity: sha384-x"), "wrong-value", "sha384"),
        (format!("{script}, integrity: {HASH}"), "wrong-value", "`src`"),
        (
            "host: a.example, for: image, src: \"https://a.example/a.js\", integrity: none".to_owned(),
            "wrong-value",
            "for: [script",
        ),
    ] {
        let found = found(&entry);
        let [one] = &found[..] else { panic!("{entry}: {found:?}") };
        assert!(one.starts_with(rule) && one.contains(help), "{entry}: {one}");
    }
    let missing = Fixture::small()
        .adding("content/notice.yaml", "\nexternal: [{host: a.example, for: image, reason: {zh: 统计。}}]\n");
    let rules: Vec<_> = missing.compile().diagnostics.iter().map(|d| d.rule).collect();
    assert_eq!(rules, ["external-host", "missing-translation"], "the reason is said in every language");
}
