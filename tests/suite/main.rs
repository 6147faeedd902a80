//! One binary for all tests that look at gongkai from outside; tests of one room stand in the room.

#![allow(clippy::disallowed_methods, unreachable_pub, missing_docs)] // tests touch the world

/// The allocator of gongkai itself: the tests take less time by it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

mod agreement;
mod amounts;
mod any_office;
mod architecture;
mod bad;
mod bars;
mod changed;
mod commands;
mod components;
mod damaged_import;
mod declared;
mod contradictions;
mod edited_documents;
mod explained;
mod exports;
mod external;
mod fixes;
mod fixture;
mod further;
mod growth;
mod honest;
mod import;
mod init;
mod inspected;
mod locale;
mod manual;
mod memory;
mod notice;
mod parts;
mod pieces;
mod places;
mod offices;
mod plants;
mod preview;
mod publish;
mod published;
mod recall;
mod remembered;
mod reports;
mod rewordings;
mod round_trips;
mod rust_code;
mod schema;
mod search;
mod sharing;
mod sites;
mod sizes;
mod slips;
mod statuses;
mod streams;
mod tables;
mod themes;
mod tidy;
mod whole_import;
