//! Faults of the machine and of where a command was pointed, in words for whoever ran it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::names::shown;
use super::system;
use crate::diagnostic::Text;
use crate::say;

/// How many unknown files a message names.
const NAMED: usize = 3;

/// A fault of the machine, or of where a command was pointed: not of what the office wrote.
#[derive(Debug)]
pub struct DiskError {
    fault: Fault,
    path: PathBuf,
    source: Option<io::Error>,
}

/// What kind of fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The folder beside which the site is prepared cannot be written to.
    Beside,
    /// The medium fails to read or write.
    Broken,
    /// Another program changed the stage, or what is at the output, during the build.
    Disturbed,
    /// A file is there already and must not be overwritten.
    Exists,
    /// The output folder has files in it and gongkai did not make it.
    Foreign,
    /// Another build publishes to the same folder.
    InUse,
    /// The output folder would lie in this folder of sources.
    Inside(PathBuf),
    /// A link whose target does not exist.
    LeadsNowhere,
    /// The marker in this folder was not written by gongkai or is damaged: the folder may be somebody else's.
    Marker,
    /// There is nothing at the path.
    Missing,
    /// The output folder, or a folder in it, is a mount point: it cannot be exchanged.
    MountPoint,
    /// The disk, or the user's share of it, is full.
    NoSpace,
    /// There is a file where a folder is needed.
    NotAFolder,
    /// Something else: the system's own words say what.
    Other,
    /// The system does not allow it.
    Permission,
    /// The disk is read-only.
    ReadOnly,
    /// Publishing there would replace this file or folder of the user's.
    Replaces(PathBuf),
    /// A file changed each time that it was read.
    Restless,
    /// More files are open than the system allows.
    TooManyOpenFiles,
    /// The folder holds files that gongkai did not make: the first few of them, and how many there are.
    Unknown(Vec<PathBuf>, usize),
    /// The folder was published by version 0.1.0, which did not list its files, and is not as it was then.
    Unlisted,
    /// A page was written twice, or where only the user's files may be: a mistake in gongkai.
    WrittenTwice,
}

impl DiskError {
    /// A fault that gongkai found itself.
    pub(super) fn new(fault: Fault, path: &Path) -> DiskError {
        DiskError { fault, path: path.into(), source: None }
    }

    /// A fault that the system reported about a path.
    pub(super) fn io(path: &Path, error: io::Error) -> DiskError {
        DiskError { fault: Fault::of(&error), path: path.into(), source: Some(error) }
    }

    /// A fault that the system reported while a folder was walked; about the folder itself if it does not say which entry.
    pub(super) fn walk(folder: &Path, error: walkdir::Error) -> DiskError {
        let path = error.path().unwrap_or(folder).to_owned();
        let answer = error.io_error().and_then(io::Error::raw_os_error).map(io::Error::from_raw_os_error);
        DiskError::io(&path, answer.unwrap_or_else(|| error.into())) // converted as a whole it would hide the system's own number
    }

    /// The same fault, described as another one of another path.
    pub(super) fn meaning(self, fault: Fault, path: &Path) -> DiskError {
        DiskError { fault, path: path.into(), ..self }
    }

    /// What kind of fault it is.
    pub fn fault(&self) -> &Fault {
        &self.fault
    }

    /// The file or folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What is wrong, and where.
    pub fn message(&self) -> Text {
        let path = shown(&self.path);
        match &self.fault {
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
            Fault::InUse => say!("另一个 gongkai 正在发布到 {path}", "another gongkai is publishing to {path}"),
            Fault::Inside(folder) => inside(&path, &shown(folder)),
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
                "{path} was published by version 0.1.0, which kept no list of files, and is not as it was published: it is not known which files gongkai made"
            ),
            Fault::WrittenTwice => {
                say!("不应再写 {path}：已写过，或不属于网站", "{path} was written twice or does not belong to the site")
            }
        }
    }

    /// What to do about it.
    pub fn help(&self) -> Text {
        match self.fault {
            Fault::Beside => say!(
                "请给该文件夹写入权限，或用 --output 换一个上一级可以写入的文件夹",
                "allow writing to that folder, or choose an output folder with --output whose parent can be written to"
            ),
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
            Fault::NoSpace => say!("请腾出空间后再试", "free some space and try again"),
            Fault::NotAFolder => say!("请移走这个文件，或换一个路径", "move the file away, or choose another path"),
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
            Fault::Unknown(..) => say!(
                "请移走；要随网站发布的文件，请放进 content/files/",
                "move them away; files to publish with the site belong in content/files/"
            ),
            Fault::WrittenTwice => {
                say!("这是 gongkai 的错误，请报告", "this is a bug in gongkai: please report it")
            }
            Fault::Other => {
                say!(
                    "请再试一次；还不行，就换一个磁盘或文件夹",
                    "try again; if that does not help, use another disk or folder"
                )
            }
        }
    }

    fn other(&self, path: &str) -> Text {
        let words = self.source.as_ref().map_or(String::new(), io::Error::to_string);
        say!("系统不能使用 {path}：{words}", "the system cannot use {path}: {words}")
    }
}

fn inside(path: &str, folder: &str) -> Text {
    say!(
        "不能发布到 {path}：它在源文件夹 {folder} 之中",
        "cannot publish to {path}: it is inside {folder}, where sources are kept"
    )
}

fn replaces(path: &str, folder: &str) -> Text {
    say!("不能发布到 {path}：那会替换掉 {folder}", "cannot publish to {path}: that would replace {folder}")
}

fn unknown(path: &str, first: &[PathBuf], count: usize) -> Text {
    let names: Vec<String> = first.iter().map(|name| shown(name)).collect();
    let (zh, en) = (names.join("、"), names.join(", "));
    let (more_zh, more_en) =
        if count > names.len() { (format!(" 等 {count} 个"), format!(" … ({count})")) } else { Default::default() };
    say!(
        "{path} 里有不是 gongkai 生成的文件：{zh}{more_zh}",
        "gongkai did not make these files in {path}: {en}{more_en}"
    )
}

impl Fault {
    /// Returns the fault for what is unknown in a folder.
    pub(super) fn unknown(paths: &[PathBuf]) -> Fault {
        Fault::Unknown(paths.iter().take(NAMED).cloned().collect(), paths.len())
    }

    /// Returns the fault that an error of the system means.
    fn of(error: &io::Error) -> Fault {
        match error.kind() {
            io::ErrorKind::PermissionDenied => Fault::Permission,
            io::ErrorKind::QuotaExceeded | io::ErrorKind::StorageFull => Fault::NoSpace,
            io::ErrorKind::NotFound => Fault::Missing,
            io::ErrorKind::NotADirectory => Fault::NotAFolder,
            io::ErrorKind::ReadOnlyFilesystem => Fault::ReadOnly,
            _ if system::is_medium_failure(error) => Fault::Broken,
            _ if system::is_too_many_open(error) => Fault::TooManyOpenFiles,
            _ => Fault::Other,
        }
    }
}

impl fmt::Display for DiskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl std::error::Error for DiskError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_ref().map(|error| error as _)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_the_system_are_understood() {
        for (answer, fault) in [
            (io::ErrorKind::StorageFull.into(), Fault::NoSpace),
            (io::ErrorKind::QuotaExceeded.into(), Fault::NoSpace),
            (io::ErrorKind::PermissionDenied.into(), Fault::Permission),
            (io::ErrorKind::ReadOnlyFilesystem.into(), Fault::ReadOnly),
            (system::testing::too_many_open(), Fault::TooManyOpenFiles),
            (system::testing::medium_failure(), Fault::Broken),
            (io::ErrorKind::InvalidFilename.into(), Fault::Other),
        ] {
            let error = DiskError::io(Path::new("/盘/a"), answer);
            assert_eq!(error.fault, fault, "{error:?}");
            let Text { zh, en } = error.message();
            assert!(zh.contains("/盘/a") && en.contains("/盘/a"), "{zh} {en}");
        }
    }
}
