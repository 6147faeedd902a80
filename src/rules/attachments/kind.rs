//! What kinds of files there are, which of them may be published, and by what endings their names say so.

use super::super::Words;

/// A kind of file, as its content shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Pdf,
    Word,
    Sheet,
    Slides,
    OpenText,
    OpenSheet,
    OpenSlides,
    /// Text of any kind, tables in text among them.
    Text,
    Png,
    Jpeg,
    Webp,
    Gif,
    Svg,
    Xml,
    /// A web page.
    Page,
    Program,
    /// A document of an office with macros, by what it says of itself.
    Macros,
    /// A template, a show: documents of an office that are no documents to read.
    Template,
    /// What offices wrote before 2007; WPS writes the same under other endings.
    OldOffice,
    /// A document of an office that opens with a password.
    LockedOffice,
    Rtf,
    Ofd,
    Archive,
    Sound,
    OtherPicture,
    /// Text in UTF-16, which Windows calls Unicode.
    Utf16,
    Unknown,
}

/// Whether a kind of file may be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Accepted,
    /// It runs when it is opened.
    Active,
    Other,
}

use Kind::*;
use Standing::{Accepted, Active, Other};

/// A kind, what people call it, and the endings that say so. The first ending is the usual one.
struct Row(Kind, Standing, Words, &'static [&'static str]);

#[rustfmt::skip]
static KINDS: [Row; 27] = [
    Row(Pdf, Accepted, Words("PDF 文件", "a PDF"), &["pdf"]),
    Row(Word, Accepted, Words("Word 文档", "a Word document"), &["docx"]),
    Row(Sheet, Accepted, Words("Excel 表格", "an Excel workbook"), &["xlsx"]),
    Row(Slides, Accepted, Words("PowerPoint 演示文稿", "a PowerPoint presentation"), &["pptx"]),
    Row(OpenText, Accepted, Words("OpenDocument 文档", "an OpenDocument text"), &["odt"]),
    Row(OpenSheet, Accepted, Words("OpenDocument 表格", "an OpenDocument spreadsheet"), &["ods"]),
    Row(OpenSlides, Accepted, Words("OpenDocument 演示文稿", "an OpenDocument presentation"), &["odp"]),
    Row(Text, Accepted, Words("纯文字", "plain text"), &["txt", "csv"]),
    Row(Png, Accepted, Words("PNG 图片", "a PNG picture"), &["png"]),
    Row(Jpeg, Accepted, Words("JPEG 图片", "a JPEG picture"), &["jpg", "jpeg"]),
    Row(Webp, Accepted, Words("WebP 图片", "a WebP picture"), &["webp"]),
    Row(Gif, Accepted, Words("GIF 图片", "a GIF picture"), &["gif"]),
    Row(Svg, Accepted, Words("SVG 图形", "an SVG drawing"), &["svg"]),
    Row(Xml, Accepted, Words("XML 数据", "XML data"), &["xml"]),
    Row(Page, Active, Words("网页", "a web page"), &["html", "htm", "xhtml", "xht", "shtml", "mhtml", "mht", "js", "mjs", "css", "php", "jsp", "asp", "aspx", "svgz"]),
    Row(Program, Active, Words("程序或脚本", "a program or a script"), &["exe", "com", "bat", "cmd", "msi", "scr", "ps1", "vbs", "vbe", "wsf", "hta", "jar", "apk", "sh", "py", "dll", "lnk", "url", "reg", "swf", "wasm"]),
    Row(Macros, Active, Words("带宏的 Office 文件", "an Office document with macros"), &["docm", "xlsm", "pptm", "dotm", "xltm", "potm", "ppsm", "xlsb", "xlam"]),
    Row(Template, Other, Words("Office 模板或放映文件", "an Office template or show"), &["dotx", "xltx", "potx", "ppsx", "ott", "ots", "otp"]),
    Row(OldOffice, Other, Words("旧格式的 Office 或 WPS 文件", "an Office or WPS file of the old format"), &["doc", "xls", "ppt", "wps", "et", "dps"]),
    Row(LockedOffice, Other, Words("加了密码的 Office 文件", "an Office document with a password"), &[]),
    Row(Rtf, Other, Words("RTF 文件", "an RTF document"), &["rtf"]),
    Row(Ofd, Other, Words("OFD 文件", "an OFD document"), &["ofd"]),
    Row(Archive, Other, Words("压缩包", "an archive"), &["zip", "rar", "7z", "gz", "tgz", "tar", "bz2", "xz"]),
    Row(Sound, Other, Words("音频或视频", "sound or video"), &["mp3", "mp4", "mov", "avi", "wmv", "wav", "m4a", "webm", "mkv", "flv", "ogg"]),
    Row(OtherPicture, Other, Words("网页不显示的图片", "a picture that pages do not show"), &["bmp", "tif", "tiff", "heic", "psd", "ico", "wmf", "emf"]),
    Row(Utf16, Other, Words("UTF-16（Unicode）编码的文字", "text in UTF-16, which Windows calls Unicode"), &[]),
    Row(Unknown, Other, Words("无法辨认的内容", "something unknown"), &[]),
];

impl Kind {
    fn row(self) -> &'static Row {
        let row = KINDS.iter().find(|row| row.0 == self);
        row.unwrap_or(&KINDS[KINDS.len() - 1])
    }

    /// Returns whether it may be published.
    pub(super) fn standing(self) -> Standing {
        self.row().1
    }

    /// Returns what people call it.
    pub(super) fn name(self) -> Words {
        self.row().2
    }

    /// Returns the endings of its names, the usual one first.
    pub(super) fn endings(self) -> &'static [&'static str] {
        self.row().3
    }

    /// Returns the kind that an ending, in lower case, promises.
    pub(super) fn of_ending(ending: &str) -> Option<Kind> {
        KINDS.iter().find(|row| row.3.contains(&ending)).map(|row| row.0)
    }
}

/// Returns every kind that may be published, as a list for people.
pub(super) fn accepted() -> (String, String) {
    let rows = || KINDS.iter().filter(|row| row.1 == Accepted);
    let endings: Vec<&str> = rows().flat_map(|row| row.3).copied().collect();
    (endings.join("、"), endings.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_row_and_every_ending_one_kind() {
        for row in &KINDS {
            assert_eq!(row.0.row().0, row.0);
            for ending in row.3 {
                assert_eq!(Kind::of_ending(ending), Some(row.0), "{ending}");
            }
        }
        assert_eq!((Kind::of_ending("odt"), Kind::of_ending("md")), (Some(OpenText), None));
    }
}
