//! Commands as a person types them: `tests/suite/commands/*.md` are read and run.

#[test]
fn commands_do_what_their_pages_say() {
    let bin = env!("CARGO_BIN_EXE_gongkai");
    trycmd::TestCases::new()
        .register_bin("gongkai", std::path::Path::new(bin))
        .env("LANG", "en_GB.UTF-8")
        .env("LC_ALL", "en_GB.UTF-8")
        .case("tests/suite/commands/*.md");
}
