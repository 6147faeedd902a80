//! Arguments of what makes the site: `build`, which writes it, and `serve`, which shows it.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::Args;

use super::site::SiteArgs;
use super::values::{address, port};

/// Arguments of `build`.
#[derive(Debug, Args)]
pub struct BuildArgs {
    #[command(flatten)]
    #[allow(missing_docs)]
    pub site: SiteArgs,

    /// Output folder.
    #[arg(long, value_name = "DIR", default_value = "public")]
    pub output: PathBuf,
}

/// Arguments of `serve`.
#[derive(Debug, Args)]
pub struct ServeArgs {
    #[command(flatten)]
    #[allow(missing_docs)]
    pub site: SiteArgs,

    /// Open the browser as well.
    #[arg(long)]
    pub open: bool,

    /// Port; the first free one from 4000 by default.
    #[arg(long, value_name = "PORT", value_parser = port)]
    pub port: Option<u16>,

    /// Listen on another address; others on the network can then see what is not published yet.
    #[arg(long, value_name = "ADDR", value_parser = address)]
    pub host: Option<IpAddr>,
}
