//! An equation, which stands in several lines, as one line: ½ as 1/2, ten to the fourth as 10⁴.

use crate::office::scripts::Script;

/// An equation while it is read.
#[derive(Debug, Default)]
pub(super) struct EquationDraft {
    /// Its elements that are open, the outermost first.
    open: Vec<EquationPart>,
    /// Whether it is more than letters in a row.
    pub(super) is_built: bool,
    /// Whether something in it cannot be written in one line here.
    pub(super) is_unknown: bool,
    /// All its letters, in order.
    pub(super) letters: Vec<String>,
}

/// An element of an equation.
#[derive(Debug, Default)]
struct EquationPart {
    name: String,
    text: String,
    /// What it is made of, each with its name: numerator, denominator.
    parts: Vec<(String, String)>,
    properties: Vec<(String, String)>,
}

/// Elements that are of others and mean nothing by themselves.
const ARGUMENTS: [&str; 8] = ["m:num", "m:den", "m:e", "m:sup", "m:sub", "m:deg", "m:fName", "m:lim"];

impl EquationDraft {
    /// Begins an element.
    pub(super) fn begin(&mut self, name: &str) {
        self.open.push(EquationPart { name: name.to_owned(), ..EquationPart::default() });
    }

    /// Notes a property of the innermost element.
    pub(super) fn note(&mut self, name: &str, value: &str) {
        self.open.iter_mut().last().into_iter().for_each(|part| {
            part.properties.push((name.to_owned(), value.to_owned()));
        });
    }

    /// Adds letters.
    pub(super) fn put(&mut self, text: &str) {
        self.letters.push(text.to_owned());
        self.open.iter_mut().last().into_iter().for_each(|part| part.text += text);
    }

    /// Ends the innermost element; returns the equation if it was the outermost.
    pub(super) fn end(&mut self) -> Option<String> {
        let part = self.open.pop()?;
        let is_argument = ARGUMENTS.contains(&&*part.name);
        let written = match part.written() {
            Some(written) => written,
            None => {
                self.is_unknown = true;
                String::new()
            }
        };
        let Some(around) = self.open.last_mut() else { return Some(written) };
        self.is_built |= is_argument;
        if is_argument {
            around.parts.push((part.name, written))
        } else {
            around.text += &written
        }
        None
    }
}

impl EquationPart {
    /// Returns it in one line; nothing if that is not known here.
    fn written(&self) -> Option<String> {
        let one = |name: &str| self.parts.iter().find(|(known, _)| known == name).map(|(_, text)| &**text);
        let is_bar = |value: &str| self.properties.iter().any(|(name, set)| name == "m:type" && set == value);
        match &*self.name {
            "m:f" if !is_bar("noBar") => Some(format!("{}/{}", whole(one("m:num")?), whole(one("m:den")?))),
            "m:sSup" => Some(scripted(&whole(one("m:e")?), Script::Raised, one("m:sup")?)),
            "m:sSub" => Some(scripted(&whole(one("m:e")?), Script::Lowered, one("m:sub")?)),
            "m:sSubSup" => {
                let lowered = scripted(&whole(one("m:e")?), Script::Lowered, one("m:sub")?);
                Some(scripted(&lowered, Script::Raised, one("m:sup")?))
            }
            "m:d" => Some(self.bracketed()),
            "m:oMath" => Some(self.text.clone()),
            argument if ARGUMENTS.contains(&argument) => Some(self.text.clone()),
            _ => None,
        }
    }

    fn bracketed(&self) -> String {
        let sign = |name: &str, usual: &'static str| {
            let set = self.properties.iter().find(|(known, _)| known == name);
            set.map_or(usual.to_owned(), |(_, value)| value.clone())
        };
        let inner: Vec<&str> = self.parts.iter().map(|(_, text)| &**text).collect();
        format!("{}{}{}", sign("m:begChr", "("), inner.join(&sign("m:sepChr", "|")), sign("m:endChr", ")"))
    }
}

/// A part of an equation that others hang on: in brackets, unless it is one number or name.
fn whole(text: &str) -> String {
    let is_bracketed = text.starts_with('(') && text.find(')') == Some(text.len() - 1);
    let is_one = is_bracketed || text.chars().all(|c| c.is_alphanumeric() || "..,%".contains(c));
    if is_one { text.to_owned() } else { format!("({text})") }
}

/// Text behind which another stands raised or lowered.
fn scripted(base: &str, script: Script, text: &str) -> String {
    let written = script.written(text, base);
    if written == text && !text.is_empty() {
        let sign = if script == Script::Raised { '^' } else { '_' };
        return format!("{base}{sign}{}", whole(text));
    }
    format!("{base}{written}")
}
