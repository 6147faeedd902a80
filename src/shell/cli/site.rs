//! Arguments of every command that makes the site, all of it or in part.

use clap::Args;

use super::values::{base_url, date};
use crate::compile::Options;
use crate::value::Date;
use crate::value::url::BaseUrl;

/// What changes a site without changing its content.
#[derive(Clone, Debug, Default, Args)]
pub struct SiteArgs {
    /// Use another theme.
    #[arg(long, value_name = "NAME")]
    pub theme: Option<String>,

    /// Address of the site, such as https://www.example.gov.cn/notice/.
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub base_url: Option<BaseUrl>,

    /// Show statuses as of this day, from the history of each record.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub as_of: Option<Date>,
}

impl SiteArgs {
    /// Returns what they mean to the pipeline; what is published is for the command to read.
    pub fn options(&self) -> Options {
        Options {
            theme: self.theme.clone(),
            base_url: self.base_url.clone(),
            as_of: self.as_of,
            published: None,
            memory: None,
            suggests: false,
            samples: false,
        }
    }
}
