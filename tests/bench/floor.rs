//! What the disk alone takes: the files of a finished site written from memory, the files of a notice read.
//!
//! `tests/bench/run` compiles this with `rustc -O`; it uses the standard library and nothing else.
//! `floor write SITE OUT THREADS` loads SITE, then times the writing of all its files into OUT, a folder that is not there yet.
//! `floor read DIR THREADS` times the walk through DIR and the reading of every file. Both print seconds, files and bytes as JSON.
#![allow(clippy::disallowed_methods, clippy::disallowed_types, clippy::print_stdout, clippy::unwrap_used)] // it measures the disk

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (seconds, files, bytes) = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["write", site, out, threads] => write(Path::new(site), Path::new(out), threads.parse().unwrap()),
        ["read", folder, threads] => read(Path::new(folder), threads.parse().unwrap()),
        _ => panic!("floor write SITE OUT THREADS | floor read DIR THREADS"),
    };
    println!("{{\"seconds\": {seconds:.6}, \"files\": {files}, \"bytes\": {bytes}}}");
}

fn write(site: &Path, out: &Path, threads: usize) -> (f64, usize, u64) {
    let files: Vec<(PathBuf, Vec<u8>)> =
        walk(site).into_iter().map(|p| (out.join(p.strip_prefix(site).unwrap()), fs::read(&p).unwrap())).collect();
    let began = Instant::now();
    let mut folders: Vec<&Path> = files.iter().filter_map(|(path, _)| path.parent()).collect();
    folders.sort_unstable();
    folders.dedup();
    folders.iter().for_each(|folder| fs::create_dir_all(folder).unwrap());
    each(&files, threads, |(path, bytes)| fs::write(path, bytes).unwrap());
    (began.elapsed().as_secs_f64(), files.len(), files.iter().map(|(_, bytes)| bytes.len() as u64).sum())
}

fn read(folder: &Path, threads: usize) -> (f64, usize, u64) {
    let began = Instant::now();
    let files = walk(folder);
    let bytes = AtomicU64::new(0);
    each(&files, threads, |path| {
        bytes.fetch_add(fs::read(path).unwrap().len() as u64, Ordering::Relaxed);
    });
    (began.elapsed().as_secs_f64(), files.len(), bytes.into_inner())
}

/// Does something with every item, on some threads.
fn each<T: Sync>(items: &[T], threads: usize, work: impl Fn(&T) + Sync) {
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
                    work(item);
                }
            });
        }
    });
}

/// Every file below a folder.
fn walk(folder: &Path) -> Vec<PathBuf> {
    let (mut files, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap().map(Result::unwrap) {
            let into = if entry.file_type().unwrap().is_dir() { &mut folders } else { &mut files };
            into.push(entry.path());
        }
    }
    files
}
