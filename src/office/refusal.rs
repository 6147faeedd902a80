//! Why a file is not read, and what to do.

pub(super) mod beginning;

use crate::diagnostic::Message;
use crate::say;
use crate::source::archive::Unreadable;

/// Why a file is not read, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong.
    pub message: Message,
    /// What to do.
    pub help: Message,
}

impl Refusal {
    /// Returns the refusal of a file of the old format.
    pub(super) fn old() -> Refusal {
        Refusal {
            message: say!(
                "这是旧格式的文件（.doc、.wps、.xls、.et），读不了",
                "this is a file of the old format (.doc, .wps, .xls, .et), which is not read"
            ),
            help: say!(
                "请用 Word、Excel 或 WPS 打开，选“文件”“另存为”，类型选 .docx 或 .xlsx，再导入新文件",
                "open it in Word, Excel or WPS, choose File, Save as, and the type .docx or .xlsx; then import the new file"
            ),
        }
    }

    /// Returns the refusal of a document that no reader here is for, and Word or Excel can save again.
    pub(super) fn save_as_office() -> Refusal {
        Refusal {
            message: say!(
                "这不是 .docx、.xlsx、.csv 或 .txt 文件，像是网页、RTF、XML 或 OpenDocument",
                "this is no .docx, .xlsx, .csv or .txt; it looks like a web page, RTF, XML or OpenDocument"
            ),
            help: say!(
                "请用 Word、Excel 或 WPS 打开，另存为 .docx 或 .xlsx，再导入新文件",
                "open it in Word, Excel or WPS, save it as .docx or .xlsx, and import the new file"
            ),
        }
    }

    /// Returns the refusal of a file that shows text and holds none.
    fn picture_of_text() -> Refusal {
        Refusal {
            message: say!("PDF 和图片读不了", "PDFs and pictures are not read"),
            help: say!(
                "请导入定稿的 Word 文件（.docx）或表格（.xlsx），不要用扫描件或 PDF",
                "import the Word file (.docx) or the workbook (.xlsx) that was approved, not a scan or a PDF of it"
            ),
        }
    }

    fn packed() -> Refusal {
        Refusal {
            message: say!("这是压缩包", "this is an archive"),
            help: say!("请解压，导入里面的 .docx 或 .xlsx", "unpack it and import the .docx or .xlsx in it"),
        }
    }

    fn empty() -> Refusal {
        Refusal {
            message: say!("文件是空的", "the file is empty"),
            help: say!("请从原稿重新复制一份，再导入", "copy it again from its original, and import that"),
        }
    }

    /// Returns the refusal of a document with a password.
    pub(super) fn locked() -> Refusal {
        Refusal {
            message: say!("文件加了密码，打不开", "the file has a password and does not open"),
            help: say!(
                "请用密码打开，去掉密码（“文件”“保护文档”“用密码进行加密”，清空密码），保存后再导入",
                "open it with the password, take the password away (File, Info, Protect, Encrypt with Password, clear it), save, and import it again"
            ),
        }
    }

    /// Returns the refusal of a file that is broken.
    pub(super) fn damaged(what: Message) -> Refusal {
        let Message { zh, en } = what;
        Refusal {
            message: say!("文件不完整或已损坏：{zh}", "the file is cut off or damaged: {en}"),
            help: say!(
                "请用 Word、Excel 或 WPS 打开看看；能打开就另存一份再导入，打不开请从原稿重新复制",
                "try to open it in Word, Excel or WPS; if it opens, save it again and import that, otherwise copy it again from its original"
            ),
        }
    }

    /// Returns the refusal of a text in no known encoding.
    pub(super) fn no_text() -> Refusal {
        Refusal {
            message: say!(
                "文件不是 .docx、.xlsx，也不是 UTF-8、GB18030 或 UTF-16 编码的文字",
                "the file is neither .docx nor .xlsx, nor text in UTF-8, GB18030 or UTF-16"
            ),
            help: say!(
                "请用原来的软件打开，另存为 .docx、.xlsx 或 UTF-8 编码的 .txt，再导入",
                "open it in the program that it is from, save it as .docx, .xlsx or .txt in UTF-8, and import that"
            ),
        }
    }

    /// Returns the refusal of a file that is text and by its name should be something else.
    pub(super) fn not_what_it_says(ending: &str) -> Refusal {
        Refusal::damaged(say!(
            "文件名以 .{ending} 结尾，内容却不是",
            "by its ending it is .{ending}, but its content is not"
        ))
    }

    /// Returns the refusal of an archive that is no document.
    pub(super) fn no_document() -> Refusal {
        Refusal {
            message: say!(
                "文件里没有 Word 或 Excel 的内容，像是普通压缩包",
                "there is no content of Word or Excel in the file; it looks like a common archive"
            ),
            ..Refusal::packed()
        }
    }

    /// Returns the refusal of a file with more in it than any notice has.
    pub(super) fn too_large() -> Refusal {
        Refusal {
            message: say!(
                "文件解压后大得不正常，没有继续读",
                "the file holds more than any notice should, so it was not read further"
            ),
            help: say!(
                "请另存一份，只留要公开的内容，再导入",
                "save a copy that holds only what is to be published, and import that"
            ),
        }
    }

    /// Returns the refusal of a table that is too wide.
    pub(super) fn too_wide(place: &str) -> Refusal {
        let columns = super::limits::COLUMNS;
        Refusal {
            message: say!("表格超过 {columns} 列：{place}", "a table has more than {columns} columns: {place}"),
            help: say!(
                "请删去多余的列（常是很靠右的单元格里留了内容），保存后再导入",
                "delete the columns that are too many (often something was left in a cell far to the right), save it and import it again"
            ),
        }
    }
}

impl From<Unreadable> for Refusal {
    fn from(why: Unreadable) -> Refusal {
        match why {
            Unreadable::Damaged => Refusal::damaged(say!("里面的压缩包读不出来", "the archive in it cannot be read")),
            Unreadable::Locked => Refusal::locked(),
            Unreadable::TooLarge => Refusal::too_large(),
        }
    }
}
