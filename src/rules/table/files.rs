//! Files: what they are, what they are called, where they stand.

use crate::diagnostic::Severity::Error;
use crate::rules::Change::File;
use crate::rules::Example::{Shown, Told};
use crate::rules::Group::Shape;
use crate::rules::{Rule, Words};

pub(super) const ROWS: &[Rule] = &[
    Rule {
        id: "not-utf8",
        group: Shape,
        severity: Error,
        demand: Words("文件用 UTF-8 编码保存。", "Files are saved as UTF-8."),
        why: Words(
            "编码不对，汉字就变成乱码；上了网，读者看到的是一串认不出的字。",
            "In another encoding Chinese characters turn into gibberish, and gibberish is what the public would read.",
        ),
        example: Told(Words(
            "这条规则管的是文件怎样保存，没有例子可抄。请用记事本打开文件，选“文件”“另存为”，在“编码”一栏选 UTF-8（不要选 ANSI），再保存。",
            "This is about how a file is saved, so there is no example. Open the file in Notepad, choose File and Save as, set Encoding to UTF-8 \
             (not ANSI), and save.",
        )),
    },
    Rule {
        id: "file-too-large",
        group: Shape,
        severity: Error,
        demand: Words(
            "一条记录不超过 1 MB，其他文件不超过 64 MB。",
            "A record is at most 1 MB, any other file at most 64 MB.",
        ),
        why: Words(
            "一条记录只写一个问题，几千字就够；这么大的文件多半是放错了的附件，可能连同不该公开的内容一起上网。",
            "A record holds one issue, a few thousand characters. A file this large was most likely put there by mistake, perhaps with things that \
             are not for the public.",
        ),
        example: Told(Words(
            "这条规则管的是文件大小，没有例子可抄。长文字请写进 .md 正文；表格、扫描件等附件请压缩后放进 content/files/。",
            "This is about the size of a file, so there is no example. Put long text into the .md narratives; make attachments such as scans \
             smaller and put them into content/files/.",
        )),
    },
    Rule {
        id: "unsafe-file",
        group: Shape,
        severity: Error,
        demand: Words(
            "content/ 里只放普通的文件和文件夹；链接不能指到通报所在的文件夹之外。",
            "There are only plain files and folders in content/; no link leads out of the notice's folder.",
        ),
        why: Words(
            "快捷方式一类的链接会把电脑上别处的文件带进网站，内部材料就这样公开了。",
            "A link can bring a file from elsewhere on the computer into the site, and so publish internal papers.",
        ),
        example: Told(Words(
            "这条规则管的是电脑上的文件，没有例子可抄。请删去链接，把需要公开的文件本身复制一份放进 content/files/。",
            "This is about files on the computer, so there is no example. Remove the link, and copy the file that is meant to be public into \
             content/files/.",
        )),
    },
    Rule {
        id: "unsafe-file-name",
        group: Shape,
        severity: Error,
        demand: Words("文件名在各种电脑和服务器上都能用。", "Names of files work on every computer and server."),
        why: Words(
            "有的名字在自己的电脑上能用，到了服务器上却打不开，读者点开附件只看到“找不到页面”。",
            "A name that works on one's own computer may not work on the server: the reader who opens the attachment finds nothing.",
        ),
        example: Told(Words(
            "这条规则管的是电脑上的文件名，没有例子可抄。文件名不要用 \\ / : * ? \" < > | 这些半角符号，也不要叫 con、nul 等；\
             “附件1:名单.pdf”可以改成“附件1-名单.pdf”。",
            "This is about names on the computer, so there is no example. Use none of \\ / : * ? \" < > | and no name such as con or nul; \
             “List: 2021.pdf” can become “List-2021.pdf”.",
        )),
    },
    Rule {
        id: "clashing-names",
        group: Shape,
        severity: Error,
        demand: Words(
            "同一个文件夹里，文件名不能只差大小写或字形。",
            "No two names in a folder differ only in capitals or in how a character is composed.",
        ),
        why: Words(
            "有的服务器把这样两个名字当成一个，后一个文件会盖掉前一个，读者打开的就不是该看的那份。",
            "Some servers take such names for one. The second file replaces the first, and the reader opens the wrong one.",
        ),
        example: Told(Words(
            "这条规则管的是电脑上的文件名，没有例子可抄。例如 List.pdf 和 list.pdf，请改成 list-1.pdf 和 list-2.pdf。",
            "This is about names on the computer, so there is no example. List.pdf and list.pdf, say, can become list-1.pdf and list-2.pdf.",
        )),
    },
    Rule {
        id: "stray-file",
        group: Shape,
        severity: Error,
        demand: Words(
            "content/ 里每个文件都有自己的位置和名字。",
            "Every file of content/ has its place and its name.",
        ),
        why: Words(
            "名字写错、位置放错的文件不会上网，一个问题或一份附件就不声不响地从通报里少掉了。",
            "A file with a wrong name or in a wrong place is not published: an issue or an attachment would be missing without a word.",
        ),
        example: Shown(&[
            File("content/1-projects/名单.txt", "第一批：十二家企业\n", ""),
            File("content/files/名单.txt", "", "第一批：十二家企业\n"),
        ]),
    },
    Rule {
        id: "active-file",
        group: Shape,
        severity: Error,
        demand: Words(
            "附件是文档、表格和图片，不是网页和程序，也不带脚本和宏。",
            "Attachments are documents, tables and pictures: no web pages, no programs, nothing with scripts or macros.",
        ),
        why: Words(
            "网页和程序会在读者的电脑上运行，出了事由发布单位负责；旧网页里也可能藏着没有检查过的内容。",
            "They run on the reader's computer, and the office answers for what they do; nobody has looked at what they contain.",
        ),
        example: Shown(&[File("content/files/form.html", "<script>alert(1)</script>\n", "")]),
    },
];
