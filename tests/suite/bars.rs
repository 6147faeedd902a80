//! What stands on a terminal while work takes its time, and at its end; and that there is none of it elsewhere.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::process::{Command, ExitStatus, Stdio};
use std::str::Chars;
use std::time::Duration;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

use crate::publish::{BIN, Copy};

/// A published site whose next build has something to warn of.
fn warned_of() -> Copy {
    let site = Copy::new();
    site.write("content/closing.zh.md", "整改永远在路上,不松劲。\n".as_bytes());
    site.write("content/closing.en.md", b"We will not slacken.\n");
    assert!(site.run("gongkai build").status.success());
    site
}

/// Another build, as long as it lives: the next one waits.
fn another_build(site: &Copy) -> File {
    let lock = File::create(site.path(".public.gongkai-lock")).expect("a lock");
    lock.lock().expect("taken");
    lock
}

/// Runs gongkai on a terminal of its own while another build is under way, which ends as soon as `sight` is seen, if it ever is. Gives
/// everything that was written to the terminal.
fn on_terminal(site: &Copy, kind: &str, arguments: &[&str], sight: &str) -> (String, ExitStatus) {
    let mut other = Some(another_build(site));
    let terminal = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
    grantpt(&terminal).and_then(|()| unlockpt(&terminal)).expect("ours");
    let name = ptsname(&terminal, Vec::new()).expect("a name").into_string().expect("text");
    let side = File::options().read(true).write(true).open(name).expect("its other side");
    let mut command = Command::new(BIN);
    command
        .args(arguments)
        .current_dir(site.path(""))
        .env("TERM", kind)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(side);
    let mut child = command.spawn().expect("gongkai runs");
    drop(command); // the last hold on the other side but the child's
    let (mut terminal, mut written, mut piece) = (File::from(terminal), Vec::new(), [0; 4096]);
    loop {
        match terminal.read(&mut piece) {
            Ok(0) => break,
            Ok(n) => written.extend(&piece[..n]),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) => break, // nobody has the other side any more
        }
        if String::from_utf8_lossy(&written).contains(sight) {
            other = None;
        }
    }
    drop(other);
    (String::from_utf8(written).expect("text"), child.wait().expect("an end"))
}

/// The lines that stand on the terminal at the end.
fn screen(written: &str) -> Vec<String> {
    let (mut lines, mut row, mut column) = (vec![Vec::new()], 0_usize, 0_usize);
    let mut rest = written.chars();
    while let Some(c) = rest.next() {
        match c {
            '\r' => column = 0,
            '\n' => row += 1,
            '\u{1b}' => {
                let order = order(&mut rest);
                match order.split_at(order.len() - 1) {
                    (_, "m") => {}
                    (n, "A") => row -= n.parse().unwrap_or(1).min(row),
                    (_, "K") => lines[row].clear(),
                    other => panic!("the terminal is told {other:?}"),
                }
            }
            c => {
                let line = &mut lines[row];
                line.resize(line.len().max(column + 1), ' ');
                line[column] = c;
                column += 1;
            }
        }
        lines.resize(lines.len().max(row + 1), Vec::new());
    }
    lines.into_iter().map(|line| line.into_iter().collect::<String>().trim_end().to_owned()).collect()
}

/// An order to the terminal after its escape: digits up to a letter.
fn order(rest: &mut Chars<'_>) -> String {
    let length = rest.as_str().find(|c: char| c.is_ascii_alphabetic()).expect("a letter") + 1;
    let order = rest.as_str()[..length].trim_start_matches('[').to_owned();
    *rest = rest.as_str()[length..].chars();
    order
}

#[test]
fn work_that_takes_its_time_shows_a_bar_which_is_gone_at_the_end() {
    let site = warned_of();
    for (lang, sight, last) in [
        ("en", "comparing with the published site", "published to public: "),
        ("zh", "正在与已发布的网站比较", "已发布到 public："),
    ] {
        let narrative = site.path("content/closing.en.md");
        std::fs::write(&narrative, format!("We will not slacken, as we said in Chinese ({lang}).\n")).expect("edited");
        let (written, status) = on_terminal(&site, "xterm", &["--lang", lang, "build"], sight);
        assert!(status.success() && written.contains(sight) && !written.contains(['░', '█']), "{written}");
        let screen = screen(&written);
        let piped = site.run(&format!("gongkai --lang {lang} check"));
        let finding = String::from_utf8_lossy(&piped.stderr)
            .lines()
            .take_while(|line| !line.is_empty())
            .map(str::to_owned)
            .collect::<Vec<_>>();
        assert!(
            finding.len() > 3 && screen.windows(finding.len()).any(|lines| lines == finding),
            "the finding is not whole:\n{screen:#?}"
        );
        assert!(screen.iter().any(|line| line.starts_with(last)), "{screen:#?}");
        assert!(screen.iter().all(|line| !line.contains(sight)), "the bar stays:\n{screen:#?}");
    }
}

#[test]
fn on_a_terminal_that_cannot_move_its_cursor_there_is_no_bar() {
    let site = warned_of();
    let (written, status) = on_terminal(&site, "dumb", &["--lang", "en", "build"], "nothing that is ever written");
    assert_eq!(status.code(), Some(2));
    assert_eq!(written.lines().count(), 2, "{written:?}");
}

#[test]
fn without_a_terminal_there_is_no_bar() {
    let site = warned_of();
    let other = another_build(&site);
    let said = std::thread::scope(|scope| {
        let build = scope.spawn(|| site.run("TERM=xterm gongkai --lang en build"));
        std::thread::sleep(Duration::from_millis(1500));
        drop(other);
        build.join().expect("an end")
    });
    let errors = String::from_utf8(said.stderr).expect("text");
    assert!(said.status.success() && errors.contains("half-width-punctuation"), "{errors}");
    assert!(!errors.contains(['\u{1b}', '\r']) && !errors.contains("comparing"), "{errors:?}");
}
