//! Fingerprints of files: whether one is still what it was, without keeping it.

use std::fmt;
use std::io::{self, Read};

use blake3::Hasher;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// BLAKE3 of a file with its name, or of many files, whatever the order that they come in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Fingerprint([u8; 32]);

/// A fingerprint of a file that comes part by part.
#[derive(Debug)]
pub struct Fingerprinter(Hasher);

impl Fingerprinter {
    /// Begins the fingerprint of a file.
    pub fn new(name: &str) -> Fingerprinter {
        Fingerprinter(begun(name))
    }

    /// Adds the next part.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// Returns the fingerprint of all that was added.
    pub fn finish(&self) -> Fingerprint {
        Fingerprint(self.0.finalize().into())
    }
}

impl Fingerprint {
    /// Returns the fingerprint of one file.
    pub fn of(name: &str, bytes: &[u8]) -> Fingerprint {
        Fingerprint(begun(name).update(bytes).finalize().into())
    }

    /// Returns the fingerprint of one file as version 0.1.0 made it, by SHA-256.
    pub fn of_version_0_1_0(name: &str, bytes: &[u8]) -> Fingerprint {
        let named = Sha256::new().chain_update(name.len().to_le_bytes()).chain_update(name);
        Fingerprint(named.chain_update(bytes).finalize().into())
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
        let mut hash = begun(name);
        for part in parts {
            hash.update(&part.0);
        }
        Fingerprint(hash.finalize().into())
    }

    /// Returns the fingerprint that a text states as [`fmt::Display`] writes it.
    pub fn parse(text: &str) -> Option<Fingerprint> {
        let digit = |digit: u8| match digit {
            b'0'..=b'9' => Some(digit - b'0'),
            b'a'..=b'f' => Some(digit - b'a' + 10),
            _ => None,
        };
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        if pairs.len() != 32 || !rest.is_empty() {
            return None;
        }
        let mut bytes = [0; 32];
        for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
            *byte = digit(*high)? << 4 | digit(*low)?;
        }
        Some(Fingerprint(bytes))
    }
}

/// A fingerprint that has the name of a file and waits for its bytes.
fn begun(name: &str) -> Hasher {
    let mut hash = Hasher::new();
    hash.update(&name.len().to_le_bytes()).update(name.as_bytes());
    hash
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digit = |digit: u8| char::from(b"0123456789abcdef"[usize::from(digit)]);
        let digits: String = self.0.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect();
        f.write_str(&digits)
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
