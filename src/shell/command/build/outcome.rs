//! The messages at the end of `gongkai build`.

use std::path::{Display, Path};
use std::time::Duration;

use crate::compile::{Output, Site};
use crate::diagnostic::{Diagnostic, Message, Severity};
use crate::say;
use crate::shell::disk::Published;
use crate::value::RelPath;

/// Says where the site is, how large it is and how long that took.
pub(super) fn published(
    to: &Path,
    site: &Site,
    outputs: &[Output],
    published: &Published,
    found: &[Diagnostic],
    took: Duration,
) -> Message {
    let pages = outputs.iter().filter(|output| matches!(output, Output::Page(_))).count();
    let languages = site.edition.notice.languages.len();
    let Published { files, unchanged, .. } = published;
    let (to, size, seconds) = (shown(to), size(published.bytes), seconds(took));
    let warnings = found.iter().filter(|finding| finding.severity == Severity::Warning).count();
    let in_languages = if languages == 1 { "1 language".to_owned() } else { format!("{languages} languages") };
    let in_warnings = if warnings == 1 { "1 warning".to_owned() } else { format!("{warnings} warnings") };
    say!(
        "已发布到 {to}：{languages} 种语言共 {pages} 个页面，{files} 个文件（{unchanged} 个未变），{size}，用时 {seconds} 秒，{warnings} 个警告",
        "published to {to}: {pages} pages in {in_languages}, {files} files ({unchanged} unchanged), {size}, {seconds} s, {in_warnings}"
    )
}

/// Says that the published site is the newest already.
pub(super) fn nothing_changed(to: &Path, published: &Published, took: Duration) -> Message {
    let (to, files, size, seconds) = (shown(to), published.files, size(published.bytes), seconds(took));
    say!(
        "没有变化：{to} 里的网站正是由这些文件生成的，共 {files} 个文件，{size}，用时 {seconds} 秒",
        "nothing changed: the site in {to} was built from exactly these files; {files} files, {size}, {seconds} s"
    )
}

/// Says that there is no new site.
pub(super) fn not_published() -> Message {
    say!("没有发布；已发布的网站没有改动", "nothing was published; the published site is unchanged")
}

/// Says that pages had been edited by hand and were replaced.
pub(super) fn edited(to: &Path, paths: &[RelPath]) -> Message {
    const NAMED: usize = 3;
    let to = shown(to);
    let names: Vec<&str> = paths.iter().take(NAMED).map(RelPath::as_str).collect();
    let (zh, en, count) = (names.join("、"), names.join(", "), paths.len());
    let (more_zh, more_en) = if count > NAMED {
        (format!(" 等 {count} 个文件"), format!(" … ({count} files)"))
    } else {
        Default::default()
    };
    say!(
        "警告：{to} 里被人改过的文件已换成新生成的：{zh}{more_zh}\n要改网站，请改 content/ 里的记录和正文",
        "warning: files in {to} had been edited by hand and were replaced: {en}{more_en}\nto change the site, change the records and narratives in content/"
    )
}

/// Says that the new site is published, but not confirmed by the disk.
pub(super) fn unconfirmed(to: &Path) -> Message {
    let to = shown(to);
    say!(
        "警告：新网站已在 {to}，但磁盘没有确认写入；如果断电，可能恢复成旧网站\n请检查磁盘或网络盘的连接；重新开机后，请再运行一次 gongkai build",
        "warning: the new site is in {to}, but the disk has not confirmed it; after a power cut the old one may return\ncheck the disk or the network drive, and run `gongkai build` again after a restart"
    )
}

/// `public`, not `./public`.
fn shown(to: &Path) -> Display<'_> {
    to.strip_prefix(".").unwrap_or(to).display()
}

fn size(bytes: u64) -> String {
    let kilobytes = bytes.div_ceil(1024);
    if kilobytes < 1024 {
        format!("{kilobytes} KB")
    } else {
        format!("{}.{} MB", kilobytes / 1024, kilobytes % 1024 * 10 / 1024)
    }
}

/// Seconds to the hundredth; from ten on, to the tenth.
fn seconds(took: Duration) -> String {
    let (whole, hundredths) = (took.as_secs(), took.subsec_millis() / 10);
    if whole < 10 { format!("{whole}.{hundredths:02}") } else { format!("{whole}.{}", hundredths / 10) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_times_are_short() {
        let sizes = [0, 1, 1024 * 1023, 1024 * 1024, 1024 * 1024 * 12 + 1024 * 1000].map(size);
        assert_eq!(sizes, ["0 KB", "1 KB", "1023 KB", "1.0 MB", "12.9 MB"]);
        let times = [0, 9, 87, 1_234, 9_999, 10_050, 61_999].map(Duration::from_millis).map(seconds);
        assert_eq!(times, ["0.00", "0.00", "0.08", "1.23", "9.99", "10.0", "61.9"]);
    }
}
