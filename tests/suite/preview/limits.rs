//! Clients that are slow, many, or in pieces.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use super::served::{Answer, Folder, Served};

#[test]
fn requests_one_after_another_on_one_connection() {
    let folder = Folder::new();
    let served = Served::anywhere(&folder);
    let get = |address: &str, host: &str, more: &str| {
        format!("GET {address} HTTP/1.1\r\nHost: {host}:{}\r\n{more}\r\n", served.port)
    };
    let all = get("/robots.txt", "localhost", "")
        + &get("/nothing", "localhost", "")
        + &get("/", "evil.example", "")
        + &get("/en/", "localhost", "");
    let answer = served.send(all.as_bytes()).text();
    let statuses: Vec<&str> = answer.split("HTTP/1.1 ").skip(1).map(|part| &part[..3]).collect();
    assert_eq!(statuses, ["200", "404", "421"], "a refusal is the last answer on its connection");
}

#[test]
fn a_request_in_many_packets() {
    let folder = Folder::new();
    let served = Served::anywhere(&folder);
    let mut stream = served.connect();
    stream.set_nodelay(true).expect("set");
    for byte in format!("GET / HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n", served.port).bytes() {
        stream.write_all(&[byte]).expect("sent");
        std::thread::sleep(Duration::from_millis(2));
    }
    assert_eq!(Answer::read(&mut stream).status(), 200);
}

/// Each takes ten seconds of waiting and more; together they take no longer than the longest.
#[test]
fn what_must_wait() {
    std::thread::scope(|scope| {
        scope.spawn(slow_clients_keep_nobody_out_and_are_sent_away);
        scope.spawn(a_client_that_trickles_is_sent_away);
        scope.spawn(an_open_page_may_stay_as_long_as_it_likes);
    });
}

/// Connections that have sent the beginning of a request, or nothing, or do not read their answer.
fn crowd(served: &Served, count: usize) -> Vec<TcpStream> {
    let beginnings = [
        "",
        "GET",
        "GET / HTTP/1.1\r\nHost: localhost:{p}\r\nX: ",
        "GET /notice.html HTTP/1.1\r\nHost: localhost:{p}\r\n\r\n",
    ];
    let connect = |i: usize| {
        let mut stream = served.connect();
        let beginning = beginnings[i % beginnings.len()].replace("{p}", &served.port.to_string());
        stream.write_all(beginning.as_bytes()).expect("sent");
        stream
    };
    (0..count).map(connect).collect()
}

fn slow_clients_keep_nobody_out_and_are_sent_away() {
    let folder = Folder::new();
    let served = Served::anywhere(&folder);
    let crowd = crowd(&served, 40);
    let began = Instant::now();
    assert_eq!(served.get("/").status(), 200);
    assert!(began.elapsed() < Duration::from_secs(5), "others are answered meanwhile: {:?}", began.elapsed());
    for mut stream in crowd {
        let mut rest = Vec::new();
        let _ = stream.read_to_end(&mut rest);
        assert!(began.elapsed() < Duration::from_secs(20), "sent away in time: {:?}", began.elapsed());
    }
}

fn a_client_that_trickles_is_sent_away() {
    let folder = Folder::new();
    let served = Served::anywhere(&folder);
    let mut stream = served.connect();
    let began = Instant::now();
    let _ = stream.write_all(b"GET / HTTP/1.1\r\n");
    while stream.write_all(b"X: y\r\n").is_ok() {
        assert!(began.elapsed() < Duration::from_secs(20), "still let in after {:?}", began.elapsed());
        std::thread::sleep(Duration::from_millis(200));
    }
}

#[test]
fn more_connections_than_there_may_be() {
    let folder = Folder::new();
    let served = Served::anywhere(&folder);
    let crowd = crowd(&served, 300);
    let began = Instant::now();
    assert_eq!(served.get("/").status(), 200);
    assert!(began.elapsed() < Duration::from_secs(5), "the oldest make room: {:?}", began.elapsed());
    drop(crowd);
}

fn an_open_page_may_stay_as_long_as_it_likes() {
    let folder = Folder::new();
    let served = Served::anywhere(&folder);
    let mut news = served.news();
    news.next();
    std::thread::sleep(Duration::from_secs(12));
    folder.append("content/1-projects/001.zh.md", "\n很久以后。\n");
    news.until(|news| news["pages"] == 2);
}

/// Bytes of the attachment that slow clients ask for.
const LARGE: usize = 40 << 20;

/// Largest memory that a preview ever took, in KB.
fn peak(served: &Served) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", served.process())).expect("the state of a process");
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a peak");
    peak.trim().trim_end_matches(" kB").parse().expect("a number")
}

#[test]
fn answers_that_nobody_reads_take_no_more_memory_than_they_may() {
    let folder = Folder::new();
    let mut picture = vec![0xFF, 0xD8, 0xFF, 0xE0];
    picture.resize(LARGE - 2, 0);
    picture.extend([0xFF, 0xD9]);
    let at = folder.root().join("content/files/large.jpg");
    std::fs::create_dir_all(at.parent().expect("a folder")).expect("a folder");
    std::fs::write(&at, picture).expect("written");
    folder.append("content/2-people/003.zh.md", "\n[照片](../files/large.jpg)\n");
    let served = Served::anywhere(&folder);
    let before = peak(&served);
    let ask = |_| {
        let mut stream = served.connect();
        let host = format!("Host: localhost:{}\r\nConnection: close", served.port);
        let request = format!("GET /files/large.jpg HTTP/1.1\r\n{host}\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("sent");
        stream
    };
    let slow: Vec<TcpStream> = (0..6).map(ask).collect();
    let mut answer = Vec::new();
    ask(0).read_to_end(&mut answer).expect("the connection is closed at last");
    assert!(answer.len() > LARGE && answer.ends_with(&[0xFF, 0xD9]), "whoever reads gets it whole: {}", answer.len());
    let grown = (peak(&served) - before) >> 10;
    assert!(grown < 64 + 2 * 40 + 40, "{grown} MB for answers that nobody reads");
    let cut = slow.into_iter().filter(|stream| {
        let mut rest = Vec::new();
        let _ = (&*stream).read_to_end(&mut rest);
        rest.len() < LARGE
    });
    assert!(cut.count() >= 1, "who reads nothing makes room for who does");
}
