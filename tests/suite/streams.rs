//! What goes to a program, and to a stream that takes nothing; and what the exit code then says.

use crate::publish::Copy;

/// Exit 0 if and only if the new site is published, whoever listens.
#[test]
fn a_build_that_nobody_hears_is_published_all_the_same() {
    let site = Copy::new();
    for (i, streams) in [">/dev/full 2>/dev/full", ">&- 2>&-", "2>/dev/full", "2>&- </dev/null"].into_iter().enumerate()
    {
        site.write("content/closing.en.md", format!("We will not slacken, for the {i}th time.\n").as_bytes());
        site.write("content/closing.zh.md", format!("整改永远在路上，第{i}次这样说,不松劲。\n").as_bytes());
        let status = site.run(&format!("gongkai build {streams}")).status;
        assert!(status.success(), "{streams}: {status}");
        let said = format!("for the {i}th time");
        assert!(
            site.published("public").values().any(|(_, bytes)| String::from_utf8_lossy(bytes).contains(&said)),
            "{streams}"
        );
    }
}

#[test]
fn half_a_result_is_no_result() {
    let site = Copy::new();
    for command in [
        "stats",
        "stats --format json",
        "check --format json",
        "check --format sarif",
        "explain",
        "schema",
        "hosting nginx",
        "completions bash",
        "man",
    ] {
        let full = site.run(&format!("gongkai --lang en {command} >/dev/full"));
        let errors = String::from_utf8_lossy(&full.stderr);
        assert_eq!(full.status.code(), Some(2), "{command}: {errors}");
        assert!(errors.contains("the result could not be written: No space left on device"), "{command}: {errors}");
        let cut = site.run(&format!("gongkai --lang en {command} | true"));
        assert!(!String::from_utf8_lossy(&cut.stderr).contains("panicked"), "{command}");
    }
}
