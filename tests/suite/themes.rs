//! Themes of an office: what is misspelled in one is named where it stands, with what to type.

use gongkai::diagnostic::Diagnostic;
use gongkai::shell::report;

use crate::fixture::Fixture;

/// The small notice with a theme of its own that extends the built-in one, by way of another.
fn themed() -> Fixture {
    Fixture::small()
        .replacing("content/notice.yaml", "languages:", "theme: red\nlanguages:")
        .with("themes/red/theme.yaml", "extends: city\n")
        .with("themes/city/theme.yaml", "extends: bulletin\n")
}

/// Findings as `rule file:line:column | help`.
fn shown(fixture: Fixture) -> Vec<String> {
    let compiled = fixture.compile();
    let tree = compiled.tree.clone();
    let line = |found: &Diagnostic| {
        let place = found.place.as_ref().expect("a place");
        let text = tree.text(place.path().as_str()).unwrap_or_default();
        let at = place.range().map(|range| report::position(text, range.start));
        let at = at.map_or(String::new(), |(line, column)| format!(":{line}:{column}"));
        let help = found.help.as_ref().map_or("", |help| help.en.as_str());
        format!("{} {}{at} | {help}", found.rule, place.path())
    };
    compiled.diagnostics.iter().map(line).collect()
}

/// A file of a theme, what is in it, what is said and where, and a part of the help.
const SLIPS: &[(&str, &str, &str, &str)] = &[
    ("theme.yaml", "extend: bulletin\n", "unknown-key :1:1", "`extends`"),
    ("theme.yml", "", "unused-theme-file ", "`theme.yaml`"),
    ("template/contact.html", "", "unused-theme-file ", "`templates`"),
    ("templates/frame/heder.html", "", "unused-theme-file ", "`frame/header.html`"),
    ("templates/privacy.html", "", "unused-theme-file ", "include \"privacy.html\""),
    ("templates/shared/menue.html", "", "unused-theme-file ", "`shared/menu.html`"),
    (
        "templates/components/status_tag.html",
        "{% component status_tg() %}x{% endcomponent status_tg %}",
        "unused-theme-file :1:14",
        "`status_tag`",
    ),
    (
        "templates/components/seal.html",
        "{% component seal() %}x{% endcomponent seal %}",
        "unused-theme-file :1:14",
        "<seal",
    ),
    ("styles/90-red.scss", "", "unused-theme-file ", "90-red.css"),
    ("styles/90-red.css", ":root { --acent: red }\n", "unused-theme-file :1:9", "`--accent`"),
    ("styles/90-red.css", ":root { --glow: red }\n", "unused-theme-file :1:9", "var(--glow)"),
    ("static/crst.svg", "<svg/>", "unused-theme-file ", "`crest.svg`"),
    ("static/wappen.png", "x", "unused-theme-file ", "asset(name=\"wappen.png\")"),
    ("messages/zh.yml", "", "unused-theme-file ", "zh.yaml"),
    ("messages/chinese.yaml", "", "unused-theme-file ", "zh.yaml"),
    ("examples/status_tg.yaml", "", "unused-theme-file ", "`status_tag`"),
    ("messages/zh.yaml", "txt: {}\n", "unknown-key :1:1", "`text`"),
    ("messages/zh.yaml", "text: {nav: {home: 首页}}\n", "unknown-message :1:8", "pages: {home: {nav: …}}"),
    ("messages/zh.yaml", "text:\n  pages:\n    hom: {nav: 首页}\n", "unknown-message :3:5", "pages.home"),
    ("messages/zh.yaml", "text: {pages: {home: 首页}}\n", "wrong-value :1:22", "nav"),
    ("messages/zh.yaml", "text: {pages: {home: {nav: {home: 首页}}}}\n", "wrong-value :1:28", "nav: text"),
    ("messages/zh.yaml", "text: {pages: {home: {nav: 1}}}\n", "wrong-value :1:28", "\"1\""),
    ("messages/zh.yaml", "text: {pages: {home: {nav: }}}\n", "wrong-value :1:26", "remove the key"),
    ("messages/zh.yaml", "text: {outstanding: {count: \"还剩{nn}个\"}}\n", "message-placeholder :1:32", "{n}"),
    ("messages/zh.yaml", "text: {outstanding: {count: 还有问题}}\n", "message-placeholder :1:29", "{n}"),
    (
        "messages/en.yaml",
        "text: {outstanding: {count: {one: \"One issue\", other: \"Issues\"}}}\n",
        "message-placeholder :1:55",
        "{n}",
    ),
    ("messages/zh.yaml", "text: {pages: {home: {nav: \"首页{title}\"}}}\n", "message-placeholder :1:31", "brackets"),
];

#[test]
fn a_slip_in_any_layer_is_named_with_what_to_type() {
    for layer in ["red", "city"] {
        for (file, text, said, help) in SLIPS {
            let path = format!("themes/{layer}/{file}");
            let found = shown(themed().with(&path, text));
            let (rule, at) = said.split_once(' ').expect("a rule and a place");
            let begins = format!("{rule} {path}{at} | ");
            let is_it = |line: &String| line.starts_with(&begins) && line.contains(help);
            assert!(found.iter().filter(|line| is_it(line)).count() == 1, "{path} {text}: {found:#?}");
            assert_eq!(found.len(), 1, "{path} {text}: {found:#?}");
        }
    }
}

#[test]
fn what_a_theme_adds_and_uses_is_nothing_to_say() {
    let page = "{% extends \"bulletin/contact.html\" %}{% block content %}{{ super() }}{% include \"part.html\" %}\
                <img src=\"{{ base }}{{ asset(name=\"seal.png\") }}\" alt=\"\">{{ <seal text={t.office.motto} /> }}\
                {{ say(key=\"office.count\", n=3) }}{{ t.words[page.lang] }}{% endblock %}";
    let words = "text: {office: {motto: m, count: \"{n} and {m}\"}, words: {zh: a, en: b}, outstanding: {count: \"{n}{n_basis}\"}}\n";
    let fixture = themed()
        .with("themes/red/templates/contact.html", page)
        .with("themes/red/templates/part.html", "part")
        .with(
            "themes/city/templates/components/seal.html",
            "{% component seal(text: string) %}{{ text }}{% endcomponent seal %}",
        )
        .with("themes/city/static/seal.png", "png")
        .with("themes/city/static/fonts/a.woff2", "font")
        .with("themes/red/styles/91-red.css", ":root { --accent: red; --glow: 1px } a { margin: var(--glow, 0) }")
        .with("themes/city/styles/90-city.css", "@font-face { font-family: a; src: url(fonts/a.woff2); }")
        .with("themes/city/messages/zh.yaml", words)
        .with("themes/city/messages/en.yaml", words)
        .with("themes/city/messages/fr.yaml", "text: {office: {motto: n}}\n")
        .with("themes/city/README.md", "# City")
        .with("themes/city/LICENSE", "free");
    assert_eq!(shown(fixture), Vec::<String>::new());
}

#[test]
fn a_word_that_another_language_lacks_is_asked_for_where_it_was_added() {
    let page = "{% extends \"bulletin/contact.html\" %}{% block content %}{{ super() }}{{ t.motto }}{% endblock %}";
    let fixture = themed()
        .with("themes/city/templates/contact.html", page)
        .with("themes/city/messages/zh.yaml", "text: {motto: m}\n");
    assert_eq!(shown(fixture), ["missing-message themes/city/messages/en.yaml | add its translation"]);
}

/// Runs gongkai in a folder; returns the exit code and what it said.
fn run(folder: &std::path::Path, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_gongkai"));
    let output = command.current_dir(folder).args(["--lang", "en"]).args(arguments).output().expect("gongkai runs");
    (output.status.code(), String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned())
}

/// Two notices beside a folder of themes.
fn two_notices() -> tempfile::TempDir {
    let top = tempfile::tempdir().expect("a folder");
    for notice in ["one", "two"] {
        let copied = std::process::Command::new("cp")
            .args(["-r", "tests/suite/fixtures/small"])
            .arg(top.path().join(notice))
            .status();
        assert!(copied.expect("cp runs").success());
        let file = top.path().join(notice).join("content/notice.yaml");
        let text = std::fs::read_to_string(&file).expect("a notice");
        std::fs::write(&file, text.replacen("languages:", "theme: city\nlanguages:", 1)).expect("written");
    }
    std::fs::create_dir(top.path().join("shared")).expect("a folder");
    top
}

#[test]
fn one_theme_is_shared_by_many_notices_and_named_where_it_stands() {
    let top = two_notices();
    let at = |path: &str| top.path().join(path);
    let (code, said) =
        run(&at("shared"), &["--root", "../one", "--themes", ".", "theme", "copy", "messages/en.yaml#pages.home"]);
    assert!(code == Some(0) && at("shared/city/theme.yaml").is_file(), "{said}");
    let words = at("shared/city/messages/en.yaml");
    let text = std::fs::read_to_string(&words).expect("messages");
    std::fs::write(&words, text.replacen("Home", "Start here", 1)).expect("written");
    for notice in ["one", "two"] {
        let (code, said) = run(&at(notice), &["--themes", "../shared", "build"]);
        assert_eq!(code, Some(0), "{said}");
        let page = std::fs::read_to_string(at(notice).join("public/en/index.html")).expect("a page");
        assert!(page.contains("Start here"), "{page}");
    }
    std::fs::write(at("shared/city/theme.yaml"), "extend: bulletin\n").expect("written");
    let (code, said) = run(&at("one"), &["--themes", "../shared", "check"]);
    assert!(
        code == Some(1) && said.contains("../shared/city/theme.yaml:1:1") && !said.contains("themes/city"),
        "{said}"
    );
    let (_, said) = run(&at("one"), &["--themes", "../shared", "check", "--format", "json"]);
    assert!(said.contains("\"path\": \"../shared/city/theme.yaml\""), "{said}");
    let (code, said) = run(&at("one"), &["--themes", "../nowhere", "check"]);
    assert!(code == Some(2) && said.contains("../nowhere"), "{said}");
}

#[test]
fn a_copy_overwrites_nothing_and_changes_nothing_by_itself() {
    let top = two_notices();
    let one = top.path().join("one");
    let file = |path: &str| std::fs::read_to_string(one.join("themes/city").join(path)).expect("a file");
    let copy = |files: &[&str]| run(&one, &[&["theme", "copy"], files].concat());
    let files = [
        "templates/frame/header.html",
        "templates/components/status_tag.html",
        "messages/en.yaml#pages.home",
        "messages/zh.yaml#outstanding",
    ];
    let (code, said) = copy(&files);
    assert!(code == Some(0) && said.contains("themes/city/theme.yaml") && !said.contains("to use the theme"), "{said}");
    assert_eq!(run(&one, &["check", "--strict"]).0, Some(0), "{}", run(&one, &["check", "--strict"]).1);
    std::fs::write(one.join("themes/city/templates/frame/header.html"), "mine").expect("written");
    let (code, said) = copy(&["templates/frame/header.html", "templates/contact.html"]);
    assert!(code == Some(2) && said.contains("already exists"), "{said}");
    assert_eq!(file("templates/frame/header.html"), "mine");
    assert!(!one.join("themes/city/templates/contact.html").exists(), "none is written if one is there");
    let (code, said) = copy(&["messages/en.yaml#outstanding.count"]);
    assert!(
        code == Some(2) && said.contains("add these lines to it") && said.contains("  outstanding:\n    count:"),
        "{said}"
    );
    let (code, said) = copy(&["styles/10-tokens.css", "--theme", "other"]);
    assert!(code == Some(0) && said.contains("theme: other"), "{said}");
}

#[test]
fn a_mistake_of_a_template_is_named_where_it_stands() {
    let page = |content: &str| {
        format!("{{% extends \"bulletin/contact.html\" %}}\n{{% block content %}}{content}{{% endblock %}}")
    };
    for (text, place) in [
        ("{% extends \"bulletin/contct.html\" %}".to_owned(), "1:13"),
        ("{% extends \"contact.html\" %}".to_owned(), "1:4"),
        (page("{% include \"nosuch.html\" %}"), "2:31"),
        (page("{% include \"contact.html\" %}"), "2:23"),
        (page("中{{ page.title | nosuch }}"), "2:37"),
        (page("{{ nosuch(a=1) }}"), "2:23"),
        (page("{{ <nosuch /> }}"), "2:23"),
        (page("{{ t.pages.hom }}"), "2:31"),
        // A number that does not say what it rests on, and a message without its number.
        (page("{{ say(key=\"issues.n\", n=8) }}"), "2:23"),
        (page("{{ say(key=\"issues.intro\") }}"), "2:23"),
        (page("{{ <status_tag /> }}"), "2:23"),
        (page("x").replace("block content", "block contnt"), "2:10"),
    ] {
        let compiled = themed().with("themes/red/templates/contact.html", &text).compile();
        let of_pages = compiled
            .site
            .as_ref()
            .map(|site| gongkai::inspect::look_at_all(site, &gongkai::progress::Progress::default()).1);
        let found: Vec<Diagnostic> =
            compiled.diagnostics.iter().cloned().chain(of_pages.into_iter().flatten()).collect();
        let template: Vec<_> = found.iter().filter(|d| d.rule == "template").collect();
        assert!(!template.is_empty(), "{text}: {found:?}");
        let range = template[0]
            .place
            .as_ref()
            .and_then(|place| place.range())
            .unwrap_or_else(|| panic!("{text}: {template:?}"));
        assert_eq!(
            template[0].place.as_ref().map(|place| place.path().as_str()),
            Some("themes/red/templates/contact.html")
        );
        let (line, column) = report::position(&text, range.start);
        assert_eq!(format!("{line}:{column}"), place, "{text}: {}", template[0].message.en);
    }
}

#[test]
fn a_shared_part_is_set_on_every_page_and_knows_nothing_of_it_but_where_it_stands() {
    let foot = "{% include \"bulletin/frame/footer.html\" %}\n{{ shared.motto | html }}\n";
    let theme = |motto: &str| {
        themed()
            .with("themes/red/templates/frame/footer.html", foot)
            .with("themes/red/templates/shared/motto.html", motto)
    };
    let compiled = theme("<p>{{ site.title }}: {{ here.section or here.page or \"-\" }}</p>").compile();
    let title = compiled.site().edition.notice.record.title.text(gongkai::value::Lang::new("en")).to_owned();
    for (page, said) in [
        ("en/issues/001.html", "projects"),
        ("en/sections/people.html", "people"),
        ("en/contact.html", "contact.html"),
        ("en/accessibility.html", "-"),
    ] {
        let page = compiled.file(page);
        assert!(page.contains(&format!("<p>{title}: {said}</p>")), "{said}");
        assert_eq!(
            page.matches("aria-current=\"page\"").count(),
            usize::from(["people", "contact.html"].contains(&said))
        );
    }
    let compiled = theme("<p>{{ page.title }}</p>").compile();
    let site = compiled.site.as_ref().expect("a site");
    let (_, found) = gongkai::inspect::look_at_all(site, &gongkai::progress::Progress::default());
    let paths: Vec<_> = found.iter().map(|d| (d.rule, d.place.as_ref().map(|place| place.path().as_str()))).collect();
    assert_eq!(paths, [("template", Some("themes/red/templates/shared/motto.html"))]);
}
