//! `gongkai hosting`: the configuration of a web server for this notice: types, headers, pages for missing addresses in
//! each language, caching, compression. `tests/browser/hosting.test.mjs` runs what is printed on the servers
//! themselves.

mod place;

use serde::Serialize;
use tera::{Context, Tera};

use super::{Compiled, ExitCode, Shell};
use crate::notice::Notice;
use crate::say;
use crate::shell::cli::{HostingArgs, Server, SiteArgs};
use crate::shell::preview::{self, attached};
use place::HostingPlace;

const POLICY: &str = "Content-Security-Policy";

/// What every page is sent with. The policy that a page carries itself cannot say who may frame it.
const HEADERS: [Header; 4] = [
    Header { name: "X-Content-Type-Options", value: "nosniff" },
    Header { name: "Referrer-Policy", value: "no-referrer" },
    Header { name: "X-Frame-Options", value: "DENY" },
    Header { name: POLICY, value: "frame-ancestors 'none'" },
];

pub(super) fn run(shell: &Shell<'_>, args: &HostingArgs) -> Result<(), ExitCode> {
    let site_args = SiteArgs { base_url: args.base_url.clone(), ..SiteArgs::default() };
    let Compiled { tree, site, diagnostics, .. } = shell.compile(&site_args.options())?;
    shell.show(&tree, &diagnostics);
    let Some(site) = site else { return Err(ExitCode::Findings) };
    let notice = &site.edition.notice;
    let place = HostingPlace::new(notice.base_url.as_deref(), &args.folder).map_err(|wrong| {
        shell.say(&wrong);
        ExitCode::CouldNotRun
    })?;
    if notice.base_url.is_none() {
        shell.say(&say!(
            "没有写网站地址，按放在服务器的根路径配置；请在 notice.yaml 写 base_url，或用 --base-url 写明",
            "the address of the site is not known, so the root of a host is assumed; set base_url in notice.yaml, or use --base-url"
        ));
    }
    shell.give(&configuration(args.server, &place, notice))
}

/// What a template reads.
#[derive(Serialize)]
struct ConfigurationView<'a> {
    #[serde(flatten)]
    place: &'a HostingPlace,
    headers: [Header; 4],
    attached: Attached,
    types: Vec<Type>,
    /// Types of text, which have a charset and are worth compressing.
    texts: Vec<&'static str>,
    /// Folders of the languages but the default one, which has the root.
    languages: Vec<&'a str>,
    /// Caching of what may change under its name.
    revalidated: &'static str,
    /// Caching of what never does.
    kept: &'static str,
}

/// How attachments are sent.
#[derive(Serialize)]
struct Attached {
    folder: &'static str,
    /// The headers of those that a browser shows by itself: all but the policy are those of pages.
    headers: [Header; 4],
    /// Endings of those that have the headers of pages.
    with_viewer: &'static [&'static str],
    /// Endings of those that are saved.
    downloaded: &'static [&'static str],
}

impl Attached {
    fn new() -> Attached {
        let sandboxed = |header: Header| match header.name {
            POLICY => Header { value: attached::SANDBOX, ..header },
            _ => header,
        };
        Attached {
            folder: attached::FOLDER,
            headers: HEADERS.map(sandboxed),
            with_viewer: &attached::WITH_VIEWER,
            downloaded: &attached::DOWNLOADED,
        }
    }
}

#[derive(Serialize)]
struct Header {
    name: &'static str,
    value: &'static str,
}

/// The type of files whose names have this ending.
#[derive(Serialize)]
struct Type {
    ending: &'static str,
    media: &'static str,
    is_text: bool,
}

fn configuration(server: Server, place: &HostingPlace, notice: &Notice) -> String {
    let types = types();
    let view = ConfigurationView {
        place,
        headers: HEADERS,
        attached: Attached::new(),
        texts: types.iter().filter(|t| t.is_text).map(|t| t.media).collect(),
        types,
        languages: notice.languages.iter().skip(1).map(|lang| lang.code()).collect(),
        revalidated: "no-cache",
        kept: "public, max-age=31536000, immutable",
    };
    let template = match server {
        Server::Nginx => include_str!("hosting/nginx.conf"),
        Server::Apache => include_str!("hosting/apache.conf"),
        Server::Caddy => include_str!("hosting/caddy.conf"),
    };
    let context = Context::from_serialize(&view);
    context
        .and_then(|context| Tera::one_off(template, &context, false))
        .expect("a built-in template, which every run and test renders")
}

/// Returns the types that the preview knows, by ending: servers know fewer, and each knows others.
fn types() -> Vec<Type> {
    let by_ending =
        preview::TYPES.iter().filter_map(|(end, content_type)| Some((end.strip_prefix('.')?, *content_type)));
    let split = |(ending, content_type): (&'static str, &'static str)| match content_type.split_once(';') {
        Some((media, _)) => Type { ending, media, is_text: true },
        None => Type { ending, media: content_type, is_text: false },
    };
    by_ending.map(split).collect()
}
