//! Attachments of every kind, good and bad, made here byte by byte.

use miniz_oxide::deflate::compress_to_vec_zlib;

use super::look;
use crate::source::archive::sample::archive;
use crate::value::RelPath;

/// What an archive is made of: names and texts of parts.
type ArchiveParts<'a> = Vec<(&'a str, &'a str)>;

const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const OFFICE: &str = "application/vnd.openxmlformats-officedocument.";

/// The list of types of an office document: its main part, and further lines.
fn types(main: &str, more: &str) -> String {
    format!(
        "<?xml version='1.0'?><Types xmlns='{TYPES}'><Override PartName='/x.xml' ContentType='{main}'/>{more}</Types>"
    )
}

/// An office document of this type with further types and parts.
fn office(main: &str, more_types: &str, more: ArchiveParts<'_>) -> Vec<u8> {
    let types = types(main, more_types);
    let mut parts = vec![("[Content_Types].xml", &*types), ("word/document.xml", "<w/>")];
    parts.extend(more);
    archive(&parts, true, 0)
}

fn word(more_types: &str, more: ArchiveParts<'_>) -> Vec<u8> {
    office(&format!("{OFFICE}wordprocessingml.document.main+xml"), more_types, more)
}

fn relation(kind: &str, target: &str) -> String {
    format!(
        "<Relationships><Relationship Id='a' Type='http://x/{kind}' Target='{target}' TargetMode='External'/></Relationships>"
    )
}

const DRAWING: &str = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
const SCRIPT: &str = "urn:oasis:names:tc:opendocument:xmlns:script:1.0";

fn open_document(kind: &str, content: &str, more: ArchiveParts<'_>) -> Vec<u8> {
    let mimetype = format!("application/vnd.oasis.opendocument.{kind}");
    let content = format!(
        "<o:document xmlns:o='urn:o' xmlns:draw='{DRAWING}' xmlns:script='{SCRIPT}' xmlns:x='urn:x'>{content}</o:document>"
    );
    let mut parts = vec![("mimetype", &*mimetype), ("content.xml", &*content)];
    if !more.iter().any(|(name, _)| name.starts_with("META-INF")) {
        parts.push(("META-INF/manifest.xml", "<manifest/>"));
    }
    parts.extend(more);
    archive(&parts, true, 0)
}

fn old_office(stream: &str) -> Vec<u8> {
    let stream = stream.encode_utf16().flat_map(u16::to_le_bytes);
    b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0".iter().copied().chain(stream).collect()
}

fn png() -> Vec<u8> {
    [&b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"[..], &[0; 17], b"\0\0\0\0IEND\xAE\x42\x60\x82"].concat()
}

fn gb18030(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn webp() -> Vec<u8> {
    b"RIFF\x0c\0\0\0WEBPVP8 \0\0\0\0".to_vec()
}

const PDF: &[u8] = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<<>>\nendobj\n%%EOF\n";
const SVG: &[u8] =
    b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>\n";

/// A PDF with this in its first object.
fn pdf(object: &str) -> Vec<u8> {
    format!("%PDF-1.7\n1 0 obj\n{object}\nendobj\n%%EOF\n").into_bytes()
}

/// A PDF with one stream.
fn pdf_with_stream(keys: &str, content: &[u8]) -> Vec<u8> {
    let before = format!("%PDF-1.7\n1 0 obj\n<<{keys}/Length {}>>\nstream\n", content.len());
    [before.as_bytes(), content, b"\nendstream\nendobj\n%%EOF\n"].concat()
}

/// An OFD with this in its document.
fn ofd(document: &str, more: ArchiveParts<'_>) -> Vec<u8> {
    let document = format!("<ofd:Document xmlns:ofd='http://www.ofdspec.org/2016'>{document}</ofd:Document>");
    let mut parts =
        vec![("OFD.xml", "<ofd:OFD xmlns:ofd='http://www.ofdspec.org/2016'/>"), ("Doc_0/Document.xml", &*document)];
    parts.extend(more);
    archive(&parts, true, 0)
}

/// A part of a Word document with a field in two pieces.
fn field(first: &str, second: &str) -> String {
    format!(
        "<w:p xmlns:w='u'><w:fldChar w:fldCharType='begin'/><w:instrText xml:space='preserve'>{first}</w:instrText>\
         <w:instrText>{second}</w:instrText><w:fldChar w:fldCharType='end'/></w:p>"
    )
}

/// The same archive, as one that may be huge (ZIP64).
fn large(bytes: &[u8]) -> Vec<u8> {
    let end = bytes.len() - 22;
    let number =
        |at: usize, length: usize| bytes[at..at + length].iter().rev().fold(0u64, |sum, b| sum << 8 | u64::from(*b));
    let (count, size, start) = (number(end + 10, 2), number(end + 12, 4), number(end + 16, 4));
    let mut large = bytes[..end].to_vec();
    large.extend(b"PK\x06\x06");
    large.extend(44u64.to_le_bytes());
    large.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    for field in [count, count, size, start] {
        large.extend(field.to_le_bytes());
    }
    large.extend(b"PK\x06\x07\0\0\0\0");
    large.extend((end as u64).to_le_bytes());
    large.extend(1u32.to_le_bytes());
    large.extend(b"PK\x05\x06\0\0\0\0");
    large.extend([0xFF; 12]);
    large.extend([0; 2]);
    large
}

/// The rules that an attachment breaks, and the first message.
fn found(name: &str, bytes: &[u8]) -> (Vec<&'static str>, String) {
    let found = look(&RelPath::of(format!("content/files/{name}")), bytes);
    let messages = found.iter().map(|d| format!("{} {:?}", d.message.en, d.help.as_ref().map(|help| &help.en)));
    (found.iter().map(|d| d.rule).collect(), messages.collect())
}

#[test]
fn every_kind_that_may_be_published_is() {
    let link = relation("hyperlink", "https://other.example/");
    let template = relation("attachedTemplate", "file:///C:/Users/a/Normal.dotm");
    for (name, bytes) in [
        ("a.pdf", PDF.to_vec()),
        ("a.PDF", PDF.to_vec()),
        ("附件 1.docx", word("", vec![])),
        ("a.docx", word("", vec![("word/_rels/document.xml.rels", &link)])),
        ("a.docx", word("", vec![("word/_rels/settings.xml.rels", &template)])),
        ("a.docx", word("<Default Extension='bin' ContentType='application/vnd.ms-office.vbaProject'/>", vec![])),
        (
            "a.docx",
            word("", vec![("word/embeddings/Microsoft_Excel_Sheet.xlsx", "PK"), ("xl/printerSettings1.bin", "x")]),
        ),
        ("a.xlsx", office(&format!("{OFFICE}spreadsheetml.sheet.main+xml"), "", vec![])),
        ("a.pptx", office(&format!("{OFFICE}presentationml.presentation.main+xml"), "", vec![])),
        ("a.odt", open_document("text", "<x:p>公示</x:p>", vec![("Configurations2/x.xml", "")])),
        ("a.ods", open_document("spreadsheet", "", vec![])),
        ("a.odp", open_document("presentation", "<draw:a x:href='https://other.example'/>", vec![])),
        ("a.ofd", ofd("", vec![])),
        (
            "a.pdf",
            pdf(
                "<</Type/Catalog/OpenAction<</S/URI/URI(https://other.example)>>/Title(Launch \\(JavaScript\\) /JavaScript)>>",
            ),
        ),
        ("a.pdf", pdf_with_stream("/Filter/FlateDecode", &compress_to_vec_zlib(b"<</S/JavaScript>>", 6))),
        (
            "a.pdf",
            pdf_with_stream("/Type/ObjStm/Filter/FlateDecode", &compress_to_vec_zlib(b"1 0 <</Launch 5/S/GoTo>>", 6)),
        ),
        ("a.docx", large(&word("", vec![]))),
        ("a.docx", word("", vec![("word/document2.xml", &field(" PAGE ", ""))])),
        ("a.txt", "第一批：十二家企业\n".into()),
        ("a.txt", "\u{FEFF}MZ、BZh、PK 三个项目 <3 家\n".into()),
        ("a.csv", "名称,数量\r\n甲,1\r\n".into()),
        ("a.csv", gb18030("名称,数量\r\n甲,1\r\n")),
        ("a.txt", "<名单> 第一批".into()),
        ("a.txt", "<a\n第一批".into()),
        ("a.png", png()),
        ("a.jpg", b"\xFF\xD8\xFF\xE0xx\xFF\xD9".to_vec()),
        ("a.jpeg", b"\xFF\xD8\xFF\xE1xx\xFF\xD9\0\0more".to_vec()),
        ("a.webp", webp()),
        ("a.gif", b"GIF89a\x01\0\x01\0\0\0\0\x3B".to_vec()),
        ("a.svg", SVG.to_vec()),
        ("a.xml", "<?xml version='1.0'?><数据><项 编号='1'/></数据>".into()),
    ] {
        let (rules, messages) = found(name, &bytes);
        assert_eq!(rules, Vec::<&str>::new(), "{name}: {messages}");
    }
}

#[test]
fn names_and_contents_agree() {
    for (name, bytes, said) in [
        ("a.docx", PDF.to_vec(), "a Word document, but its content looks like a PDF"),
        ("a.pdf", "见附件".into(), "a PDF, but its content looks like plain text"),
        ("a.pdf", word("", vec![]), "looks like a Word document"),
        ("a.xlsx", word("", vec![]), "rename it to a.docx"),
        ("a.png", b"\xFF\xD8\xFF\xE0xx\xFF\xD9".to_vec(), "looks like a JPEG picture"),
        ("a.jpg", png(), "rename it to a.png"),
        ("a.txt", PDF.to_vec(), "plain text, but its content looks like a PDF"),
        ("a.csv", png(), "looks like a PNG picture"),
        ("a.xml", SVG.to_vec(), "XML data, but its content looks like an SVG drawing"),
        ("a.svg", "M0 0".into(), "an SVG drawing, but its content looks like plain text"),
        ("a.md", "# 名单".into(), "ending in .md"),
        ("a", "名单".into(), "no ending"),
        ("a.zip", word("", vec![]), "looks like a Word document"),
        ("a.docx", archive(&[("a.pdf", "x")], true, 0), "looks like an archive"),
        ("a.doc", word("", vec![]), "rename it to a.docx"),
        ("a.docx", "<?xml version='1.0'?><w/>".into(), "looks like XML data"),
        ("a.odt", open_document("spreadsheet", "", vec![]), "rename it to a.ods"),
    ] {
        let (rules, messages) = found(name, &bytes);
        assert_eq!(rules, ["attachment-kind"], "{name}: {messages}");
        assert!(messages.contains(said), "{name}: {messages}");
    }
}

#[test]
fn other_kinds_are_named() {
    for (name, bytes, said) in [
        ("a.doc", old_office("WordDocument"), "of the old format"),
        ("a.wps", old_office("WordDocument"), "save it as .docx"),
        ("a.docx", old_office("WordDocument"), "a Word document, but"),
        ("a.zip", archive(&[("a.pdf", "x")], false, 0), "unpack it"),
        ("a.rar", b"Rar!\x1A\x07\0".to_vec(), "looks like an archive"),
        ("a.7z", b"7z\xBC\xAF\x27\x1C\0".to_vec(), "looks like an archive"),
        ("a.mp4", b"\0\0\0\x20ftypisom".to_vec(), "sound or video"),
        ("a.rtf", b"{\\rtf1 x}".to_vec(), "an RTF document"),
        ("a.tif", b"II*\0\x08\0\0\0".to_vec(), "pages do not show"),
        ("a.dotx", office(&format!("{OFFICE}wordprocessingml.template.main+xml"), "", vec![]), "template"),
        ("a.docx", office("application/vnd.openxmlformats-officedocument.x", "", vec![]), "looks like an archive"),
        ("a.dat", b"\0\x01\x02\xFF\x80".to_vec(), "something unknown"),
        ("a.pdf", b"\0\x01\x02\xFF\x80".to_vec(), "a PDF, but its content looks like something unknown"),
        ("a.txt", utf16("\u{FEFF}第一批\r\n"), "Notepad"),
        ("a.csv", utf16("a,b\r\nc,d\r\n"), "UTF-16"),
        ("a.txt", b"abc\0def".to_vec(), "something unknown"),
    ] {
        let (rules, messages) = found(name, &bytes);
        assert_eq!(rules, ["attachment-kind"], "{name}: {messages}");
        assert!(messages.contains(said), "{name}: {messages}");
    }
}

#[test]
fn what_runs_or_loads_is_no_attachment() {
    const VBA: &str = "<Override PartName='/word/a.bin' ContentType='application/vnd.ms-office.vbaProject'/>";
    const OBJECT: &str =
        "<Default Extension='bin' ContentType='application/vnd.openxmlformats-officedocument.oleObject'/>";
    let template = relation("attachedTemplate", "https://other.example/x.dotm");
    let share = relation("image", "\\\\server\\x.png");
    for (name, bytes) in [
        ("a.html", b"<!DOCTYPE html><p>x".to_vec()),
        ("a.HTM", b"<p>".to_vec()),
        ("a.txt", b"<!-- x --><HTML><script>alert(1)</script>".to_vec()),
        ("a.pdf", b"<html></html>".to_vec()),
        ("a.js", b"alert(1)".to_vec()),
        ("a.bat", b"del *".to_vec()),
        ("a.exe", b"MZ\x90\0".to_vec()),
        ("a.pdf", b"MZ\x90\0".to_vec()),
        ("a.txt", b"#!/bin/sh\nrm x\n".to_vec()),
        ("a.lnk", b"L\0\0\0\x01\x14\x02\0".to_vec()),
        ("a.jar", archive(&[("META-INF/MANIFEST.MF", "")], false, 0)),
        ("a.docm", office("application/vnd.ms-word.document.macroEnabled.main+xml", "", vec![])),
        ("a.docx", word(VBA, vec![("word/a.bin", "x")])),
        ("a.docx", word("", vec![("word/vbaProject.bin", "x")])),
        ("a.docx", word("", vec![("word/activeX/activeX1.xml", "<x/>")])),
        ("a.docx", word(OBJECT, vec![("word/embeddings/oleObject1.bin", "x")])),
        ("a.docx", word("", vec![("word/_rels/settings.xml.rels", &template)])),
        ("a.docx", word("", vec![("word/_rels/document.xml.rels", &share)])),
        (
            "a.xlsx",
            office(&format!("{OFFICE}spreadsheetml.sheet.main+xml"), "", vec![("xl/macrosheets/sheet1.xml", "<x/>")]),
        ),
        ("a.odt", open_document("text", "", vec![("Basic/Standard/Module1.xml", "<x/>")])),
        ("a.ods", open_document("spreadsheet", "", vec![("Scripts/python/a.py", "x")])),
        ("a.odt", open_document("text", "<script:event-listener/>", vec![])),
        ("a.odp", open_document("presentation", "<draw:plugin x:href='x'/>", vec![])),
        ("a.odt", open_document("text", "<draw:image x:href='http://other.example/x.png'/>", vec![])),
        ("a.ofd", ofd("<ofd:Attachments><ofd:Attachment ID='1'/></ofd:Attachments>", vec![])),
        ("a.ofd", ofd("", vec![("Doc_0/Res/a.js", "x")])),
        ("a.pdf", pdf("<</S/JavaScript/JS(app.alert)>>")),
        ("a.pdf", pdf("<</S /J#61vaScript>>")),
        ("a.pdf", pdf("<</S/Launch/F(a.exe)>>")),
        ("a.pdf", pdf("<</Names<</EmbeddedFiles 5 0 R>>>>")),
        ("a.pdf", pdf("<</Type/EmbeddedFile>>")),
        ("a.pdf", pdf("<</AcroForm<</XFA 5 0 R>>>>")),
        ("a.pdf", pdf("(5 0 obj <</S/JavaScript>> endobj)")),
        ("a.pdf", pdf_with_stream("", b"5 0 obj <</S/JavaScript>> endobj")),
        ("a.pdf", pdf_with_stream("/Type/ObjStm", b"1 0 <</S/JavaScript>>")),
        ("a.pdf", pdf_with_stream("/Type/ObjStm/Filter/FlateDecode", &compress_to_vec_zlib(b"1 0 <</S/Launch>>", 6))),
        ("a.docx", word("", vec![("word/document2.xml", &field(" DDEAUTO c:\\\\x", ""))])),
        ("a.docx", word("", vec![("word/header1.xml", &field(" D", "DE x"))])),
        ("a.docx", word("", vec![("word/footer1.xml", "<w:x xmlns:w='u'><w:fldSimple w:instr=' dde x '/></w:x>")])),
        (
            "a.xlsx",
            office(
                &format!("{OFFICE}spreadsheetml.sheet.main+xml"),
                "",
                vec![("xl/externalLinks/externalLink1.xml", "<externalLink><ddeLink/></externalLink>")],
            ),
        ),
        ("a.svg", b"<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"><s:script>alert(1)</s:script></s:svg>".to_vec()),
        ("a.xml", b"<?xml-stylesheet href='a.xsl' type='text/xsl'?><a/>".to_vec()),
        ("a.xml", b"<a xmlns:h='http://www.w3.org/1999/xhtml'><h:img/></a>".to_vec()),
    ] {
        let (rules, messages) = found(name, &bytes);
        assert!(rules.contains(&"active-file"), "{name}: {rules:?} {messages}");
    }
}

#[test]
fn what_does_not_open_is_named() {
    let whole = word("", vec![]);
    let locked = archive(&[("word/document.xml", "x")], false, 1);
    let manifest = "<m><encryption-data/></m>";
    let twice = archive(&[("word/document.xml", "a"), ("Word/document.xml", "b")], false, 0);
    let outside = archive(&[("word/document.xml", "a"), ("../a", "b")], false, 0);
    let broken = word("<Override", vec![]);
    for (name, bytes) in [
        ("a.pdf", vec![]),
        ("a.txt", b"\xEF\xBB\xBF \r\n".to_vec()),
        ("a.docx", vec![]),
        ("a.pdf", PDF[..20].to_vec()),
        ("a.pdf", [b"x\n", PDF].concat()),
        ("a.docx", whole[..whole.len() - 30].to_vec()),
        ("a.docx", [&whole[..], b"more"].concat()),
        ("a.docx", locked),
        ("a.docx", old_office("EncryptedPackage")),
        ("a.xlsx", old_office("EncryptedPackage")),
        ("a.odt", open_document("text", "", vec![("META-INF/manifest.xml", manifest)])),
        ("a.odt", archive(&[("mimetype", "application/vnd.oasis.opendocument.text")], false, 0)),
        ("a.pdf", pdf("<</Root 1 0 R/Encrypt 5 0 R>>")),
        ("a.pdf", pdf_with_stream("/Type/ObjStm/Filter/FlateDecode", b"no zlib")),
        ("a.pdf", pdf_with_stream("/Type/ObjStm/Filter[/ASCII85Decode/FlateDecode]", b"x")),
        ("a.ofd", ofd("", vec![("Encryptions.xml", "<x/>")])),
        ("a.ofd", ofd("<broken", vec![])),
        ("a.docx", twice),
        ("a.docx", outside),
        ("a.docx", broken),
        ("a.png", png()[..20].to_vec()),
        ("a.png", [&png()[..], b"<script>"].concat()),
        ("a.jpg", b"\xFF\xD8\xFF\xE0xx".to_vec()),
        ("a.gif", b"GIF89a\x01\0\x01\0\0\0\0".to_vec()),
        ("a.webp", [&webp()[..], b"more"].concat()),
        ("a.svg", SVG[..90].to_vec()),
        ("a.svg", gb18030("<svg xmlns='http://www.w3.org/2000/svg'><title>分布图</title></svg>")),
        ("a.xml", b"<?xml version='1.0'?><a>".to_vec()),
    ] {
        let (rules, messages) = found(name, &bytes);
        assert_eq!(rules, ["unreadable-attachment"], "{name}: {messages}");
    }
}

/// What an archive says of its sizes is not believed, and nothing is unpacked without an end.
#[test]
fn archives_that_unpack_to_too_much_are_refused_at_once() {
    let part = "<a/>".repeat(1 << 20);
    let zeros = "\0".repeat(40 << 20);
    let large = word("", vec![("_rels/a.rels", &zeros), ("word/_rels/b.rels", &zeros)]);
    let mut lying = word("", vec![("word/_rels/a.rels", &part)]);
    let at = lying.windows(4).rposition(|w| w == b"PK\x01\x02").expect("an entry");
    lying[at + 24..at + 28].copy_from_slice(&u32::MAX.to_le_bytes());
    let mut short = word("", vec![("word/_rels/a.rels", &part)]);
    let at = short.windows(4).rposition(|w| w == b"PK\x01\x02").expect("an entry");
    short[at + 24..at + 28].copy_from_slice(&9u32.to_le_bytes());
    for bytes in [large, lying, short] {
        let (rules, messages) = found("a.docx", &bytes);
        assert_eq!(rules, ["unreadable-attachment"], "{messages}");
    }
}

#[test]
fn text_that_a_browser_would_show_as_gibberish_is_named() {
    assert_eq!(found("a.txt", &gb18030("第一批：十二家企业\r\n")).0, ["attachment-encoding"]);
}

/// Whatever the bytes, there is an answer.
#[test]
fn no_bytes_are_too_strange() {
    let whole = [word("", vec![]), open_document("text", "", vec![]), PDF.to_vec(), SVG.to_vec(), png(), webp()];
    for bytes in whole {
        for cut in 0..bytes.len() {
            found("a.docx", &bytes[..cut]);
            let mut changed = bytes.clone();
            changed[cut] ^= 0x55;
            found("a.svg", &changed);
        }
    }
}
