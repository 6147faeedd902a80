//! `gongkai serve` on a copy of the small fixture, with secrets all around it, and a client that sends bytes as they are.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Stands in every file that must not get out.
pub const CANARY: &str = "CANARY-5f1c";

/// How long anything may take before a test fails.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// A folder with a notice in it; it is removed with the value.
pub struct Folder(tempfile::TempDir);

impl Folder {
    /// A copy of the small fixture, with secrets beside it and among it.
    pub fn new() -> Folder {
        let folder = Folder(tempfile::tempdir().expect("a folder"));
        copy(Path::new("tests/suite/fixtures/small"), &folder.root());
        for path in [
            "../canary.txt",
            "../.env",
            ".env",
            ".git/config",
            "canary.txt",
            "content/.draft.zh.md",
            "public/index.html",
        ] {
            folder.write(path, CANARY);
        }
        folder.append("content/units.yaml", &format!("\n# {CANARY}\n"));
        folder
    }

    pub fn root(&self) -> PathBuf {
        self.0.path().join("site")
    }

    /// Writes a file in one step, as an editor saves it: no preview meets it half written.
    pub fn write(&self, path: &str, text: &str) {
        let (path, aside) = (self.root().join(path), self.0.path().join(".aside"));
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(&aside, text).expect("written");
        std::fs::rename(aside, path).expect("put in its place");
    }

    /// Writes into a file what it says already.
    pub fn touch(&self, path: &str) {
        let path = self.root().join(path);
        let text = std::fs::read(&path).expect("a file");
        let file = std::fs::OpenOptions::new().write(true).open(path);
        file.expect("a file").write_all(&text).expect("written");
    }

    pub fn append(&self, path: &str, text: &str) {
        let old = std::fs::read_to_string(self.root().join(path)).expect("text");
        self.write(path, &(old + text));
    }

    /// Replaces a text in a file; it must be there.
    pub fn replace(&self, path: &str, from: &str, to: &str) {
        let old = std::fs::read_to_string(self.root().join(path)).expect("text");
        assert!(old.contains(from), "{path} has no {from:?}");
        self.write(path, &old.replacen(from, to, 1));
    }

    pub fn remove(&self, path: &str) {
        std::fs::remove_file(self.root().join(path)).expect("removed");
    }

    /// Every file and folder around, with its time of change and its bytes.
    pub fn snapshot(&self) -> Vec<(PathBuf, std::time::SystemTime, Vec<u8>)> {
        let entries = walkdir::WalkDir::new(self.0.path()).sort_by_file_name();
        let entry = |entry: walkdir::DirEntry| {
            let changed = entry.metadata().expect("metadata").modified().expect("a time");
            (entry.path().to_owned(), changed, std::fs::read(entry.path()).unwrap_or_default())
        };
        entries.into_iter().map(|e| entry(e.expect("an entry"))).collect()
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.expect("an entry");
        let target = to.join(entry.path().strip_prefix(from).expect("below"));
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(target).expect("a folder");
        } else {
            std::fs::copy(entry.path(), target).expect("copied");
        }
    }
}

/// A running preview.
pub struct Served {
    child: Child,
    pub port: u16,
    said: Arc<Mutex<String>>,
}

impl Served {
    /// Starts the preview and waits for its address. It speaks Chinese.
    pub fn start(folder: &Folder, arguments: &[&str]) -> Served {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gongkai"));
        command.arg("--root").arg(folder.root()).args(["--lang", "zh", "serve"]).args(arguments);
        let mut child = command.stderr(Stdio::piped()).spawn().expect("gongkai starts");
        let said = Arc::new(Mutex::new(String::new()));
        let lines = BufReader::new(child.stderr.take().expect("stderr")).lines();
        let writer = said.clone();
        std::thread::spawn(move || {
            lines.map_while(Result::ok).for_each(|line| *writer.lock().expect("text") += &(line + "\n"))
        });
        let mut served = Served { child, port: 0, said };
        served.port = served
            .wait_for("Ctrl-C 结束）", |said| said.split("http://").nth(1)?.split([':', '/']).nth(1)?.parse().ok());
        served
    }

    /// A preview on a port of the system's choice.
    pub fn anywhere(folder: &Folder) -> Served {
        Served::start(folder, &["--port", "0"])
    }

    /// Everything on the terminal so far.
    pub fn said(&self) -> String {
        self.said.lock().expect("text").clone()
    }

    /// Waits until the terminal has said something, and reads something out of it.
    pub fn wait_for<T>(&self, text: &str, read: impl Fn(&str) -> Option<T>) -> T {
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            let said = self.said();
            if said.contains(text)
                && let Some(value) = read(&said)
            {
                return value;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("never said {text}: {}", self.said());
    }

    /// Presses Ctrl-C.
    /// The number of its process.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    pub fn interrupt(&mut self) -> ExitStatus {
        let id = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(id, rustix::process::Signal::INT).expect("a signal");
        self.child.wait().expect("it ends")
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).expect("a limit");
        stream
    }

    /// Sends bytes and reads the answer: until the server ends it, or, of events, until the first has come.
    pub fn send(&self, bytes: &[u8]) -> Answer {
        let mut stream = self.connect();
        // The server may refuse before it has read all.
        let _ = stream.write_all(bytes);
        Answer::read(&mut stream)
    }

    /// Asks for an address as a browser would.
    pub fn get(&self, address: &str) -> Answer {
        self.send(
            format!("GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n", self.port).as_bytes(),
        )
    }

    /// The folder of the preview's own files, as the pages name it.
    pub fn own_folder(&self) -> String {
        let page = self.get("/").text();
        let from = page.find("/_gongkai/").expect("the preview's files");
        page[from..].split("/preview.").next().expect("a folder").to_owned()
    }

    /// News for an open page.
    pub fn news(&self) -> News {
        let mut stream = self.connect();
        let address = format!("{}/events", self.own_folder());
        write!(stream, "GET {address} HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", self.port).expect("sent");
        News(BufReader::new(stream))
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer as it came.
pub struct Answer(pub Vec<u8>);

impl Answer {
    pub fn read(stream: &mut TcpStream) -> Answer {
        let (mut answer, mut part) = (Vec::new(), [0; 16 * 1024]);
        // A connection that is reset has said what it had to say.
        while let Ok(n) = stream.read(&mut part)
            && n > 0
        {
            answer.extend_from_slice(&part[..n]);
            if answer.windows(7).any(|w| w == b"\ndata: ") && answer.ends_with(b"\n\n\r\n") {
                break;
            }
        }
        Answer(answer)
    }

    /// The status; 0 if there was no answer at all.
    pub fn status(&self) -> u16 {
        if self.0.is_empty() {
            return 0;
        }
        let text = String::from_utf8_lossy(&self.0);
        text.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_else(|| panic!("no status: {text}"))
    }

    pub fn head(&self) -> String {
        self.text().split("\r\n\r\n").next().unwrap_or_default().to_ascii_lowercase()
    }

    pub fn header(&self, name: &str) -> Option<String> {
        let head = self.head();
        head.lines().find_map(|line| Some(line.strip_prefix(name)?.strip_prefix(": ")?.to_owned()))
    }

    pub fn body(&self) -> &[u8] {
        let start = self.0.windows(4).position(|w| w == b"\r\n\r\n").map_or(self.0.len(), |at| at + 4);
        &self.0[start..]
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.0).into_owned()
    }
}

/// News as they come.
pub struct News(BufReader<TcpStream>);

impl News {
    pub fn next(&mut self) -> serde_json::Value {
        loop {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).expect("news in time") > 0, "the news ended");
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data).expect("JSON");
            }
        }
    }

    /// The next news of which something holds.
    pub fn until(&mut self, holds: impl Fn(&serde_json::Value) -> bool) -> serde_json::Value {
        loop {
            let news = self.next();
            if holds(&news) {
                return news;
            }
        }
    }
}
