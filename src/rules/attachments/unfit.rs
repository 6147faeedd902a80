//! Files that are not what they may be, or not what their names say.

use super::kind::{self, FileKind, Standing};
use super::trouble::Trouble;
use super::{ACTIVE_FILE, ATTACHMENT_KIND, troubled};
use crate::diagnostic::{Diagnostic, Message, Place};
use crate::rules::Words;
use crate::say;
use crate::value::RelPath;

/// Returns the diagnostic if this is no kind to publish, or not what its name says.
pub(super) fn unfit(path: &RelPath, ending: &str, kind: FileKind) -> Option<Diagnostic> {
    let promised = FileKind::of_ending(ending);
    let is_active = [Some(kind), promised].iter().flatten().any(|kind| kind.standing() == Standing::Active);
    if kind == FileKind::LockedOffice {
        return Some(troubled(path, Trouble::locked()));
    }
    let is_fit = kind.standing() == Standing::Accepted && promised == Some(kind);
    if is_fit {
        return None;
    }
    let rule = if is_active { &ACTIVE_FILE } else { &ATTACHMENT_KIND };
    let message = says_and_is(ending, promised.filter(|promised| *promised != kind), kind);
    Some(Diagnostic::of(rule, Place::File(path.clone()), message).help(what_instead(path, promised, kind)))
}

/// Returns what the name says, and what the file is.
fn says_and_is(ending: &str, promised: Option<FileKind>, kind: FileKind) -> Message {
    let Words(zh, en) = kind.name();
    if let Some(Words(says, says_en)) = promised.map(FileKind::name) {
        return say!(
            "文件名以 .{ending} 结尾，应是“{says}”，内容却像“{zh}”",
            "by its ending .{ending} this is {says_en}, but its content looks like {en}"
        );
    }
    match (kind.standing(), ending) {
        (Standing::Accepted, "") => {
            say!("文件名没有结尾；内容像“{zh}”", "the name has no ending; the content looks like {en}")
        }
        (Standing::Accepted, _) => say!(
            "文件名的结尾 .{ending} 不在可以公布的种类之中；内容像“{zh}”",
            "files ending in .{ending} are not among those that can be published; the content looks like {en}"
        ),
        _ => say!("附件像“{zh}”，不能公布", "this attachment looks like {en}, which cannot be published"),
    }
}

fn what_instead(path: &RelPath, promised: Option<FileKind>, kind: FileKind) -> Message {
    let (list, list_en) = kind::accepted();
    let stem = path.name().rsplit_once('.').map_or(path.name(), |(stem, _)| stem);
    match (kind.standing(), kind.endings().first()) {
        (Standing::Accepted, Some(usual)) if promised.is_none_or(|kind| kind.standing() != Standing::Active) => say!(
            "内容没错的话，请改名为 {stem}.{usual}，链接也跟着改；否则请换上正确的文件",
            "if the content is right, rename it to {stem}.{usual} and change the links; otherwise put the right file here"
        ),
        _ => match kind {
            FileKind::OldOffice | FileKind::Template | FileKind::Rtf => say!(
                "请打开后另存为 .docx、.xlsx、.pptx 或 PDF；可以公布的有 {list}",
                "open it and save it as .docx, .xlsx, .pptx or PDF; what can be published is {list_en}"
            ),
            FileKind::Archive => say!(
                "请解压，把里面的文件逐个放进来；可以公布的有 {list}",
                "unpack it and put its files here one by one; what can be published is {list_en}"
            ),
            FileKind::Utf16 => say!(
                "请用记事本打开，选“文件”“另存为”，编码选 UTF-8，再保存",
                "open it in Notepad, choose File, Save as, and the encoding UTF-8"
            ),
            _ => say!(
                "请换成 PDF、图片、表格等；可以公布的有 {list}",
                "give a PDF, a picture or a table instead; what can be published is {list_en}"
            ),
        },
    }
}
