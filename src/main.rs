//! The command `gongkai`.

fn main() -> std::process::ExitCode {
    match gongkai::run(std::env::args_os()) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(code) => std::process::ExitCode::from(code),
    }
}
