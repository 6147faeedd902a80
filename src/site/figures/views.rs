//! What templates read of the figures of a record.

use serde::Serialize;

use crate::site::parts::{FigureView, Html};

/// The figures of a record, each once.
#[derive(Clone, Debug, Default, Serialize, schemars::JsonSchema)]
pub struct FiguresView {
    /// What was and what is.
    pub shifts: Vec<ShiftView>,
    /// Wholes with their parts.
    pub splits: Vec<SplitView>,
    /// What is neither.
    pub tiles: Vec<TileView>,
}

/// A figure, with those that say something about it.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct TileView {
    /// The figure.
    pub figure: FigureView,
    /// Figures in other units that are of it.
    pub beside: Vec<FigureView>,
}

/// A figure with an earlier value.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct ShiftView {
    /// What it is.
    pub figure: FigureView,
    /// What it was.
    pub was: String,
    /// How it changed, in words; none where figures that are not exact leave that open.
    pub change: Option<String>,
    /// The way from one to the other.
    pub picture: Html,
    /// Figures in other units that are of it.
    pub beside: Vec<FigureView>,
}

/// A whole with its parts.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct SplitView {
    /// The whole.
    pub whole: FigureView,
    /// Its breakdowns, each a bar.
    pub bars: Vec<SplitBar>,
    /// How much is not stated to be settled, or that this is open; none where nothing is, or where no part says what
    /// became of it.
    pub missing: Option<String>,
    /// Whether its parts say what became of it.
    pub tells_fate: bool,
    /// Figures in other units that are of it.
    pub beside: Vec<FigureView>,
}

/// A breakdown of a whole.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct SplitBar {
    /// The bar.
    pub picture: Html,
    /// The parts.
    pub parts: Vec<SplitPart>,
    /// What is left.
    pub rest: Option<SplitRest>,
}

/// A part of a whole.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct SplitPart {
    /// The figure.
    pub figure: FigureView,
    /// What became of it, a word.
    pub kind: Option<&'static str>,
    /// Its texture in the bar.
    pub swatch: Html,
    /// Figures in other units that are of it.
    pub beside: Vec<FigureView>,
}

/// What is left of a whole.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct SplitRest {
    /// How much.
    pub text: String,
    /// Whether the source does not explain it.
    pub is_unexplained: bool,
    /// Its texture in the bar.
    pub swatch: Html,
}
