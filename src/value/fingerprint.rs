//! Fingerprints of files: whether one is still what it was, without keeping it.

use std::fmt;
use std::io::{self, Read};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// SHA-256 of a file with its name, or of many files, whatever the order that they come in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// Returns the fingerprint of one file.
    pub fn of(name: &str, bytes: &[u8]) -> Fingerprint {
        Fingerprint(begun(name).chain_update(bytes).finalize().into())
    }

    /// Returns the same of what is read piece by piece, and how many bytes it has.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn read(name: &str, mut from: impl Read) -> io::Result<(Fingerprint, u64)> {
        let (mut hash, mut size) = (begun(name), 0);
        let mut piece = vec![0; 64 << 10];
        loop {
            match from.read(&mut piece) {
                Ok(0) => return Ok((Fingerprint(hash.finalize().into()), size)),
                Ok(length) => {
                    hash.update(&piece[..length]);
                    size += length as u64;
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Returns the fingerprint of the files of both. No file may be in both.
    pub fn and(self, other: Fingerprint) -> Fingerprint {
        Fingerprint(std::array::from_fn(|i| self.0[i] ^ other.0[i]))
    }

    /// Returns the fingerprint of several things that are known by theirs, in this order, under a name for what they make.
    pub fn joined(name: &str, parts: &[Fingerprint]) -> Fingerprint {
        Fingerprint(parts.iter().fold(begun(name), |hash, part| hash.chain_update(part.0)).finalize().into())
    }

    /// Returns the fingerprint that a text states as [`fmt::Display`] writes it.
    pub fn parse(text: &str) -> Option<Fingerprint> {
        if text.len() != 64 || !text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
            return None;
        }
        let mut bytes = [0; 32];
        for (byte, digits) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
            *byte = u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
        }
        Some(Fingerprint(bytes))
    }
}

/// A fingerprint that has the name of a file and waits for its bytes.
fn begun(name: &str) -> Sha256 {
    Sha256::new().chain_update(name.len().to_le_bytes()).chain_update(name)
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_tells_names_and_bytes_but_no_order() {
        let [a, b, c] =
            [("a", "bc"), ("ab", "c"), ("a", "bd")].map(|(name, bytes)| Fingerprint::of(name, bytes.as_bytes()));
        assert!(a != b && a != c && b != c);
        assert_eq!(a.and(b).and(c), c.and(a).and(b));
        assert_eq!(Fingerprint::parse(&a.to_string()), Some(a));
        let long = vec![7; 200_000];
        assert_eq!(Fingerprint::read("a", &*long).unwrap(), (Fingerprint::of("a", &long), 200_000));
        for wrong in ["", "ab", &a.to_string()[1..], &a.to_string().to_uppercase(), &"é".repeat(32)] {
            assert_eq!(Fingerprint::parse(wrong), None, "{wrong}");
        }
    }
}
