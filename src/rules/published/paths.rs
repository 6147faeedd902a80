//! Where things stand in the data, and what is looked at how. Whatever has no entry here is compared as it stands, so that
//! a new field of the data is not silent.

/// What other files of this room compare with more care than as it stands.
pub(super) const WITH_CARE: &[&str] = &[
    "figures[].id",
    "figures[].value",
    "figures[].unit",
    "figures[].approx",
    "parts[].text",
    "pages[].text",
    "values",
    "issues[].id",
    "issues[].number",
    "issues[].label",
    "issues[].title",
    "issues[].statement",
    "issues[].status",
    "issues[].due",
    "issues[].original_due",
    "issues[].completed_on",
    "issues[].verified_on",
    "issues[].answer",
    "issues[].answer_text",
    "issues[].response",
    "issues[].next_steps",
    "issues[].fields",
    "issues[].measures[].text",
    "issues[].measures[].status",
    "issues[].measures[].due",
    "issues[].measures[].completed_on",
    "issues[].measures[].fields",
    "issues[].items[].title",
    "issues[].items[].statement",
    "issues[].items[].status",
    "issues[].items[].due",
    "issues[].items[].completed_on",
    "issues[].items[].response",
];

/// What may be another one without a word, and why.
pub(super) const WITHOUT_A_WORD: &[(&str, &str)] = &[
    ("version", "It is the form of the data, not what they say."),
    ("title", "It is a name."),
    ("issuer", "It is a name."),
    ("issuers", "They are names."),
    ("inspections[].kind", "It is a name."),
    ("inspections[].body", "It is a name."),
    ("inspections[].subject", "It is a name."),
    ("metadata.document_number", "It is a name."),
    ("metadata.edition", "It is a name."),
    ("metadata.meeting", "It is a name."),
    ("metadata.speaker", "It is a name."),
    ("metadata.addressed_to", "It is a name."),
    ("metadata.disclosure", "It is about the notice, not about what was done."),
    ("metadata.previous_title", "It is of another notice."),
    ("metadata.previous_url", "It is an address."),
    ("metadata.previous_as_of", "It is of another notice."),
    ("metadata.original_url", "It is an address."),
    ("issued_on", "Every edition has its own, and shows it."),
    ("as_of", "Every edition has its own, and shows it."),
    ("statuses_as_of", "It follows from the day of the edition."),
    ("disclaimer", "It is about the site."),
    ("method", "It is about the site."),
    ("licence", "It is about the site."),
    ("statuses[].id", "Pages do not show it."),
    ("statistics", "They follow from the issues."),
    ("responses", "They follow from the issues."),
    ("figures[].text", "It follows from the value."),
    ("figures[].parts", "They follow from the figures."),
    ("notes[]", "They tell readers of figures themselves."),
    ("groups[].id", "Pages do not show it."),
    ("groups[].persons[].name", "It goes when its time of publicity is over."),
    ("groups[].persons[].places", "It is where a person worked, no figure."),
    ("parts[].id", "Pages do not show it."),
    ("parts[].title", "It is a name."),
    ("pages[].id", "Pages do not show it."),
    ("pages[].title", "It is a name."),
    ("external", "It is about the site."),
    ("sections", "Titles are names, and counts follow from the issues."),
    ("units", "They are names."),
    ("places", "They are names, and where they stand on a map."),
    ("fields[].id", "Pages do not show it."),
    ("issues[].labels", "They are the label, which is compared, in each language."),
    ("issues[].section", "It is where an issue stands."),
    ("issues[].topic", "It is where an issue stands."),
    ("issues[].status_as_of", "It follows from the day of the edition."),
    ("issues[].due_last_day", "It follows from the deadline."),
    ("issues[].days_overdue", "It follows from the deadline and the day."),
    ("issues[].as_of", "It is the day of the edition."),
    ("issues[].verified_by", "Bodies are no figures, and are reorganised."),
    ("issues[].lead", "Bodies are no figures, and are reorganised."),
    ("issues[].responsible", "Bodies are no figures, and are reorganised."),
    ("issues[].places", "It is where something was, no figure."),
    ("issues[].documents", "They are names."),
    ("issues[].measures[].label", "It is a name."),
    ("issues[].measures[].labels", "It is a name."),
    ("issues[].measures[].lead", "Bodies are no figures, and are reorganised."),
    ("issues[].measures[].responsible", "Bodies are no figures, and are reorganised."),
    ("history[].note", "It is a word to readers itself."),
];

/// What an edition of another day states anew: compared only if the day stayed.
pub(super) const OF_THE_DAY: &[&str] = &["metadata", "accountability_as_of", "groups[].as_of", "figures[].as_of"];

/// What is named by other files of this room where it is gone as a whole.
pub(super) const GONE_WITH_CARE: &[&str] = &["figures[]", "issues[].items[]", "issues[].measures[]"];

/// Returns where the value of a key stands under something. What stands in several places is called alike.
pub(super) fn within(path: &str, key: &str) -> String {
    match key {
        "stated" | "accountability" if path.is_empty() => "figures".to_owned(),
        "figures" if path == "issues[]" => "figures".to_owned(),
        "groups" | "accountability_groups" => "groups".to_owned(),
        "notes" | "accountability_notes" => "notes".to_owned(),
        "history" | "corrections" | "statistics" => key.to_owned(),
        _ if path.is_empty() => key.to_owned(),
        _ => format!("{path}.{key}"),
    }
}

/// Returns whether a path is a place, or stands in it.
pub(super) fn is_in(path: &str, place: &str) -> bool {
    path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// Returns whether what stands at a path is compared as it stands.
pub(super) fn is_as_it_stands(path: &str) -> bool {
    let mut others = WITH_CARE.iter().chain(WITHOUT_A_WORD.iter().map(|(place, _)| place));
    !others.any(|place| is_in(path, place))
}
