//! What is said of files that cannot be content, and of names that cannot be theirs.

use std::path::Path;

use crate::diagnostic::{Diagnostic, Message, Place};
use crate::say;
use crate::shell::disk::names::shown;
use crate::shell::disk::steady::MAX_BYTES;
use crate::source::{CLASHING_NAMES, FILE_TOO_LARGE, UNSAFE_FILE, UNSAFE_FILE_NAME};
use crate::value::RelPath;

pub(super) fn unsafe_name(folder: RelPath, name: &Path) -> Diagnostic {
    let name = shown(name);
    let message = say!("文件名“{name}”在有的系统上不能用", "the file name `{name}` cannot be used on every system");
    let help = say!(
        "请改名：UTF-8 编码，不含控制字符、看不见的字符和 \\ / : * ? \" < > |，首尾没有空格，末尾没有点，也不用 con、nul 等保留名",
        "rename it: UTF-8, without control characters, invisible characters and \\ / : * ? \" < > |, no space at either end and no dot at the end, and no reserved name such as con or nul"
    );
    Diagnostic::of(UNSAFE_FILE_NAME, Place::File(folder), message).help(help)
}

pub(super) fn clashing(path: RelPath, first: RelPath) -> Diagnostic {
    let name = first.name();
    let message =
        say!("文件名与“{name}”只差大小写或字形", "the name differs from `{name}` only in case or composition");
    let help = say!("请改名：在有的系统上这是同一个文件", "rename one: on some systems they are the same file");
    let related = say!("先出现的文件", "the first of the two");
    Diagnostic::of(CLASHING_NAMES, Place::File(path), message).help(help).related(Place::File(first), related)
}

pub(super) fn leads_out(path: RelPath) -> Diagnostic {
    let message = say!("这个链接指向项目文件夹之外", "this link leads out of the project folder");
    unsafe_file(path, message, say!("请把文件本身复制进来", "copy the file itself in"))
}

pub(super) fn broken_link(path: RelPath) -> Diagnostic {
    let message = say!("这个链接已失效，或绕回了自身", "this link is broken or leads back to itself");
    unsafe_file(
        path,
        message,
        say!("请删除这个链接，或把文件本身复制进来", "remove the link, or copy the file itself in"),
    )
}

pub(super) fn special(path: RelPath) -> Diagnostic {
    let message =
        say!("这不是普通文件，而是管道、套接字或设备", "this is not a regular file but a pipe, a socket or a device");
    unsafe_file(path, message, say!("请把它移走", "move it away"))
}

fn unsafe_file(path: RelPath, message: Message, help: Message) -> Diagnostic {
    Diagnostic::of(UNSAFE_FILE, Place::File(path), message).help(help)
}

pub(super) fn too_large(path: RelPath) -> Diagnostic {
    let limit = MAX_BYTES >> 20;
    let message = say!("文件超过 {limit} MB", "the file is larger than {limit} MB");
    Diagnostic::of(FILE_TOO_LARGE, Place::File(path), message)
        .help(say!("请压缩或拆分后再放入", "make it smaller or split it"))
}
