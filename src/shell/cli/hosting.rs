//! Arguments of `hosting`.

use clap::{Args, ValueEnum};

use super::values::base_url;
use crate::value::url::BaseUrl;

/// Arguments of `hosting`.
#[derive(Debug, Args)]
pub struct HostingArgs {
    /// Kind of server.
    #[arg(value_enum)]
    pub server: Server,

    /// Address of the site; `base_url` of notice.yaml by default.
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub base_url: Option<BaseUrl>,

    /// Full path of the published folder on the server.
    #[arg(long, value_name = "DIR", default_value = "/srv/notice/public")]
    pub folder: String,
}

/// Web servers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Server {
    /// nginx
    Nginx,
    /// Apache httpd
    Apache,
    /// Caddy
    Caddy,
}
