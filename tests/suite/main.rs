//! One binary for all tests that look at gongkai from outside; tests of one room stand in the room.

mod architecture;
mod commands;
mod fixture;
mod notice;
mod sites;
mod tidy;
