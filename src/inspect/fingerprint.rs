//! Fingerprints of paths and anchors: of each page only these are kept.

/// FNV-1a of a path.
pub(super) fn fingerprint(path: &str) -> u64 {
    continued(0xcbf2_9ce4_8422_2325, &[path])
}

/// Returns a fingerprint that goes on with further texts.
pub(super) fn continued(from: u64, texts: &[&str]) -> u64 {
    let bytes = texts.iter().flat_map(|text| text.bytes());
    bytes.fold(from, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
