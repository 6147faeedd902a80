//! The command `gongkai`.

/// Views and pages are many small strings that live briefly on every core; the allocator of the C library is slow at
/// that.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    match gongkai::run(std::env::args_os()) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(code) => code.into(),
    }
}
