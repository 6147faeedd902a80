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

#[test]
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

#[test]
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

#[test]
fn an_open_page_may_stay_as_long_as_it_likes() {
    let folder = Folder::new();
    let served = Served::anywhere(&folder);
    let mut news = served.news();
    news.next();
    std::thread::sleep(Duration::from_secs(12));
    folder.append("content/1-projects/001.zh.md", "\n很久以后。\n");
    news.until(|news| news["pages"] == 2);
}
