//! The policy of every page: what its browser may load, run and ask. Nothing but the site itself, and the hosts that the notice declares.

use std::fmt;

use crate::notice::Notice;
use crate::value::ExternalUse;

/// The policy of a notice that asks no other host.
const STRICT: [(&str, &str); 10] = [
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self'"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'self'"),
    ("require-trusted-types-for", "'script'"),
    ("trusted-types", "'none'"),
];

/// What a page must say itself; for all else `default-src` stands.
const REQUIRED: [&str; 6] =
    ["default-src", "script-src", "style-src", "base-uri", "form-action", "require-trusted-types-for"];

/// What falls away where a script of another host writes markup.
const WITHOUT_MARKUP: [&str; 2] = ["require-trusted-types-for", "trusted-types"];

/// What pages may load, run and ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy(Vec<(&'static str, Vec<String>)>);

impl Policy {
    /// The policy of a notice.
    pub fn of(notice: &Notice) -> Policy {
        let external = &notice.record.external;
        let writes_markup = external.iter().any(|entry| entry.uses.contains(&ExternalUse::Markup));
        let stands = |name: &str| !(writes_markup && WITHOUT_MARKUP.contains(&name));
        let sources = |name: &str, own: &str| {
            let asked = external.iter().filter(|entry| entry.uses.iter().any(|used| used.directive() == Some(name)));
            let mut sources = vec![own.to_owned()];
            for source in asked.map(|entry| format!("https://{}", entry.host)) {
                if !sources.contains(&source) {
                    sources.push(source);
                }
            }
            sources
        };
        let directives = STRICT.iter().filter(|(name, _)| stands(name));
        Policy(directives.map(|(name, own)| (*name, sources(name, own))).collect())
    }

    /// Whether a policy lets nothing through that this one does not, and lets those hosts through that the notice declares.
    pub fn admits(&self, written: &str) -> bool {
        let read: Vec<(&str, Vec<&str>)> = written.split(';').filter_map(directive).collect();
        let of = |name: &str| read.iter().find(|(directive, _)| *directive == name).map(|(_, sources)| sources);
        let is_said = |name: &&str| !self.0.iter().any(|(known, _)| known == name) || of(name).is_some();
        let is_narrow = |(name, sources): &(&str, Vec<&str>)| {
            let own = self.0.iter().find(|(known, _)| known == name).map_or(&[][..], |(_, own)| own);
            sources.iter().all(|source| *source == "'none'" || own.iter().any(|own| own == source))
        };
        let lets_in = |(name, own): &(&str, Vec<String>)| {
            own[1..].iter().all(|host| of(name).is_some_and(|sources| sources.contains(&host.as_str())))
        };
        REQUIRED.iter().all(is_said) && read.iter().all(is_narrow) && self.0.iter().all(lets_in)
    }
}

fn directive(text: &str) -> Option<(&str, Vec<&str>)> {
    let mut words = text.split_ascii_whitespace();
    Some((words.next()?, words.collect()))
}

impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let directives: Vec<String> =
            self.0.iter().map(|(name, sources)| format!("{name} {}", sources.join(" "))).collect();
        f.write_str(&directives.join("; "))
    }
}
