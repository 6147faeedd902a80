//! Edits, as open pages and the terminal learn of them.

use super::served::{Folder, Served};

const NARRATIVE: &str = "content/1-projects/001.zh.md";
const PAGE: &str = "/issues/001.html";

#[test]
fn an_edit_shows_a_broken_one_says_why_and_mending_clears_it() {
    let folder = Folder::new();
    let served = Served::anywhere(&folder);
    let mut news = served.news();
    let first = news.next();
    assert_eq!((&first["pages"], &first["findings"]), (&1.into(), &"".into()));

    folder.append(NARRATIVE, "\n新写的一段。\n");
    let edited = news.until(|news| news["pages"] == 2 && news["findings"] == "");
    let page = served.get(PAGE).text();
    assert!(page.contains("新写的一段。") && page.contains("data-pages=\"2\""));

    folder.replace("content/1-projects/001.yaml", "status: completed", "status: compleated");
    let broken = news.until(|news| news["findings"] != "");
    let findings = broken["findings"].as_str().expect("text");
    assert!(findings.contains("content/1-projects/001.yaml:5:9") && findings.contains("错误"), "{findings}");
    assert!(!findings.contains('\u{1b}'), "without colour");
    assert_eq!(broken["pages"], 2, "the last good page stays");
    let page = served.get(PAGE).text();
    assert!(page.contains("新写的一段。") && page.contains("001.yaml:5:9") && !page.contains("role=\"alert\" hidden"));
    served.wait_for("预览停在上一次正确的内容", |said| said.contains("001.yaml:5:9").then_some(()));

    folder.replace("content/1-projects/001.yaml", "status: compleated", "status: completed");
    assert_eq!(news.until(|news| news["findings"] == ""), edited, "the same pages as before, and nothing wrong");
    assert!(served.get(PAGE).text().contains("role=\"alert\" hidden"));
}

#[test]
fn content_that_is_broken_from_the_start_becomes_a_site_when_it_is_mended() {
    let folder = Folder::new();
    folder.replace("content/notice.yaml", "as_of:", "as-of:");
    let served = Served::anywhere(&folder);
    assert!(
        served.said().contains("改正后，预览显示页面") && !served.said().contains("上一次正确"),
        "{}",
        served.said()
    );
    let answer = served.get(PAGE);
    assert_eq!(answer.status(), 503);
    assert!(
        answer.text().contains("content/notice.yaml:4:1") && answer.text().contains("data-pages=\"0\""),
        "{}",
        answer.text()
    );
    let mut news = served.news();
    assert!(news.next()["findings"].as_str().is_some_and(|f| f.contains("as-of")));
    folder.replace("content/notice.yaml", "as-of:", "as_of:");
    assert_eq!(news.until(|news| news["findings"] == "")["pages"], 1);
    assert_eq!(served.get(PAGE).status(), 200);
}

#[test]
fn new_and_deleted_files_are_noticed() {
    let folder = Folder::new();
    let served = Served::anywhere(&folder);
    let mut news = served.news();
    news.next();
    folder.append("content/2-people/003.zh.md", "\n[新的](../files/more/new.txt)\n");
    folder.write("content/files/more/new.txt", "new");
    let with_file = news.until(|news| news["findings"] == "");
    assert_eq!(served.get("/files/more/new.txt").status(), 200);
    folder.remove("content/files/more/new.txt");
    folder.replace("content/2-people/003.zh.md", "\n[新的](../files/more/new.txt)\n", "");
    news.until(|news| news["pages"].as_u64() > with_file["pages"].as_u64());
    assert_eq!(served.get("/files/more/new.txt").status(), 404);

    let record = std::fs::read_to_string(folder.root().join("content/1-projects/002.yaml")).expect("a record");
    folder.remove("content/1-projects/002.yaml");
    news.until(|news| news["findings"].as_str().is_some_and(|findings| findings.contains("002.zh.md"))); // a stray now
    folder.write("content/1-projects/002.yaml", &record);
    news.until(|news| news["findings"] == "");
}

#[test]
fn folders_may_come_later_and_go() {
    let folder = Folder::new();
    let served = Served::anywhere(&folder);
    let mut news = served.news();
    let first = news.next();
    folder.write("themes/bulletin/styles/90-own.css", "p { color: red }");
    let styled = news.until(|news| news["style"] != first["style"]);
    assert_eq!(styled["pages"], first["pages"], "styles are swapped, the page is not loaded again");
    folder.write("themes/bulletin/styles/90-own.css", "p { color: blue }");
    let blue = news.until(|news| news["style"] != styled["style"]);
    let style = served.get(&format!("/{}", blue["style"].as_str().expect("a path"))).text();
    assert!(style.contains("p { color: blue }"));

    let (content, aside) = (folder.root().join("content"), folder.root().join("aside"));
    std::fs::rename(&content, &aside).expect("moved");
    news.until(|news| news["findings"] != "");
    std::fs::rename(&aside, &content).expect("moved back");
    news.until(|news| news["findings"] == "");
    folder.append(NARRATIVE, "\n搬回来之后。\n");
    news.until(|news| news["pages"] != first["pages"]);
    assert!(served.get(PAGE).text().contains("搬回来之后。"));
}

#[test]
fn a_mistake_that_a_template_makes_only_when_used() {
    let folder = Folder::new();
    let served = Served::anywhere(&folder);
    let mut news = served.news();
    let first = news.next();
    folder.write("themes/bulletin/templates/contact.html", "<body>{{ page.titel }}</body>");
    let broken = news.until(|news| news["findings"] != "");
    assert!(broken["findings"].as_str().is_some_and(|f| f.contains("contact.html")), "{broken}");
    assert!(served.get("/contact.html").text().contains("0599-0000000"), "the last good page");
    folder.write("themes/bulletin/templates/contact.html", "<body>{{ page.title }}</body>");
    news.until(|news| news["findings"] == "" && news["pages"] != first["pages"]);
}

#[test]
fn a_mistake_that_only_one_page_meets() {
    let folder = Folder::new();
    let template = |word: &str| {
        format!("<body>{{% if page.href == \"issues/003.html\" %}}{{{{ page.{word} }}}}{{% endif %}}</body>")
    };
    folder.write("themes/bulletin/templates/issue.html", &template("titel"));
    let served = Served::anywhere(&folder);
    let mut news = served.news();
    assert_eq!(news.next()["findings"], "");
    let answer = served.get("/issues/003.html");
    assert_eq!(answer.status(), 500);
    assert!(answer.text().contains("issue.html:1:"), "{}", answer.text());
    news.until(|news| news["findings"].as_str().is_some_and(|findings| findings.contains("issue.html:1:")));
    folder.write("themes/bulletin/templates/issue.html", &template("title"));
    news.until(|news| news["findings"] == "");
    assert_eq!(served.get("/issues/003.html").status(), 200);
}

#[test]
fn a_mistake_that_a_large_page_meets_after_an_edit() {
    let folder = Folder::new();
    let template = "<body>{% if page.title == \"改过的标题\" %}{{ page.titel }}{% endif %}</body>";
    folder.write("themes/bulletin/templates/notice.html", template);
    let served = Served::anywhere(&folder);
    let mut news = served.news();
    assert_eq!(news.next()["findings"], "");
    folder.replace("content/notice.yaml", "示例县整改情况通报", "改过的标题");
    // The news of the edit alone may be passed over, if the mistake is found before it is heard.
    let broken = news.until(|news| news["findings"] != "");
    assert_eq!(broken["pages"], 2, "the edit shows at once");
    assert!(broken["findings"].as_str().is_some_and(|findings| findings.contains("notice.html:1:")), "{broken}");
    folder.append(NARRATIVE, "\n还没有改正。\n");
    served.wait_for("预览停在上一次正确的内容", |said| {
        said.contains("预览停在上一次正确的内容").then_some(())
    });
    folder.replace("content/notice.yaml", "改过的标题", "另一个标题");
    news.until(|news| news["findings"] == "");
    assert!(served.get(PAGE).text().contains("还没有改正。"));
}

#[test]
fn nothing_is_written() {
    let folder = Folder::new();
    let before = folder.snapshot();
    let mut served = Served::anywhere(&folder);
    for address in ["/", "/en/", PAGE, "/assets/x.css", "/data/notice.json"] {
        served.get(address);
    }
    assert!(served.interrupt().success());
    assert_eq!(folder.snapshot(), before);
}

#[test]
fn reading_is_no_edit_and_touching_is_no_news() {
    let folder = Folder::new();
    let served = Served::anywhere(&folder);
    let mut news = served.news();
    news.next();
    folder.touch(NARRATIVE);
    std::thread::sleep(std::time::Duration::from_millis(1500));
    assert!(served.said().matches("已更新").count() <= 3, "reading does not call for reading: {}", served.said());
    folder.append(NARRATIVE, "\n真的改了。\n");
    assert_eq!(news.next()["pages"], 2, "the first news after the start is that of the edit");
}

#[test]
fn ctrl_c_ends_it_well() {
    let folder = Folder::new();
    let mut served = Served::anywhere(&folder);
    let _news = served.news();
    assert_eq!(served.interrupt().code(), Some(0));
}

#[test]
fn a_port_that_is_taken_is_named() {
    let folder = Folder::new();
    let served = Served::anywhere(&folder);
    let port = served.port.to_string();
    let mut second = std::process::Command::new(env!("CARGO_BIN_EXE_gongkai"));
    let output = second
        .arg("--root")
        .arg(folder.root())
        .args(["--lang", "en", "serve", "--port", &port])
        .output()
        .expect("it ends");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains(&format!("127.0.0.1:{port} is in use")), "{said}");
}

#[test]
fn edits_of_a_shared_theme_are_followed_where_it_stands() {
    let folder = Folder::new();
    folder.replace("content/notice.yaml", "languages:", "theme: city\nlanguages:");
    folder.write("../shared/city/theme.yaml", "extends: bulletin\n");
    let shared = folder.root().join("../shared").display().to_string();
    let served = Served::start(&folder, &["--port", "0", "--themes", &shared]);
    let mut news = served.news();
    assert_eq!(news.next()["findings"], "");
    folder.write("../shared/city/messages/zh.yaml", "text: {pages: {home: {nav: 从这里开始}}}\n");
    news.until(|news| news["pages"] == 2);
    assert!(served.get("/index.html").text().contains("从这里开始"));
    folder.write("../shared/city/messages/zh.yaml", "text: {pages: {home: {nav: \"{x}\"}}}\n");
    let broken = news.until(|news| news["findings"] != "");
    let findings = broken["findings"].as_str().expect("text");
    assert!(findings.contains("shared/city/messages/zh.yaml:1:29"), "{findings}");
}

#[test]
fn an_edit_that_the_system_does_not_tell_is_seen() {
    let folder = Folder::new();
    folder.write("shared/list.txt", "old");
    folder.append("content/2-people/003.zh.md", "\n[清单](../files/shared.txt)\n");
    std::fs::create_dir_all(folder.root().join("content/files")).expect("a folder");
    let link = folder.root().join("content/files/shared.txt");
    std::os::unix::fs::symlink("../../shared/list.txt", link).expect("a link");
    let served = Served::anywhere(&folder);
    let mut news = served.news();
    let first = news.next();
    assert_eq!(first["findings"], "");
    folder.write("shared/list.txt", "new");
    news.until(|news| news["pages"].as_u64() > first["pages"].as_u64());
    assert_eq!(served.get("/files/shared.txt").body(), b"new");
}
