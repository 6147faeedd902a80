//! Time grows with the size of a file and with the number of findings, and not with their square: four times as much of anything takes at most
//! five times as long.
//!
//! What is measured is the time that one thread computes. It is run by name, since the suite asserts no times:
//! `cargo test --release --test suite growth -- --ignored`. For the whole table, set `GROWTH=50,100,200,400` (KB) on a machine that does
//! nothing else, and look at what the test prints; `GROWTH_ONLY` keeps the constructs whose name has a text. What grows too fast there has its
//! instructions counted by valgrind, if that is installed: what does not fit into the processor's caches takes longer without more work.

mod constructs;

use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use gongkai::cache::Cache;
use gongkai::compile::{Options, Output, compile_with};
use gongkai::diagnostic::{Checked, Diagnostic};
use gongkai::inspect::{Inspected, Inspector};
use gongkai::shell::report::{self, MessageLang, Summary};
use rustix::time::{ClockId, clock_gettime};

use crate::fixture::Fixture;
use constructs::Construct;

/// What is measured apart: reading and looking, making pages, telling what was found.
const STAGES: [&str; 3] = ["check", "pages", "report"];

/// The time that each stage takes.
type Times = [Duration; STAGES.len()];

/// What is too short to be told from chance.
const FLOOR: Duration = Duration::from_millis(30);

/// How many times as long four times as much may take.
const MOST: u32 = 5;

/// The same in the suite, where files are small and the machine is busy: what grows with the square takes sixteen times as long.
const MOST_IN_SUITE: u32 = 8;

/// A construct that takes longer than this is not tried larger.
const PATIENCE: Duration = Duration::from_secs(30);

#[test]
#[ignore = "measures time: run it by name, on a machine that does nothing else"]
fn four_times_as_much_takes_at_most_five_times_as_long() {
    let setting = |name| std::env::var(name).ok();
    let is_table = setting("GROWTH").is_some();
    let sizes = setting("GROWTH").unwrap_or_else(|| "4,16".to_owned());
    let sizes: Vec<usize> = sizes.split(',').map(|size| size.parse::<usize>().expect("a size") * 1000).collect();
    let constructs = wanted();
    let next = AtomicUsize::new(0);
    let work = || {
        let nothing = (0..3).map(|_| times(Fixture::small(), now)).reduce(least).expect("times");
        let taken = std::iter::from_fn(|| constructs.get(next.fetch_add(1, Ordering::Relaxed)));
        taken.flat_map(|construct| grow(construct, &sizes, nothing, is_table)).collect::<Vec<String>>()
    };
    let slow = if is_table { alone(work) } else { on_all_cores(work) };
    assert!(slow.is_empty(), "{} grow too fast:\n{}", slow.len(), slow.join("\n"));
}

/// What valgrind looks at: one construct, once, in one size.
#[test]
#[ignore = "run by the test above"]
fn one_construct_once() {
    let size: usize = std::env::var("GROWTH").expect("a size").parse().expect("a size");
    let constructs = wanted();
    // Valgrind cannot tell the time.
    let taken = alone(|| constructs.iter().map(|construct| times(construct.of_size(size), || Duration::ZERO)).max());
    assert_eq!(taken, Some(Times::default()));
}

/// The constructs that `GROWTH_ONLY` keeps: the one of this name, otherwise all whose names have it.
fn wanted() -> Vec<Construct> {
    let only = std::env::var("GROWTH_ONLY").unwrap_or_default();
    let all = constructs::all();
    let is_name = all.iter().any(|construct| construct.name == only);
    let kept = |construct: &Construct| if is_name { construct.name == only } else { construct.name.contains(&only) };
    let kept: Vec<Construct> = all.into_iter().filter(kept).collect();
    assert!(kept.len() > 300 || !only.is_empty());
    kept
}

/// Returns whether the largest size takes at most five times the instructions of a fourth of it; not if they cannot be counted.
fn is_linear_in_instructions(construct: &Construct, sizes: &[usize]) -> bool {
    let large = sizes.last().copied().unwrap_or_default();
    let count = |size: usize| {
        let mut valgrind = Command::new("valgrind");
        valgrind
            .args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"])
            .arg(std::env::current_exe().ok()?);
        valgrind.args(["growth::one_construct_once", "--exact", "--ignored"]);
        let run = valgrind.env("GROWTH", size.to_string()).env("GROWTH_ONLY", &construct.name).output().ok()?;
        let said = String::from_utf8_lossy(&run.stderr).replace(',', "");
        said.split("I   refs:").nth(1)?.lines().next()?.trim().parse::<u64>().ok().filter(|_| run.status.success())
    };
    let beyond_nothing = |size| Some(count(size)?.saturating_sub(count(0)?));
    let (Some(small), Some(large)) = (beyond_nothing(large / 4), beyond_nothing(large)) else { return false };
    let tenths = large * 10 / small.max(1);
    print_row(&format!("instructions: {small} to {large}, {}.{} times", tenths / 10, tenths % 10));
    large <= small * u64::from(MOST)
}

/// Does some work on one thread: what it hands to others is done by it, too.
fn alone<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread").install(work)
}

/// Does some work on every core, each thread by itself. They share the machine's memory and caches, so what is large seems slower than it is
/// alone.
fn on_all_cores(work: impl Fn() -> Vec<String> + Sync) -> Vec<String> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..cores).map(|_| scope.spawn(|| alone(&work))).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("no panic")).collect()
    })
}

/// Measures a construct, and returns what is wrong with it. For the table every size is measured, otherwise the largest, and a fourth of it if
/// that takes long enough to tell.
fn grow(construct: &Construct, sizes: &[usize], nothing: Times, is_table: bool) -> Vec<String> {
    let most = if is_table { MOST } else { MOST_IN_SUITE };
    let measure = |size: usize| beyond(times(construct.of_size(size), now), nothing);
    let mut measured = Vec::new();
    if let (false, Some(large)) = (is_table, sizes.last()) {
        let times = measure(*large);
        if times.iter().all(|time| *time <= FLOOR * most) {
            return Vec::new();
        }
        measured = vec![(large / 4, measure(large / 4)), (*large, times)];
    } else {
        for size in sizes {
            measured.push((*size, measure(*size)));
            if measured.iter().flat_map(|(_, times)| times).any(|time| *time > PATIENCE) {
                break;
            }
        }
    }
    for _ in 0..3 {
        if too_fast(&measured, most).is_empty() {
            break;
        }
        for (size, before) in &mut measured {
            *before = least(*before, measure(*size));
        }
    }
    let row = row(construct, &measured);
    if is_table {
        print_row(&row);
    }
    if is_table && measured.len() < sizes.len() {
        return vec![format!("gives up: {row}")];
    }
    let slow = too_fast(&measured, most);
    if slow.is_empty() || is_table && is_linear_in_instructions(construct, sizes) {
        return Vec::new();
    }
    slow.into_iter().map(|stage| format!("{stage}: {row}")).collect()
}

/// The stages that take more than they should at the last size and at a fourth of it.
fn too_fast(measured: &[(usize, Times)], most: u32) -> Vec<&'static str> {
    let Some((largest, large)) = measured.last() else { return Vec::new() };
    let Some((_, small)) = measured.iter().find(|(size, _)| size * 4 == *largest) else { return Vec::new() };
    let slow = |stage: &usize| large[*stage] > small[*stage].max(FLOOR) * most;
    (0..STAGES.len()).filter(slow).map(|stage| STAGES[stage]).collect()
}

fn least(one: Times, other: Times) -> Times {
    std::array::from_fn(|stage| one[stage].min(other[stage]))
}

/// How much longer something takes than nothing.
fn beyond(times: Times, nothing: Times) -> Times {
    std::array::from_fn(|stage| times[stage].saturating_sub(nothing[stage]))
}

/// What a notice takes by a clock.
fn times(fixture: Fixture, now: fn() -> Duration) -> Times {
    let tree = Arc::new(fixture.into_tree());
    let start = now();
    let Checked { value: (site, counts), diagnostics } =
        compile_with(&tree, &Options::default(), &mut Cache::default());
    let checked = now();
    let mut found = diagnostics;
    if let Some(site) = &site {
        let outputs = site.outputs();
        let inspector = Inspector::new(site, &outputs);
        found.extend(outputs.iter().filter(|output| shows_the_first(output)).flat_map(|output| {
            let rendered = site.render(output);
            let looked = rendered.value.iter().flat_map(|bytes| inspector.look(output.path(), bytes).diagnostics);
            looked.chain(rendered.diagnostics).collect::<Vec<Diagnostic>>()
        }));
    }
    let made = now();
    report::human(&tree, &found, MessageLang::Zh, true);
    report::json(&tree, &found, &Summary::of(counts, Inspected::default(), &found), MessageLang::En);
    [checked - start, made - checked, now() - made]
}

/// Whether an output shows what grows. Other pages are left out, to save time.
fn shows_the_first(output: &Output) -> bool {
    let path = output.path().as_str();
    ["issues/001.html", "notice.html", "search", "data/notice.json"].iter().any(|start| path.starts_with(start))
}

/// How long this thread has computed.
fn now() -> Duration {
    Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).expect("a time")
}

/// A row of the table: milliseconds at each size, for all stages together; the ratio of the last to a fourth of it; the construct.
fn row(construct: &Construct, measured: &[(usize, Times)]) -> String {
    let total = |times: &Times| times.iter().sum::<Duration>();
    let mut row: String = measured.iter().map(|(_, times)| format!("{:7} ", total(times).as_millis())).collect();
    if let Some((most, large)) = measured.last()
        && let Some((_, small)) = measured.iter().find(|(size, _)| size * 4 == *most)
    {
        let tenths = total(large).as_micros() * 10 / total(small).as_micros().max(1000);
        row += &format!("{:4}.{}", tenths / 10, tenths % 10);
    }
    let parts: Vec<_> = measured.last().into_iter().flat_map(|(_, times)| times).map(Duration::as_millis).collect();
    format!("{row}  {parts:?}  {:?}", construct.name.chars().take(60).collect::<String>())
}

#[allow(clippy::print_stderr)] // who asks for the table sees it
fn print_row(row: &str) {
    eprintln!("{row}");
}
