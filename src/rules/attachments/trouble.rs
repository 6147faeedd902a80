//! Why a file of an accepted kind may not be published all the same.

use crate::diagnostic::Message;
use crate::say;
use crate::source::archive::Unreadable;
use crate::source::xml::NotWellFormed;

/// What is wrong with the content of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// Something in it runs, or loads something from elsewhere: what, and how to fix it.
    Acts(Message, Message),
    /// It cannot be read: why, and how to fix it.
    Unreadable(Message, Message),
}

impl From<Unreadable> for Trouble {
    fn from(why: Unreadable) -> Trouble {
        match why {
            Unreadable::Damaged => {
                Trouble::damaged(say!("里面的压缩包不完整或已损坏", "the archive in it is cut off or damaged"))
            }
            Unreadable::Locked => Trouble::locked(),
            Unreadable::TooLarge => Trouble::too_large(),
        }
    }
}

impl From<NotWellFormed> for Trouble {
    fn from(NotWellFormed: NotWellFormed) -> Trouble {
        Trouble::damaged(say!("里面的 XML 有错", "the XML in it is wrong"))
    }
}

impl Trouble {
    /// Returns the trouble with a file that is cut off or broken at this point.
    pub(super) fn damaged(what: Message) -> Trouble {
        let Message { zh, en } = what;
        Trouble::Unreadable(
            say!("附件打不开：{zh}", "the attachment cannot be opened: {en}"),
            say!(
                "请在自己的电脑上打开看看，再从原稿重新保存或复制一份",
                "try to open it yourself, then save or copy it again from its original"
            ),
        )
    }

    /// Returns the trouble with a file that only opens with a password.
    pub(super) fn locked() -> Trouble {
        Trouble::Unreadable(
            say!("附件加了密码，读者打不开", "the attachment has a password, so readers cannot open it"),
            say!(
                "请用密码打开，去掉密码（Word、WPS：“文件”“保护文档”“用密码进行加密”，清空密码），再保存",
                "open it with the password, remove the password (File, Info, Protect, Encrypt with Password, clear it), and save"
            ),
        )
    }

    /// Returns the trouble with a file that unpacks to more than is looked at.
    pub(super) fn too_large() -> Trouble {
        Trouble::Unreadable(
            say!(
                "附件解压后大得不正常，没有继续检查",
                "the attachment unpacks to more than any document should, so it was not looked at further"
            ),
            say!("请另存为 PDF，或拆成几份", "save it as PDF, or as several documents"),
        )
    }

    /// Returns the trouble with an office document that holds what runs or loads.
    pub(super) fn in_document(what: Message) -> Trouble {
        let Message { zh, en } = what;
        Trouble::Acts(
            say!("附件里有{zh}", "there is {en} in this attachment"),
            say!(
                "请另存为不带宏的格式（.docx、.xlsx、.pptx）并去掉这些内容，或者导出为 PDF",
                "save it in a format without macros (.docx, .xlsx, .pptx) and without these, or export it as PDF"
            ),
        )
    }

    /// Returns the trouble with a PDF that holds what runs, or a file that does.
    pub(super) fn in_pdf(what: Message) -> Trouble {
        let Message { zh, en } = what;
        Trouble::Acts(
            say!("附件里有{zh}", "there is {en} in this attachment"),
            say!(
                "请从原稿重新导出 PDF，或者打开后用“打印”另存一份 PDF；夹带的文件请单独放进来",
                "export the PDF again, or open it and print it to a PDF; give a file that is packed in it as one of its own"
            ),
        )
    }

    /// Returns the trouble with a PDF that is encrypted: it asks for a password or forbids copying.
    pub(super) fn locked_pdf() -> Trouble {
        Trouble::Unreadable(
            say!(
                "PDF 加了密码，或者限制了复制、打印",
                "the PDF has a password, or forbids readers to copy or print it"
            ),
            say!(
                "请去掉“安全性”设置再导出一次，或者打开后用“打印”另存一份 PDF",
                "export it again without security settings, or open it and print it to a PDF"
            ),
        )
    }

    /// Returns the trouble with a drawing or data that hold what runs or loads.
    pub(super) fn in_markup(what: Message) -> Trouble {
        let Message { zh, en } = what;
        Trouble::Acts(
            say!("附件里有{zh}", "there is {en} in this attachment"),
            say!("请删去，或者导出为 PNG 图片、PDF", "remove it, or export the file as a PNG picture or a PDF"),
        )
    }
}
