//! What kinds of files there are, which of them may be published, and by what endings their names say so.

use super::super::Words;

/// A kind of file, as its content shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileKind {
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

use FileKind::*;
use Standing::{Accepted, Active, Other};

/// A kind, what people call it, and the endings that say so. The first ending is the usual one.
struct FileKindRow(FileKind, Standing, Words, &'static [&'static str]);

#[rustfmt::skip]
static KINDS: [FileKindRow; 27] = [
    FileKindRow(Pdf, Accepted, Words("PDF 文件", "a PDF"), &["pdf"]),
    FileKindRow(Word, Accepted, Words("Word 文档", "a Word document"), &["docx"]),
    FileKindRow(Sheet, Accepted, Words("Excel 表格", "an Excel workbook"), &["xlsx"]),
    FileKindRow(Slides, Accepted, Words("PowerPoint 演示文稿", "a PowerPoint presentation"), &["pptx"]),
    FileKindRow(OpenText, Accepted, Words("OpenDocument 文档", "an OpenDocument text"), &["odt"]),
    FileKindRow(OpenSheet, Accepted, Words("OpenDocument 表格", "an OpenDocument spreadsheet"), &["ods"]),
    FileKindRow(OpenSlides, Accepted, Words("OpenDocument 演示文稿", "an OpenDocument presentation"), &["odp"]),
    FileKindRow(Ofd, Accepted, Words("OFD 文件", "an OFD document"), &["ofd"]),
    FileKindRow(Text, Accepted, Words("纯文字", "plain text"), &["txt", "csv"]),
    FileKindRow(Png, Accepted, Words("PNG 图片", "a PNG picture"), &["png"]),
    FileKindRow(Jpeg, Accepted, Words("JPEG 图片", "a JPEG picture"), &["jpg", "jpeg"]),
    FileKindRow(Webp, Accepted, Words("WebP 图片", "a WebP picture"), &["webp"]),
    FileKindRow(Gif, Accepted, Words("GIF 图片", "a GIF picture"), &["gif"]),
    FileKindRow(Svg, Accepted, Words("SVG 图形", "an SVG drawing"), &["svg"]),
    FileKindRow(Xml, Accepted, Words("XML 数据", "XML data"), &["xml"]),
    FileKindRow(Page, Active, Words("网页", "a web page"), &["html", "htm", "xhtml", "xht", "shtml", "mhtml", "mht", "js", "mjs", "css", "php", "jsp", "asp", "aspx", "svgz"]),
    FileKindRow(Program, Active, Words("程序或脚本", "a program or a script"), &["exe", "com", "bat", "cmd", "msi", "scr", "ps1", "vbs", "vbe", "wsf", "hta", "jar", "apk", "sh", "py", "dll", "lnk", "url", "reg", "swf", "wasm"]),
    FileKindRow(Macros, Active, Words("带宏的 Office 文件", "an Office document with macros"), &["docm", "xlsm", "pptm", "dotm", "xltm", "potm", "ppsm", "xlsb", "xlam"]),
    FileKindRow(Template, Other, Words("Office 模板或放映文件", "an Office template or slide show"), &["dotx", "xltx", "potx", "ppsx", "ott", "ots", "otp"]),
    FileKindRow(OldOffice, Other, Words("旧格式的 Office 或 WPS 文件", "an Office or WPS file of the old format"), &["doc", "xls", "ppt", "wps", "et", "dps"]),
    FileKindRow(LockedOffice, Other, Words("加了密码的 Office 文件", "an Office document with a password"), &[]),
    FileKindRow(Rtf, Other, Words("RTF 文件", "an RTF document"), &["rtf"]),
    FileKindRow(Archive, Other, Words("压缩包", "an archive"), &["zip", "rar", "7z", "gz", "tgz", "tar", "bz2", "xz"]),
    FileKindRow(Sound, Other, Words("音频或视频", "sound or video"), &["mp3", "mp4", "mov", "avi", "wmv", "wav", "m4a", "webm", "mkv", "flv", "ogg"]),
    FileKindRow(OtherPicture, Other, Words("网页不显示的图片", "a picture that pages do not show"), &["bmp", "tif", "tiff", "heic", "psd", "ico", "wmf", "emf"]),
    FileKindRow(Utf16, Other, Words("UTF-16（Unicode）编码的文字", "text in UTF-16, which Windows calls Unicode"), &[]),
    FileKindRow(Unknown, Other, Words("无法辨认的内容", "something unknown"), &[]),
];

impl FileKind {
    fn row(self) -> &'static FileKindRow {
        let row = KINDS.iter().find(|row| row.0 == self);
        row.unwrap_or(&KINDS[KINDS.len() - 1])
    }

    /// Returns its standing: whether it may be published.
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
    pub(super) fn of_ending(ending: &str) -> Option<FileKind> {
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
                assert_eq!(FileKind::of_ending(ending), Some(row.0), "{ending}");
            }
        }
        assert_eq!((FileKind::of_ending("odt"), FileKind::of_ending("md")), (Some(OpenText), None));
    }
}
