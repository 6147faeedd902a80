//! Why changes cannot be noticed, and what to do about it.

use notify::{Error, ErrorKind};

use crate::diagnostic::Message;
use crate::say;

/// Why changes cannot be noticed.
#[derive(Debug)]
pub struct WatchError(Error);

impl From<Error> for WatchError {
    fn from(error: Error) -> WatchError {
        WatchError(error)
    }
}

impl WatchError {
    /// Returns what is wrong, and what to do.
    pub fn message(&self) -> Message {
        let error = &self.0;
        match error.kind {
            ErrorKind::MaxFilesWatch => say!(
                "系统允许监视的文件数已用完，无法跟踪修改；请调大 fs.inotify.max_user_watches",
                "the system has no watches left, so edits would go unnoticed; raise fs.inotify.max_user_watches"
            ),
            _ => say!(
                "无法跟踪文件的修改：{error}；请检查 --root 指向的文件夹",
                "cannot watch files for changes: {error}; check the folder given with --root"
            ),
        }
    }
}
