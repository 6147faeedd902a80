//! In which order outputs are made, so that all cores are busy and memory holds few that are large.

use rayon::prelude::*;

use super::output::Output;
use crate::progress::Progress;
use crate::site::formats;

/// Makes something of every output, on all cores. Outputs that grow with the notice are made one after another beside the
/// many small ones, so that memory holds few of them at a time, and by all cores only once these are made; those that
/// describe others come last. Each is a step of the progress.
pub fn make_each<T: Send>(outputs: &[Output], progress: &Progress, make: impl Fn(&Output) -> T + Sync) -> Vec<T> {
    progress.begin(outputs.len());
    let make = |output: &Output| {
        let made = make(output);
        progress.step();
        made
    };
    let (last, first): (Vec<&Output>, Vec<&Output>) = outputs.iter().partition(|output| output.describes_others());
    let (small, mut large): (Vec<&Output>, Vec<&Output>) = first.into_iter().partition(|output| output.is_small());
    // Those that take longest are begun first: else one of them might be made alone in the end.
    large.sort_by_key(|output| output.path().as_str() != formats::DATA_FILE);
    let large = || in_turn(large, make);
    let small = || small.into_par_iter().map(&make).collect::<Vec<T>>();
    let (mut made, rest) = rayon::join(large, small);
    made.extend(rest);
    made.extend(last.into_iter().map(&make));
    made
}

/// Makes something of each, on as many cores as are free; each is begun in its turn.
fn in_turn<T: Send>(outputs: Vec<&Output>, make: impl Fn(&Output) -> T + Sync) -> Vec<T> {
    let made = outputs.into_iter().enumerate().par_bridge().map(|(turn, output)| (turn, make(output)));
    let mut made: Vec<(usize, T)> = made.collect();
    made.sort_by_key(|(turn, _)| *turn);
    made.into_iter().map(|(_, made)| made).collect()
}
