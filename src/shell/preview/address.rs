//! Where the preview listens, and the host names that it answers to.
//!
//! By default that is this machine alone. A web page elsewhere can give its own name our address (DNS rebinding), so a
//! name counts only if no other machine can have it: `localhost`, or a numeric address.

use std::io::{Error, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};

use crate::diagnostic::Message;
use crate::say;

/// The first port that is tried, and the last.
const PORTS: std::ops::RangeInclusive<u16> = 4000..=4099;

/// How often the system may choose one.
const CHOICES: usize = 16;

/// Sockets that listen on one port.
pub struct Listener {
    pub(super) sockets: Vec<TcpListener>,
    address: SocketAddr,
}

/// Why the preview cannot listen.
#[derive(Debug)]
pub struct ListenError {
    address: Option<SocketAddr>,
    source: Error,
}

impl Listener {
    /// Listens on a port, or on the first that is free; at an address, or at this machine's own two.
    pub fn open(host: Option<IpAddr>, port: Option<u16>) -> Result<Listener, ListenError> {
        let mut busy = Error::from(ErrorKind::AddrInUse);
        for at in tried(port) {
            match Listener::open_at(host, at) {
                Err(error) if error.kind() == ErrorKind::AddrInUse => busy = error,
                Err(source) => return Err(ListenError { address: Some(socket(host, at)), source }),
                Ok(listener) => return Ok(listener),
            }
        }
        Err(ListenError { address: port.map(|port| socket(host, port)), source: busy })
    }

    fn open_at(host: Option<IpAddr>, port: u16) -> Result<Listener, Error> {
        let first = TcpListener::bind(socket(host, port))?;
        let address = first.local_addr()?;
        let mut sockets = vec![first];
        if host.is_none() {
            match TcpListener::bind((Ipv6Addr::LOCALHOST, address.port())) {
                Ok(second) => sockets.push(second),
                // Another program there would receive requests for `localhost` in our place.
                Err(error) if error.kind() == ErrorKind::AddrInUse => return Err(error),
                Err(_) => {} // a machine without IPv6
            }
        }
        Ok(Listener { sockets, address })
    }

    /// Returns the address to open, ending in `/`.
    pub fn url(&self) -> String {
        let ip = match self.address.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
            ip => ip,
        };
        format!("http://{}/", SocketAddr::new(ip, self.address.port()))
    }

    /// Returns whether other machines can connect.
    pub fn is_open_to_others(&self) -> bool {
        !self.address.ip().is_loopback()
    }

    /// Returns the host names that we answer to.
    pub(super) fn names(&self) -> HostNames {
        HostNames { address: self.address, any: self.is_open_to_others() }
    }
}

/// Returns the ports to try, in turn. The system chooses one (0) that is free at the first of our addresses; it may be
/// in use at the second, and another one free.
fn tried(port: Option<u16>) -> Vec<u16> {
    match port {
        None => PORTS.collect(),
        Some(0) => vec![0; CHOICES],
        Some(port) => vec![port],
    }
}

fn socket(host: Option<IpAddr>, port: u16) -> SocketAddr {
    SocketAddr::new(host.unwrap_or(Ipv4Addr::LOCALHOST.into()), port)
}

impl ListenError {
    /// Returns what is wrong, and what to do.
    pub fn message(&self) -> Message {
        let error = &self.source;
        match self.address {
            None => {
                let (first, last) = (PORTS.start(), PORTS.end());
                say!(
                    "端口 {first} 到 {last} 都被占用；请用 --port 指定一个空闲的端口",
                    "ports {first} to {last} are all in use; give a free one with --port"
                )
            }
            Some(address) if error.kind() == ErrorKind::AddrInUse => say!(
                "{address} 已被占用；请换一个端口，或不写 --port，由程序自动选择",
                "{address} is in use; choose another port, or leave out --port to use the first free one"
            ),
            Some(address) => {
                say!(
                    "无法在 {address} 上提供预览：{error}；请换一个地址或端口",
                    "cannot listen on {address}: {error}; try another address or port"
                )
            }
        }
    }
}

/// The host names that we answer to, all with our port.
#[derive(Clone, Copy, Debug)]
pub(super) struct HostNames {
    address: SocketAddr,
    /// Whether any numeric address will do, since other machines may know us by one that we do not.
    any: bool,
}

impl HostNames {
    /// Returns whether a value of `Host` is ours: letter for letter, so that no two readings of it can differ.
    pub(super) fn include(self, host: &str) -> bool {
        let port = self.address.port();
        let with_port = if port == 80 && !has_port(host) { format!("{host}:80") } else { host.to_owned() };
        let Some(name) = with_port.strip_suffix(&format!(":{port}")) else { return false };
        name.eq_ignore_ascii_case("localhost")
            || ["127.0.0.1", "[::1]"].contains(&name)
            || with_port == self.address.to_string()
            || (self.any && with_port.parse::<SocketAddr>().is_ok())
    }
}

/// Browsers leave the port of the web, 80, out.
fn has_port(host: &str) -> bool {
    host.rsplit_once(':').is_some_and(|(_, port)| !port.ends_with(']'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_ours_letter_for_letter() {
        let names = |port, any| HostNames { address: socket(None, port), any };
        for (names, host, ours) in [
            (names(4000, false), "localhost:4000", true),
            (names(4000, false), "LocalHost:4000", true),
            (names(4000, false), "[::1]:4000", true),
            (names(4000, false), "127.0.0.1:4000", true),
            (names(4000, false), "127.0.0.1:04000", false),
            (names(4000, false), "127.0.0.1", false),
            (names(4000, false), "localhost.:4000", false),
            (names(4000, false), "localhost.evil.example:4000", false),
            (names(4000, false), "192.168.1.2:4000", false),
            (names(80, false), "localhost", true),
            (names(80, false), "[::1]", true),
            (names(80, false), "localhost:80", true),
            (names(4000, true), "192.168.1.2:4000", true),
            (names(4000, true), "[fe80::1]:4000", true),
            (names(4000, true), "laptop.office.example:4000", false),
        ] {
            assert_eq!(names.include(host), ours, "{host} {names:?}");
        }
        let second = HostNames { address: "127.0.0.2:4000".parse().expect("an address"), any: false };
        assert!(second.include("127.0.0.2:4000") && !second.include("127.0.0.3:4000"));
    }

    #[test]
    fn a_port_that_the_system_chooses_may_be_busy_at_the_second_address() {
        for (port, expected) in [(None, PORTS.collect()), (Some(0), vec![0; CHOICES]), (Some(80), vec![80])] {
            assert_eq!(tried(port), expected);
        }
    }

    #[test]
    fn a_busy_port_is_passed_over_or_named() {
        let first = Listener::open(None, None).expect("a port");
        let second = Listener::open(None, None).expect("another port");
        assert_ne!(first.url(), second.url());
        assert!(!first.is_open_to_others());
        let error = Listener::open(None, Some(first.address.port())).err().expect("it is busy");
        assert!(error.message().en.contains(&first.address.to_string()), "{}", error.message().en);
    }
}
