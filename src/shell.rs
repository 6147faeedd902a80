//! Everything that touches the world: files, the clock, the network, the terminal. All rooms above are pure.

pub mod disk;
pub mod scaffold;
pub mod examples;
pub mod report;
pub mod watch;
pub mod preview;
pub mod cli;
pub mod command;
