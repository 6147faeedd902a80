//! How the parts of a whole look, each by a texture.

/// How a part of a whole is drawn: by a texture, so that it is told from others without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::site) enum PartLook {
    /// Full: nothing is missing of it.
    Settled,
    /// Half full: it is still being handled.
    Pending,
    /// Hatched: it is before the courts.
    InCourt,
    /// Struck through: it was written off.
    WrittenOff,
    /// Upright lines: anything else.
    Other,
    /// A tint: nothing is said of what became of it.
    Plain,
    /// A broken box: what is left.
    Rest,
}

impl PartLook {
    /// Returns the class that says so.
    pub(in crate::site) fn class(self) -> &'static str {
        match self {
            PartLook::Settled => "is-settled",
            PartLook::Pending => "is-pending",
            PartLook::InCourt => "is-in-court",
            PartLook::WrittenOff => "is-written-off",
            PartLook::Other => "is-other",
            PartLook::Plain => "is-plain",
            PartLook::Rest => "is-rest",
        }
    }

    /// Returns what lies over its box.
    pub(super) fn texture(self) -> &'static str {
        match self {
            PartLook::Settled => "<rect class=\"split-fill\" width=\"100%\" height=\"100%\"/>",
            PartLook::Pending => "<rect class=\"split-fill\" y=\"55%\" width=\"100%\" height=\"45%\"/>",
            PartLook::InCourt => {
                "<line class=\"split-lines\" x1=\"-60\" x2=\"4000\" y1=\"50%\" y2=\"50%\" transform=\"skewX(-35)\"/>"
            }
            PartLook::WrittenOff => "<rect class=\"split-fill\" y=\"42%\" width=\"100%\" height=\"16%\"/>",
            PartLook::Other => "<line class=\"split-lines\" x1=\"0\" x2=\"4000\" y1=\"50%\" y2=\"50%\"/>",
            PartLook::Plain | PartLook::Rest => "",
        }
    }
}
