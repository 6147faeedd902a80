//! The strokes of the crest.

/// The strokes of the crest on a square of 400: the two falling strokes of 公, the bent one below with its drop, and the frame around them.
pub(super) const CREST: [&[(i64, i64)]; 5] = [
    &[(166, 86), (154, 122), (134, 155), (110, 180), (88, 196)],
    &[(234, 86), (246, 122), (266, 155), (290, 180), (312, 196)],
    &[(206, 172), (184, 218), (158, 258), (122, 298), (195, 293), (268, 282)],
    &[(236, 228), (264, 268), (290, 314)],
    &[(34, 34), (366, 34), (366, 366), (34, 366), (34, 34)],
];

/// How wide the strokes of the crest are: of the sign, and of its frame.
pub(super) const CREST_WIDE: [i64; 5] = [34, 34, 34, 34, 12];
