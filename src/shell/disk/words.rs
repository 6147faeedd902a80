//! What a fault says: what is wrong, and what to do about it.

use std::error::Error as _;
use std::fmt;
use std::path::PathBuf;

use super::error::{DiskError, Fault};
use super::names::shown;
use crate::diagnostic::Message;
use crate::say;

impl DiskError {
    /// Returns what is wrong, and where.
    pub fn message(&self) -> Message {
        let path = shown(self.path());
        match self.fault() {
            Fault::Beside => say!(
                "不能写入 {path}，新网站要先在那里准备好",
                "cannot write to {path}, where the new site is prepared"
            ),
            Fault::Broken => say!("磁盘读写出错：{path}", "the disk failed to read or write {path}"),
            Fault::Disturbed => {
                say!("发布期间，其他程序改动了 {path}", "another program changed {path} during the build")
            }
            Fault::Exists => say!("{path} 已经存在", "{path} already exists"),
            Fault::Foreign => say!(
                "{path} 不是 gongkai 生成的文件夹，里面已有文件",
                "{path} has files in it and was not made by gongkai"
            ),
            Fault::InUse => say!("另一个 gongkai 正在写入 {path}", "another gongkai is writing to {path}"),
            Fault::Inside(folder) => inside(&path, &shown(folder)),
            Fault::Kept => say!(
                "上一次运行没有完成，{path} 里留有原来的文件",
                "a run was not finished and left files of the notice in {path}"
            ),
            Fault::LeadsNowhere => say!("{path} 是一个失效的链接", "{path} is a broken link"),
            Fault::Marker => say!(
                "{path} 里的 .gongkai 不是 gongkai 写的，或已损坏；其中的文件可能是别人的，没有改动",
                "`.gongkai` in {path} is damaged or was not written by gongkai; the files there may be somebody else's and were left alone"
            ),
            Fault::Missing => say!("找不到 {path}", "{path} does not exist"),
            Fault::MountPoint => {
                say!("{path} 是挂载点，不能一步替换", "{path} is a mount point and cannot be replaced in one step")
            }
            Fault::NoSpace => say!("磁盘空间不足，写不下 {path}", "no space is left to write {path}"),
            Fault::NotAFolder => say!("{path} 不是文件夹", "{path} is not a folder"),
            Fault::Other => self.other(&path),
            Fault::Permission => say!("没有权限使用 {path}", "no permission to use {path}"),
            Fault::ReadOnly => say!("磁盘是只读的，不能写入 {path}", "the disk is read-only: {path} cannot be written"),
            Fault::Replaces(folder) => replaces(&path, &shown(folder)),
            Fault::Restless => {
                say!("{path} 一直在变动，读不到完整内容", "{path} changed or vanished each time it was read")
            }
            Fault::TooManyOpenFiles => {
                say!("打开的文件太多，打不开 {path}", "cannot open {path}: too many files are open")
            }
            Fault::Unknown(first, count) => unknown(&path, first, *count),
            Fault::Unlisted => say!(
                "{path} 由 0.1.0 版发布，没有文件清单，现在也与发布时不同；无法分清哪些文件是 gongkai 生成的",
                "{path} was published by version 0.1.0, which kept no list of files, and has changed since then: gongkai cannot tell which files are its own"
            ),
            Fault::WrittenTwice => {
                say!("不应再写 {path}：已写过，或不属于网站", "{path} was written twice or does not belong to the site")
            }
        }
    }

    /// Returns what to do about it.
    pub fn help(&self) -> Message {
        match self.fault() {
            Fault::Beside => say!(
                "请给该文件夹写入权限，或用 --output 换一个上一级可以写入的文件夹",
                "allow writing to that folder, or choose an output folder with --output whose parent can be written to"
            ),
            Fault::Exists => {
                say!("请换一个空文件夹，或先移走这个文件", "choose an empty folder, or move the file away first")
            }
            Fault::Foreign => say!(
                "请用 --output 指定新的或空的文件夹；如确要用它，请先移走其中的文件",
                "choose a new or empty folder with --output, or move its files away first"
            ),
            Fault::InUse => say!("请等它结束后再试", "try again when it has finished"),
            Fault::Inside(_) | Fault::Replaces(_) => {
                say!("请用 --output 换一个文件夹，例如 public", "choose another folder with --output, such as public")
            }
            Fault::Kept => say!(
                "请与 content/ 对照，取回要保留的文件，再移走这个文件夹",
                "compare it with content/, take back what you need, then move the folder away"
            ),
            Fault::LeadsNowhere => say!("请修复或删除这个链接", "repair or remove the link"),
            Fault::Marker | Fault::Unlisted => say!(
                "请用 --output 换一个新文件夹；确认其中没有要保留的文件后，也可以删除这个文件夹再运行一次",
                "choose a new folder with --output; or make sure that nothing there is needed, delete the folder and run the command again"
            ),
            Fault::Missing => {
                say!("请检查路径；需要时先建好文件夹", "check the path; create the folder first if it is needed")
            }
            Fault::MountPoint => say!(
                "请卸载它；要发布到挂载的磁盘，请挂载上一级文件夹，再发布到其中的子文件夹",
                "unmount it; to publish to a mounted disk, mount the folder above and publish to a folder in that"
            ),
            Fault::NotAFolder => say!("请移走这个文件，或换一个路径", "move the file away, or choose another path"),
            Fault::Unknown(..) => say!(
                "请移走；要随网站发布的文件，请放进 content/files/",
                "move them away; files to publish with the site belong in content/files/"
            ),
            _ => self.help_with_machine(),
        }
    }

    /// Returns what to do about a fault of the machine.
    fn help_with_machine(&self) -> Message {
        match self.fault() {
            Fault::Broken => {
                say!(
                    "请检查磁盘或网络盘的连接，并先备份资料",
                    "check the disk or the network drive, and back up the content first"
                )
            }
            Fault::Disturbed => {
                say!(
                    "请让清理、同步或杀毒软件避开该文件夹后再试",
                    "exclude the folder from cleaning, syncing and scanning programs and try again"
                )
            }
            Fault::NoSpace => say!("请腾出空间后再试", "free some space and try again"),
            Fault::Permission => say!("请检查它的所有者和权限", "check its owner and permissions"),
            Fault::ReadOnly => say!("请换到可以写入的磁盘", "use a disk that can be written to"),
            Fault::Restless => {
                say!("请保存并关闭正在改动它的程序后再试", "save it, close the program that changes it and try again")
            }
            Fault::TooManyOpenFiles => {
                say!(
                    "请关闭其他程序，或用 ulimit -n 提高上限",
                    "close other programs, or raise the limit with ulimit -n"
                )
            }
            Fault::WrittenTwice => {
                say!("这是 gongkai 的错误，请报告", "this is a bug in gongkai: please report it")
            }
            _ => {
                say!(
                    "请再试一次；还不行，就换一个磁盘或文件夹",
                    "try again; if that does not help, use another disk or folder"
                )
            }
        }
    }

    fn other(&self, path: &str) -> Message {
        let words = self.source().map_or(String::new(), ToString::to_string);
        say!("系统不能使用 {path}：{words}", "the system cannot use {path}: {words}")
    }
}

fn inside(path: &str, folder: &str) -> Message {
    say!(
        "不能发布到 {path}：它在源文件夹 {folder} 之中",
        "cannot publish to {path}: it is inside {folder}, where sources are kept"
    )
}

fn replaces(path: &str, folder: &str) -> Message {
    say!("不能发布到 {path}：那会替换掉 {folder}", "cannot publish to {path}: that would replace {folder}")
}

fn unknown(path: &str, first: &[PathBuf], count: usize) -> Message {
    let names: Vec<String> = first.iter().map(|name| shown(name)).collect();
    let (zh, en) = (names.join("、"), names.join(", "));
    let (more_zh, more_en) =
        if count > names.len() { (format!(" 等 {count} 个"), format!(" … ({count})")) } else { Default::default() };
    say!(
        "{path} 里有不是 gongkai 生成的文件：{zh}{more_zh}",
        "gongkai did not make these files in {path}: {en}{more_en}"
    )
}

impl fmt::Display for DiskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}
