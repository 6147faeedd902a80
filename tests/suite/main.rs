//! One binary for all tests that look at gongkai from outside; tests of one room stand in the room.

#![allow(clippy::disallowed_methods, unreachable_pub, missing_docs)] // tests touch the world

mod agreement;
mod any_office;
mod architecture;
mod bad;
mod changed;
mod commands;
mod components;
mod declared;
mod contradictions;
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
mod offices;
mod plants;
mod preview;
mod publish;
mod published;
mod recall;
mod reports;
mod rewordings;
mod rust_code;
mod schema;
mod search;
mod sharing;
mod sites;
mod slips;
mod statuses;
mod streams;
mod tables;
mod themes;
mod tidy;
