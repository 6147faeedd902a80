//! What a file is, by its name.

/// Types by the end of the name, in lower case; the first that fits counts.
pub(crate) const TYPES: &[(&str, &str)] = &[
    ("feed.xml", "application/atom+xml; charset=utf-8"),
    (".css", "text/css; charset=utf-8"),
    (".csv", "text/csv; charset=utf-8"),
    (".doc", "application/msword"),
    (".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (".gif", "image/gif"),
    (".html", "text/html; charset=utf-8"),
    (".ico", "image/x-icon"),
    (".jpeg", "image/jpeg"),
    (".jpg", "image/jpeg"),
    (".js", "text/javascript; charset=utf-8"),
    (".json", "application/json; charset=utf-8"),
    (".mp4", "video/mp4"),
    (".odp", "application/vnd.oasis.opendocument.presentation"),
    (".ods", "application/vnd.oasis.opendocument.spreadsheet"),
    (".odt", "application/vnd.oasis.opendocument.text"),
    (".ofd", "application/ofd"),
    (".pdf", "application/pdf"),
    (".png", "image/png"),
    (".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    (".svg", "image/svg+xml; charset=utf-8"),
    (".txt", "text/plain; charset=utf-8"),
    (".webp", "image/webp"),
    (".woff2", "font/woff2"),
    (".xls", "application/vnd.ms-excel"),
    (".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (".xml", "application/xml; charset=utf-8"),
    (".zip", "application/zip"),
];

/// Returns the content type of a file by this name.
pub(super) fn of(name: &str) -> &'static str {
    let name = name.to_ascii_lowercase();
    TYPES
        .iter()
        .find(|(end, _)| name.ends_with(end))
        .map_or("application/octet-stream", |(_, content_type)| content_type)
}
