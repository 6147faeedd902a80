//! A table of requests, good and bad, each with its status; and proof that nothing but the site ever leaves.
//!
//! In requests `{h}` stands for `127.0.0.1:PORT`, `{p}` for the port, `{t}` for the folder with the token.

use std::collections::BTreeSet;

use super::served::{Answer, CANARY, Folder, Served};
use crate::fixture::Fixture;

/// Addresses, asked for as a browser would.
const ADDRESSES: &[(&str, u16)] = &[
    ("/", 200),
    ("/index.html", 200),
    ("/index.html?x=../../canary.txt", 200),
    ("/en/", 200),
    ("/en/index.html", 200),
    ("/en%2Findex.html", 200),
    ("/%65n/", 200),
    ("/issues/001.html", 200),
    ("/files/list.txt", 200),
    ("/data/issues.csv", 200),
    ("/feed.xml", 200),
    ("/_components.html", 200), // of the preview alone
    ("/en/_components.html", 200),
    ("/county/en/index.html", 200), // under the folder that the site has on its server
    ("{t}/preview.js", 200),
    ("{t}/preview.css", 200),
    ("/en", 307),
    ("/county/en", 307),
    // No folder is listed, and sources are no pages.
    ("/issues", 404),
    ("/issues/", 404),
    ("/files/", 404),
    ("/assets/", 404),
    ("/_gongkai/", 404),
    ("{t}", 404),
    ("{t}/", 404),
    ("/content/", 404),
    ("/content/notice.yaml", 404),
    ("/content/1-projects/001.zh.md", 404),
    ("/themes/bulletin/templates/base.html", 404),
    ("/notice.yaml", 404),
    ("/canary.txt", 404),
    ("/public/index.html", 404),
    ("/.env", 404),
    ("/.git/config", 404),
    ("/content/.draft.zh.md", 404),
    ("/.draft.zh.md", 404),
    ("/en/nothing.html", 404),
    // Ways out of a folder, in every spelling.
    ("/../canary.txt", 404),
    ("/../../../../../../../../etc/passwd", 404),
    ("/files/../../canary.txt", 404),
    ("/files/../list.txt", 404),
    ("/./index.html", 404),
    ("//canary.txt", 404),
    ("//etc/passwd", 404),
    ("///index.html", 404),
    ("/%2e%2e/canary.txt", 404),
    ("/%2E%2E%2Fcanary.txt", 404),
    ("/..%2f..%2f..%2f..%2f..%2fetc%2fpasswd", 404),
    ("/%2fetc%2fpasswd", 404),
    ("/%252e%252e%252fcanary.txt", 404),
    ("/%25252e%25252e/canary.txt", 404),
    ("/..\\canary.txt", 404),
    ("/files\\list.txt", 404),
    ("/..%5ccanary.txt", 404),
    ("/%c0%ae%c0%ae/canary.txt", 404),
    ("/%e0%80%ae%e0%80%ae/canary.txt", 404),
    ("/%uff0e%uff0e/canary.txt", 404),
    ("/．．/canary.txt", 404),
    ("/..;/canary.txt", 404),
    ("/files/list.txt%00", 404),
    ("/canary.txt%00.html", 404),
    ("/index.html%0d%0aX-Injected:%201", 404),
    ("/en%0d%0aX-Injected:%201", 404),
    ("/file:///etc/passwd", 404),
    ("/C:/Windows/win.ini", 404),
    ("/%", 404),
    ("/%zz", 404),
    ("/index.html.", 404),
    ("/INDEX.HTML", 404),
    // Addresses that name their server.
    ("http://{h}/", 200),
    ("http://localhost:{p}/issues/001.html", 200),
    ("http://{h}/../canary.txt", 404),
    ("http://evil.example/", 421),
    ("http://evil.example:{p}/", 421),
    ("http://user@{h}/", 421),
    ("https://{h}/", 421),
    ("ftp://{h}/", 421),
    ("file:///etc/passwd", 400),
    ("{h}/", 400),
    ("index.html", 421), // read as the name of a server
    ("*", 404),
];

/// Lines that say which server is meant.
const HOSTS: &[(&str, u16)] = &[
    ("Host: localhost:{p}", 200),
    ("host: LOCALHOST:{p}", 200),
    ("Host:   127.0.0.1:{p}  ", 200),
    ("Host: [::1]:{p}", 200),
    ("Host: evil.example", 421),
    ("Host: evil.example:{p}", 421),
    ("Host: localhost.evil.example:{p}", 421),
    ("Host: 127.0.0.1.nip.io:{p}", 421),
    ("Host: localhost.:{p}", 421),
    ("Host: localhost", 421),
    ("Host: localhost:", 421),
    ("Host: localhost:1", 421),
    ("Host: 127.0.0.1:0{p}", 421),
    ("Host: 127.1:{p}", 421),
    ("Host: 2130706433:{p}", 421),
    ("Host: 0.0.0.0:{p}", 421),
    ("Host: 192.168.1.2:{p}", 421),
    ("Host: [::ffff:127.0.0.1]:{p}", 421),
    ("Host: evil.example\r\nX-Forwarded-Host: localhost:{p}", 421),
    ("Accept: */*", 400),
    ("Host:", 400),
    ("Host: {h}\r\nHost: {h}", 400),
    ("Host: {h}\r\nHost: evil.example", 400),
    ("Host: evil.example\r\nhost: {h}", 400),
    ("Host: user@{h}", 400),
    ("Host: {h}, evil.example", 400),
    ("Host: {h} evil.example", 400),
    ("Host: {h}/", 400),
    ("Host: http://{h}", 400),
    ("Host: 本机:{p}", 400),
    ("Host : {h}", 400),
    (" Host: {h}", 400),
    ("Host: {h}\r\n evil.example", 400),
];

/// Methods, all on a page that exists.
const METHODS: &[(&str, u16)] = &[
    ("HEAD", 200),
    ("POST", 405),
    ("PUT", 405),
    ("PATCH", 405),
    ("DELETE", 405),
    ("OPTIONS", 405),
    ("TRACE", 405),
    ("PROPFIND", 405),
    ("get", 405),
    ("Get", 405),
    ("GETGETGETGETGETGETGETGETGETGETGETGETGETGETGET", 405),
    ("G{T", 400),
];

/// Requests as they are on the wire.
const RAW: &[(&str, u16)] = &[
    ("CONNECT {h} HTTP/1.1\r\nHost: {h}\r\n\r\n", 405),
    ("CONNECT evil.example:443 HTTP/1.1\r\nHost: {h}\r\n\r\n", 421),
    ("OPTIONS * HTTP/1.1\r\nHost: {h}\r\n\r\n", 405),
    ("GET / HTTP/1.0\r\nHost: {h}\r\n\r\n", 200),
    ("GET / HTTP/1.0\r\n\r\n", 400),
    ("GET /\r\n\r\n", 400),
    ("GET / HTTP/0.9\r\nHost: {h}\r\n\r\n", 400),
    ("GET / HTTP/2.0\r\nHost: {h}\r\n\r\n", 400),
    ("GET / HTTP/11\r\nHost: {h}\r\n\r\n", 400),
    ("GET / http/1.1\r\nHost: {h}\r\n\r\n", 400),
    ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 0),
    ("GARBAGE\r\n\r\n", 400),
    ("\u{16}\u{3}\u{1}\u{2}\0\u{1}\0\u{1}\r\n\r\n", 400),
    ("GET  / HTTP/1.1\r\nHost: {h}\r\n\r\n", 400),
    ("GET /a b HTTP/1.1\r\nHost: {h}\r\n\r\n", 400),
    ("GET /\0 HTTP/1.1\r\nHost: {h}\r\n\r\n", 400),
    ("GET /\u{7f} HTTP/1.1\r\nHost: {h}\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: {h}\r\nX: a\0b\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: {h}\r\nno colon\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: {h}\r\nX: a\rb\r\n\r\n", 400),
    ("\r\n\r\nGET / HTTP/1.1\r\nHost: {h}\r\nConnection: close\r\n\r\n", 200),
    ("GET / HTTP/1.1\nHost: {h}\nConnection: close\n\n", 200),
    // Bodies, which no reader sends.
    ("GET / HTTP/1.1\r\nHost: {h}\r\nContent-Length: 4\r\n\r\nabcd", 413),
    ("GET / HTTP/1.1\r\nHost: {h}\r\nContent-Length: 999999999999\r\n\r\n", 413),
    ("GET / HTTP/1.1\r\nHost: {h}\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n", 413),
    ("GET / HTTP/1.1\r\nHost: {h}\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\n", 413),
    ("GET / HTTP/1.1\r\nHost: {h}\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n", 413),
    ("POST / HTTP/1.1\r\nHost: {h}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 405),
    ("GET / HTTP/1.1\r\nHost: {h}\r\nTransfer-Encoding: gzip\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: {h}\r\nContent-Length: -1\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: {h}\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: {h}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", 200),
    // Wishes that are not granted, and do no harm.
    ("GET /index.html HTTP/1.1\r\nHost: {h}\r\nRange: bytes=0-3\r\nConnection: close\r\n\r\n", 200),
    (
        "GET / HTTP/1.1\r\nHost: {h}\r\nUpgrade: websocket\r\nConnection: close, Upgrade\r\nSec-WebSocket-Version: 13\r\n\r\n",
        200,
    ),
    ("GET / HTTP/1.1\r\nHost: {h}\r\nUpgrade: h2c\r\nConnection: close, Upgrade\r\nHTTP2-Settings: \r\n\r\n", 200),
    ("GET / HTTP/1.1\r\nHost: {h}\r\nOrigin: http://evil.example\r\nConnection: close\r\n\r\n", 200), // without leave to read it
];

/// The events, asked for with further lines.
const EVENTS: &[(&str, &str, u16)] = &[
    ("{t}/events", "Accept: text/event-stream", 200),
    ("{t}/events", "Origin: http://{h}", 200),
    ("{t}/events?x=1", "Origin: HTTP://{h}", 200),
    ("{t}/events", "Origin: http://evil.example", 403),
    ("{t}/events", "Origin: http://localhost:{p}", 403), // another origin than that of the page
    ("{t}/events", "Origin: https://{h}", 403),
    ("{t}/events", "Origin: http://{h}.evil.example", 403),
    ("{t}/events", "Origin: http://127.0.0.1", 403),
    ("{t}/events", "Origin: null", 403),
    ("{t}/events", "Origin:", 403),
    ("{t}/events", "Origin: http://{h}\r\nOrigin: http://evil.example", 403),
    ("/_gongkai/00000000000000000000000000000000/events", "Accept: */*", 404),
    ("/_gongkai/events", "Accept: */*", 404),
    ("/_gongkai//events", "Accept: */*", 404),
    ("/_gongkai/%2a/events", "Accept: */*", 404),
    ("{t}/events/", "Accept: */*", 404),
    ("{t}/../{t}/events", "Accept: */*", 404),
    ("{t}/preview.js/../events", "Accept: */*", 404),
];

/// Too long, each in its own way.
fn long() -> Vec<(String, u16)> {
    let get =
        |address: &str, line: &str| format!("GET {address} HTTP/1.1\r\nHost: {{h}}\r\n{line}Connection: close\r\n\r\n");
    vec![
        (get(&format!("/{}", "a".repeat(1000)), ""), 404),
        (get(&format!("/{}", "a".repeat(3000)), ""), 414),
        (get(&format!("/?{}", "a".repeat(3000)), ""), 414),
        (get(&format!("/{}", "../".repeat(600)), ""), 404),
        (get(&format!("/{}", "a".repeat(100_000)), ""), 431),
        (get("/", &format!("X: {}\r\n", "a".repeat(8000))), 200),
        (get("/", &format!("X: {}\r\n", "a".repeat(20_000))), 431),
        (get("/", &format!("Cookie: {}\r\n", "a".repeat(1_000_000))), 431),
        (get("/", &"X: a\r\n".repeat(50)), 200),
        (get("/", &"X: a\r\n".repeat(200)), 431),
        (get("/", &format!("Host: {}\r\n", "a".repeat(5000))), 400),
    ]
}

fn table() -> Vec<(String, u16)> {
    let mut rows = long();
    rows.extend(
        ADDRESSES
            .iter()
            .map(|(a, status)| (format!("GET {a} HTTP/1.1\r\nHost: {{h}}\r\nConnection: close\r\n\r\n"), *status)),
    );
    rows.extend(
        HOSTS.iter().map(|(line, status)| (format!("GET / HTTP/1.1\r\n{line}\r\nConnection: close\r\n\r\n"), *status)),
    );
    rows.extend(
        METHODS
            .iter()
            .map(|(m, status)| (format!("{m} / HTTP/1.1\r\nHost: {{h}}\r\nConnection: close\r\n\r\n"), *status)),
    );
    rows.extend(RAW.iter().map(|(request, status)| ((*request).to_owned(), *status)));
    rows.extend(EVENTS.iter().map(|(a, line, status)| {
        (format!("GET {a} HTTP/1.1\r\nHost: {{h}}\r\n{line}\r\nConnection: close\r\n\r\n"), *status)
    }));
    rows.extend(["POST", "OPTIONS"].map(|m| (format!("{m} {{t}}/events HTTP/1.1\r\nHost: {{h}}\r\n\r\n"), 405)));
    rows.push(("GET {t}/events HTTP/1.1\r\nHost: evil.example:{p}\r\n\r\n".to_owned(), 421));
    rows
}

#[test]
fn every_request_has_its_status_and_nothing_but_the_site_leaves() {
    let folder = Folder::new();
    let served = Served::anywhere(&folder);
    let own = served.own_folder();
    let site = published(&folder);
    let mut wrong = Vec::new();
    let rows = table();
    assert!(rows.len() >= 60, "{} requests", rows.len());
    for (request, status) in rows {
        let request =
            request.replace("{h}", "127.0.0.1:{p}").replace("{p}", &served.port.to_string()).replace("{t}", &own);
        let answer = served.send(request.as_bytes());
        let start: String = request.chars().take(120).collect();
        if answer.status() != status {
            wrong.push(format!("{start:?}: {} instead of {status}", answer.status()));
        }
        assert!(
            !answer.text().contains(CANARY) && !answer.text().contains("root:"),
            "{start:?} got out: {}",
            answer.text()
        );
        assert!(is_of_the_site(&answer, &site, &request), "{start:?} got {}", answer.text());
        assert_eq!(bad_headers(&answer, &request), Vec::<String>::new(), "{start:?}");
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// The body of everything that is published or previewed, and of the preview's own files.
fn published(folder: &Folder) -> BTreeSet<Vec<u8>> {
    let compiled = Fixture::of(&folder.root()).compile();
    let site = compiled.site();
    let outputs: Vec<_> = site.outputs().into_iter().chain(site.previews()).collect();
    let bytes = outputs.iter().map(|output| site.render(output).value.expect("bytes").into_owned()).collect::<Vec<_>>();
    let own = ["src/shell/preview/preview.css", "src/shell/preview/preview.js"]
        .map(|path| std::fs::read(path).expect("a file"));
    bytes.into_iter().chain(own).collect()
}

/// Whether a body is one of the site's, but for the marks of the preview; refusals are two short lines.
fn is_of_the_site(answer: &Answer, site: &BTreeSet<Vec<u8>>, request: &str) -> bool {
    match answer.status() {
        200 if request.contains("/events") => answer.header("content-type").as_deref() == Some("text/event-stream"),
        200 | 404 if request.starts_with("HEAD") => answer.body().is_empty(),
        200 | 404 => {
            let body = String::from_utf8(answer.body().to_vec()).expect("text");
            let unmarked =
                body.split_once("\n\n<link rel=\"stylesheet\" href=\"/_gongkai/").and_then(|(before, marks)| {
                    let (marks, rest) = marks.split_once("</script>\n")?;
                    assert!(marks.contains("预览，尚未发布") && marks.contains("Preview, not published"));
                    Some(format!("{before}\n{rest}"))
                });
            site.contains(unmarked.unwrap_or(body).as_bytes())
        }
        _ => answer.body().len() < 200,
    }
}

/// Headers that are missing or must not be.
fn bad_headers(answer: &Answer, request: &str) -> Vec<String> {
    let mut bad = Vec::new();
    let head = answer.head();
    for never in ["access-control-", "x-injected", "server:", "set-cookie"] {
        if head.contains(never) {
            bad.push(format!("has {never}"));
        }
    }
    let of_the_parser = [0, 400, 431].contains(&answer.status()) && answer.body().is_empty();
    for (name, value) in [
        ("cache-control", "no-store"),
        ("cross-origin-resource-policy", "same-origin"),
        ("referrer-policy", "no-referrer"),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "deny"),
    ] {
        if !of_the_parser && answer.header(name).as_deref() != Some(value) {
            bad.push(format!("{name}: {:?}", answer.header(name)));
        }
    }
    // Attachments have a stricter policy.
    let policy = answer.header("content-security-policy").unwrap_or_default();
    if !of_the_parser && !policy.ends_with("frame-ancestors 'none'") {
        bad.push(format!("content-security-policy: {policy}"));
    }
    if answer.status() == 405 && answer.header("allow").as_deref() != Some("get, head") {
        bad.push("405 without allow".to_owned());
    }
    if request.starts_with("HEAD / ") && answer.header("content-length").is_none_or(|length| length == "0") {
        bad.push("HEAD without length".to_owned());
    }
    bad
}

#[test]
fn a_refusal_says_in_both_languages_what_to_do() {
    let folder = Folder::new();
    let served = Served::anywhere(&folder);
    let answer = served.send(b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n");
    let text = "请用启动预览时显示的地址打开\nopen the address shown when the preview started\n";
    assert_eq!(String::from_utf8_lossy(answer.body()), text);
}

#[test]
fn types_and_redirects() {
    let folder = Folder::new();
    folder.write("content/files/图 1.SVG", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    folder.append("content/2-people/003.zh.md", "\n![图](<../files/图 1.SVG>)\n");
    let served = Served::anywhere(&folder);
    let own = served.own_folder();
    let style = served
        .get("/")
        .text()
        .split("href=\"assets/style.")
        .nth(1)
        .expect("a style")
        .split('"')
        .next()
        .expect("its name")
        .to_owned();
    for (address, content_type) in [
        ("/".to_owned(), "text/html; charset=utf-8"),
        ("/en/nothing".to_owned(), "text/html; charset=utf-8"),
        (format!("/assets/style.{style}"), "text/css; charset=utf-8"),
        (format!("{own}/preview.js"), "text/javascript; charset=utf-8"),
        (format!("{own}/preview.css"), "text/css; charset=utf-8"),
        (format!("{own}/events"), "text/event-stream"),
        ("/search-text.js".to_owned(), "text/javascript; charset=utf-8"),
        ("/data/notice.json".to_owned(), "application/json; charset=utf-8"),
        ("/data/issues.csv".to_owned(), "text/csv; charset=utf-8"),
        ("/sitemap.xml".to_owned(), "application/xml; charset=utf-8"),
        ("/en/feed.xml".to_owned(), "application/atom+xml; charset=utf-8"),
        ("/robots.txt".to_owned(), "text/plain; charset=utf-8"),
        ("/files/%E5%9B%BE%201.SVG".to_owned(), "image/svg+xml; charset=utf-8"),
    ] {
        assert_eq!(served.get(&address).header("content-type").as_deref(), Some(content_type), "{address}");
    }
    assert_eq!(served.get("/en").header("location").as_deref(), Some("en/"));
    assert!(served.get("/en/x/y").text().contains("lang=\"en\""), "a missing page in the language of its folder");
    assert!(served.get("/x/y").text().contains("lang=\"zh"), "a missing page in the default language");
}

/// Nothing in an attachment runs, whatever it holds; a PDF has a viewer of its own, which a sandbox would keep from starting.
#[test]
fn attachments_are_sent_in_a_sandbox() {
    let folder = Folder::new();
    folder.write("content/files/图.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    folder.write("content/files/a.PDF", "%PDF-1.7\n%%EOF\n");
    folder.append("content/2-people/003.zh.md", "\n![图](../files/图.svg)\n\n[文件](../files/a.PDF)\n");
    let served = Served::anywhere(&folder);
    for (address, is_apart) in [
        ("/files/%E5%9B%BE.svg", true),
        ("/files/list.txt", true),
        ("/files/a.PDF", false),
        ("/", false),
        ("/files/x.svg", false),
    ] {
        let answer = served.get(address);
        let policy = answer.header("content-security-policy").unwrap_or_default();
        assert_eq!(policy.starts_with("sandbox; default-src 'none';"), is_apart, "{address}: {policy}");
        assert!(policy.ends_with("frame-ancestors 'none'"), "{address}: {policy}");
        assert_eq!(answer.header("x-content-type-options").as_deref(), Some("nosniff"), "{address}");
    }
}

#[test]
fn both_addresses_of_this_machine_are_answered() {
    let folder = Folder::new();
    let served = Served::anywhere(&folder);
    let Ok(mut stream) = std::net::TcpStream::connect(("::1", served.port)) else { return }; // a machine without IPv6
    use std::io::Write;
    write!(stream, "GET / HTTP/1.1\r\nHost: [::1]:{}\r\nConnection: close\r\n\r\n", served.port).expect("sent");
    assert_eq!(Answer::read(&mut stream).status(), 200);
}

#[test]
fn an_open_door_warns_and_still_wants_no_names() {
    let folder = Folder::new();
    let served = Served::start(&folder, &["--port", "0", "--host", "0.0.0.0"]);
    assert!(served.said().contains("同一网络上的任何人都能看到尚未发布的内容"), "{}", served.said());
    for (host, status) in
        [("192.168.1.2:{p}", 200), ("localhost:{p}", 200), ("laptop.example:{p}", 421), ("192.168.1.2", 421)]
    {
        let host = host.replace("{p}", &served.port.to_string());
        let answer = served.send(format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").as_bytes());
        assert_eq!(answer.status(), status, "{host}");
    }
}
