//! Attachments: documents, tables and pictures that are what their names say, that run nothing and load nothing in a
//! reader's browser or on a reader's computer, and that a text links to.
//!
//! What a file is decides its content (`content`), by kinds (`kind`): office documents are archives
//! ([`crate::source::archive`]) whose parts say what they are (`package`, `ofd`), what a PDF does stands in its objects
//! (`pdf`), drawings and data are markup (`markup`, `style`) that a parser reads ([`crate::source::xml`]). `trouble` is
//! what may be wrong with any of them.

mod content;
mod kind;
mod linked;
mod markup;
mod ofd;
mod package;
mod pdf;
mod style;
mod trouble;
mod unfit;
#[cfg(test)]
mod tests;

use super::example::Example::{Shown, Told};
use super::example::ExampleChange::{Added, File};
use super::example::THIRD_ZH;
use super::{Check, Rule, RuleGroup, Words};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::say;
use crate::value::RelPath;
use content::FileContent;
use kind::Standing;
use trouble::Trouble;
use unfit::unfit;

pub(super) static ACTIVE_FILE: Rule = Rule {
    id: "active-file",
    group: RuleGroup::Shape,
    severity: Severity::Error,
    demand: Words(
        "附件是文档、表格和图片，不是网页和程序，也不带脚本、宏和从别处加载的内容。",
        "Attachments are documents, tables and pictures: no web pages, no programs, nothing with scripts or macros or that loads something.",
    ),
    why: Words(
        "网页和程序会在读者的电脑上运行，出了事由发布单位负责；旧网页里也可能藏着没有检查过的内容。",
        "They run on the reader's computer, and the office answers for what they do; nobody has looked at what they contain.",
    ),
    example: Shown(&[File("content/files/form.html", "<script>alert(1)</script>\n", "")]),
    check: Check::File(look),
};

pub(super) static ATTACHMENT_KIND: Rule = Rule {
    id: "attachment-kind",
    group: RuleGroup::Shape,
    severity: Severity::Error,
    demand: Words(
        "附件是 PDF、OFD、Word、Excel、PowerPoint、OpenDocument、文字、CSV 或图片，内容与文件名的结尾一致。",
        "Attachments are PDF, OFD, Word, Excel, PowerPoint, OpenDocument, text, CSV or pictures, and are what the endings of their names say.",
    ),
    why: Words(
        "别的格式读者的电脑不一定打得开；名字与内容不符的文件点开就报错，也没有人知道里面是什么。",
        "Not every reader can open other formats. A file that is not what its name says opens with an error, and nobody knows what is in it.",
    ),
    example: Shown(&[File("content/files/list.txt", "%PDF-1.7\n%%EOF\n", "Twelve enterprises\n")]),
    check: Check::With(&ACTIVE_FILE),
};

pub(super) static UNREADABLE_ATTACHMENT: Rule = Rule {
    id: "unreadable-attachment",
    group: RuleGroup::Shape,
    severity: Severity::Error,
    demand: Words(
        "附件不是空的，内容完整，不用密码就能打开。",
        "Attachments are not empty, are whole and open without a password.",
    ),
    why: Words(
        "打不开的附件等于没有公开，读者会认为单位有意不让看。",
        "An attachment that does not open discloses nothing, and readers will think that it was meant so.",
    ),
    example: Shown(&[
        Added(THIRD_ZH, "\n![岗位分布图](../files/plan.svg)\n", "\n![岗位分布图](../files/plan.svg)\n"),
        File(
            "content/files/plan.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h9v9z\"/>\n",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h9v9z\"/></svg>\n",
        ),
    ]),
    check: Check::With(&ACTIVE_FILE),
};

pub(super) static ATTACHMENT_ENCODING: Rule = Rule {
    id: "attachment-encoding",
    group: RuleGroup::Shape,
    severity: Severity::Warning,
    demand: Words("文字附件（.txt）用 UTF-8 编码保存。", "Attachments in plain text (.txt) are saved as UTF-8."),
    why: Words(
        "浏览器按 UTF-8 显示文字；ANSI（GBK）编码的附件点开是乱码。",
        "Browsers show text as UTF-8; in another encoding the reader sees gibberish.",
    ),
    example: Told(Words(
        "这条规则管的是文件怎样保存，没有示例。请用记事本打开附件，选“文件”“另存为”，在“编码”一栏选 UTF-8，再保存。",
        "This is about how a file is saved, so there is no example. Open the attachment in Notepad, choose File and Save as, set Encoding to \
         UTF-8, and save.",
    )),
    check: Check::With(&ACTIVE_FILE),
};

pub(super) static UNLINKED_FILE: Rule = Rule {
    id: "unlinked-file",
    group: RuleGroup::Links,
    severity: Severity::Error,
    demand: Words(
        "content/files/ 里的每个文件都有正文链接到它。",
        "Every file of content/files/ is linked to from a text.",
    ),
    why: Words(
        "放进这个文件夹的都会上网，没有链接也能被人找到；草稿、底稿就是这样泄露的。",
        "Whatever is in this folder is published and can be found without a link. That is how drafts and working papers get out.",
    ),
    example: Shown(&[
        File("content/files/名单.txt", "第一批：十二家企业\n", "第一批：十二家企业\n"),
        Added(THIRD_ZH, "", "\n[名单](../files/名单.txt)\n"),
    ]),
    check: Check::Complete(linked::check),
};

/// Returns what is wrong with an attachment.
fn look(path: &RelPath, bytes: &[u8]) -> Vec<Diagnostic> {
    let is_empty = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).iter().all(u8::is_ascii_whitespace);
    if is_empty {
        return vec![empty(path)];
    }
    let ending = path.name().rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase());
    let FileContent { kind, trouble, is_gb18030 } = content::look(bytes);
    let mut found: Vec<Diagnostic> = unfit(path, &ending, kind).into_iter().collect();
    // Of a file that is something else altogether it does not matter whether it is whole.
    let is_other = !found.is_empty() && kind.standing() == Standing::Accepted;
    let trouble = trouble.filter(|trouble| !is_other || matches!(trouble, Trouble::Acts(..)));
    found.extend(trouble.map(|trouble| troubled(path, trouble)));
    if found.is_empty() && is_gb18030 && ending == "txt" {
        found.push(gibberish(path));
    }
    found
}

fn troubled(path: &RelPath, trouble: Trouble) -> Diagnostic {
    let (rule, message, help) = match trouble {
        Trouble::Acts(message, help) => (&ACTIVE_FILE, message, help),
        Trouble::Unreadable(message, help) => (&UNREADABLE_ATTACHMENT, message, help),
    };
    Diagnostic::of(rule, Place::File(path.clone()), message).help(help)
}

fn empty(path: &RelPath) -> Diagnostic {
    let message = say!("附件是空的", "this attachment is empty");
    Diagnostic::of(&UNREADABLE_ATTACHMENT, Place::File(path.clone()), message)
        .help(say!("请从原稿重新复制一份，或者删去", "copy it again from its original, or remove it"))
}

fn gibberish(path: &RelPath) -> Diagnostic {
    let message = say!(
        "文字附件像是 ANSI（GB18030）编码，读者点开是乱码",
        "this text looks like GB18030 (ANSI), which browsers show as gibberish"
    );
    Diagnostic::of(&ATTACHMENT_ENCODING, Place::File(path.clone()), message).help(say!(
        "请用记事本打开，选“文件”“另存为”，编码选 UTF-8；或运行 iconv -f GB18030 -t UTF-8 {path}",
        "open it in Notepad, choose File, Save as, and the encoding UTF-8; or run `iconv -f GB18030 -t UTF-8 {path}`"
    ))
}
