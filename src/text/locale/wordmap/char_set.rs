//! Characters by their lowest bits, which tell at once that most characters are none of them.

/// Characters by their lowest bits: of those that are not in it, few seem to be.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct CharSet {
    bits: Vec<u64>,
}

impl CharSet {
    const BITS: usize = 4096;

    /// Returns whether a character may be one of them.
    pub(crate) fn may_have(&self, c: char) -> bool {
        let bit = c as usize % Self::BITS;
        self.bits.get(bit / 64).is_some_and(|bits| bits & 1 << (bit % 64) != 0)
    }
}

impl FromIterator<char> for CharSet {
    fn from_iter<I: IntoIterator<Item = char>>(chars: I) -> CharSet {
        let mut bits = vec![0; Self::BITS / 64];
        for bit in chars.into_iter().map(|c| c as usize % Self::BITS) {
            bits[bit / 64] |= 1 << (bit % 64);
        }
        CharSet { bits }
    }
}
