//! One binary for all tests that look at gongkai from outside; tests of one room stand in the room.

#![allow(clippy::disallowed_methods, unreachable_pub, missing_docs)] // tests touch the world

mod agreement;
mod architecture;
mod bad;
mod changed;
mod commands;
mod components;
mod contradictions;
mod explained;
mod fixes;
mod fixture;
mod growth;
mod honest;
mod init;
mod inspected;
mod manual;
mod memory;
mod notice;
mod offices;
mod plants;
mod preview;
mod publish;
mod reports;
mod rewordings;
mod rust_code;
mod schema;
mod sites;
mod slips;
mod streams;
mod tidy;
