//! Rules about files, which are applied where files are read.

use super::example::Example::Told;
use super::{Check, Rule, RuleGroup, Words};

pub(super) static NOT_UTF8: Rule = Rule {
    id: crate::source::NOT_UTF8.name,
    group: RuleGroup::Shape,
    severity: crate::source::NOT_UTF8.severity,
    demand: Words("文件用 UTF-8 编码保存。", "Files are saved as UTF-8."),
    why: Words(
        "编码不对，汉字就变成乱码；上了网，读者看到的是一串认不出的字。",
        "In another encoding Chinese characters turn into gibberish, and gibberish is what the public would read.",
    ),
    example: Told(Words(
        "这条规则管的是文件怎样保存，没有示例。请用记事本打开文件，选“文件”“另存为”，在“编码”一栏选 UTF-8（不要选 ANSI），再保存。",
        "This is about how a file is saved, so there is no example. Open the file in Notepad, choose File and Save as, set Encoding to UTF-8 \
         (not ANSI), and save.",
    )),
    check: Check::Elsewhere,
};

pub(super) static FILE_TOO_LARGE: Rule = Rule {
    id: crate::source::FILE_TOO_LARGE.name,
    group: RuleGroup::Shape,
    severity: crate::source::FILE_TOO_LARGE.severity,
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
        "这条规则管的是文件大小，没有示例。长文字请写进 .md 正文；表格、扫描件等附件请压缩后放进 content/files/。",
        "This is about the size of a file, so there is no example. Put long text into the .md narratives; make attachments such as scans \
         smaller and put them into content/files/.",
    )),
    check: Check::Elsewhere,
};

pub(super) static UNSAFE_FILE: Rule = Rule {
    id: crate::source::UNSAFE_FILE.name,
    group: RuleGroup::Shape,
    severity: crate::source::UNSAFE_FILE.severity,
    demand: Words(
        "content/ 里只放普通的文件和文件夹；链接不能指到通报所在的文件夹之外。",
        "There are only plain files and folders in content/; no link leads out of the notice's folder.",
    ),
    why: Words(
        "快捷方式一类的链接会把电脑上别处的文件带进网站，内部材料就这样公开了。",
        "A link can bring a file from elsewhere on the computer into the site, and so publish internal papers.",
    ),
    example: Told(Words(
        "这条规则管的是电脑上的文件，没有示例。请删去链接，把需要公开的文件本身复制一份放进 content/files/。",
        "This is about files on the computer, so there is no example. Remove the link, and copy the file that is meant to be public into \
         content/files/.",
    )),
    check: Check::Elsewhere,
};

pub(super) static UNSAFE_FILE_NAME: Rule = Rule {
    id: crate::source::UNSAFE_FILE_NAME.name,
    group: RuleGroup::Shape,
    severity: crate::source::UNSAFE_FILE_NAME.severity,
    demand: Words("文件名在各种电脑和服务器上都能用。", "File names work on every computer and server."),
    why: Words(
        "有的名字在自己的电脑上能用，到了服务器上却打不开，读者点开附件只看到“找不到页面”。",
        "A name that works on one's own computer may not work on the server: the reader who opens the attachment finds nothing.",
    ),
    example: Told(Words(
        "这条规则管的是电脑上的文件名，没有示例。文件名不要用 \\ / : * ? \" < > | 这些半角符号，也不要叫 con、nul 等；\
         “附件1:名单.pdf”可以改成“附件1-名单.pdf”。",
        "This is about names on the computer, so there is no example. Use none of \\ / : * ? \" < > | and no name such as con or nul; \
         “List: 2021.pdf” can become “List-2021.pdf”.",
    )),
    check: Check::Elsewhere,
};

pub(super) static CLASHING_NAMES: Rule = Rule {
    id: crate::source::CLASHING_NAMES.name,
    group: RuleGroup::Shape,
    severity: crate::source::CLASHING_NAMES.severity,
    demand: Words(
        "同一个文件夹里，文件名不能只差大小写或字形。",
        "No two names in a folder differ only in capitals or in how a character is composed.",
    ),
    why: Words(
        "有的服务器把这样两个名字当成一个，后一个文件会盖掉前一个，读者打开的就不是该看的那份。",
        "Some servers take such names for one. The second file replaces the first, and the reader opens the wrong one.",
    ),
    example: Told(Words(
        "这条规则管的是电脑上的文件名，没有示例。例如 List.pdf 和 list.pdf，请改成 list-1.pdf 和 list-2.pdf。",
        "This is about names on the computer, so there is no example. List.pdf and list.pdf, say, can become list-1.pdf and list-2.pdf.",
    )),
    check: Check::Elsewhere,
};
