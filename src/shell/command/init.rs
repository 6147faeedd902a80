//! `gongkai init`: an empty folder becomes a notice that builds. What is not given on the command line is asked for at
//! a terminal.

use std::io::{BufRead, IsTerminal};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use super::{ExitCode, Shell, root};
use crate::diagnostic::Message;
use crate::notice::content::FOLDER;
use crate::say;
use crate::shell::cli::InitArgs;
use crate::shell::disk::{self, HeldNotice};
use crate::shell::examples;
use crate::shell::report::MessageLang;
use crate::shell::scaffold::{self, Answers};
use crate::value::{Date, Lang, Localized};

pub(super) fn run(shell: &Shell<'_>, args: &InitArgs) -> Result<(), ExitCode> {
    let folder = args.folder.as_deref().unwrap_or(shell.root);
    if std::path::absolute(folder).is_ok_and(|folder| root::is_in_content(&folder)) {
        shell.say(&say!(
            "这里是一份通报的 content/ 文件夹，不能再新建通报",
            "this is the content/ folder of a notice: no new notice was created in it"
        ));
        shell.say(&say!(
            "检查、预览这份通报，请运行 gongkai check、gongkai serve；另写一份，请换一个文件夹",
            "to check or preview the notice run gongkai check or gongkai serve; for another notice choose another folder"
        ));
        return Err(ExitCode::CouldNotRun);
    }
    disk::recover(folder, FOLDER).map_err(|error| shell.fail(&error))?;
    let files = match &args.example {
        Some(name) => examples::files(name),
        None => scaffold::files(&answers(shell, args)?),
    };
    let created = HeldNotice::take_new(folder, FOLDER).and_then(|held| held.create(folder, &files));
    created.map_err(|error| shell.fail(&error))?;
    let shown = folder.display();
    let (zh, en, option) = match folder == Path::new(".") {
        true => ("当前文件夹里".to_owned(), "this folder".to_owned(), String::new()),
        false => (format!(" {shown} "), shown.to_string(), format!(" --root {shown}")),
    };
    shell.say(&say!(
        "已在{zh}新建通报。接下来：\n  gongkai{option} serve --open   预览\n  gongkai{option} check          检查\n  gongkai{option} build          生成网站",
        "created a new notice in {en}. Next:\n  gongkai{option} serve --open   preview it\n  gongkai{option} check          check it\n  gongkai{option} build          build the site"
    ));
    Ok(())
}

fn answers(shell: &Shell<'_>, args: &InitArgs) -> Result<Answers, ExitCode> {
    let mut prompt = Prompt { shell, is_terminal: std::io::stdin().is_terminal() };
    let default_languages = if shell.lang == MessageLang::Zh { "zh,en" } else { "en,zh" };
    let codes = match &args.languages[..] {
        [] => prompt
            .ask(&say!("语言（第一个为默认）", "Languages (the first is the default)"), default_languages)
            .split(',')
            .map(str::to_owned)
            .collect(),
        codes => codes.to_vec(),
    };
    let languages: Vec<Lang> = codes.iter().map(|code| Lang::new(code.trim())).collect();
    if let Some(unknown) = languages.iter().find(|lang| !["zh", "en"].contains(&lang.code())) {
        shell.say(&say!(
            "自带外观只有 zh 和 en，没有 {unknown}；可先用这两种新建，增加语言见 gongkai help languages",
            "the built-in theme has zh and en, not {unknown}; start with these; how to add a language: gongkai help languages"
        ));
        return Err(ExitCode::CouldNotRun);
    }
    let title =
        prompt.texts(&args.title, &languages, &say!("标题", "Title"), ["整改情况通报", "Notice of Rectification"]);
    let issuer = prompt.texts(&args.issuer, &languages, &say!("发布单位", "Issuer"), ["发布单位", "Issuer"]);
    let sections = match &args.section[..] {
        [] => vec![prompt.texts(
            &[],
            &languages,
            &say!("第一个方面的标题", "Title of the first section"),
            ["第一方面", "Section one"],
        )],
        titles => titles.iter().map(|title| in_each(&languages, |_| title.clone())).collect(),
    };
    Ok(Answers { languages, title, issuer, sections, today: today() })
}

/// Asks questions at a terminal; elsewhere every answer is its default, so that scripts never hang.
struct Prompt<'a> {
    shell: &'a Shell<'a>,
    is_terminal: bool,
}

impl Prompt<'_> {
    fn ask(&mut self, question: &Message, default: &str) -> String {
        if !self.is_terminal {
            return default.to_owned();
        }
        self.shell.put(&format!("{} [{default}] ", self.shell.lang.of(question)));
        let mut answer = String::new();
        let _ = std::io::stdin().lock().read_line(&mut answer);
        if answer.trim().is_empty() { default.to_owned() } else { answer.trim().to_owned() }
    }

    /// Returns a text in each language: those given, in order; the last for all that are left; asked for if there are
    /// none.
    fn texts(&mut self, given: &[String], languages: &[Lang], question: &Message, defaults: [&str; 2]) -> Localized {
        let mut texts = Localized::default();
        for (i, lang) in languages.iter().enumerate() {
            let default = defaults[usize::from(lang.code() != "zh")];
            let text = match given.get(i).or(given.last()) {
                Some(text) => text.clone(),
                None => self.ask(&say_in(question, lang), default),
            };
            texts.insert(*lang, text.as_str().into());
        }
        texts
    }
}

fn say_in(question: &Message, lang: &Lang) -> Message {
    Message { zh: format!("{}（{lang}）", question.zh), en: format!("{} ({lang})", question.en) }
}

fn in_each(languages: &[Lang], text: impl Fn(&Lang) -> String) -> Localized {
    let mut texts = Localized::default();
    languages.iter().for_each(|lang| texts.insert(*lang, text(lang).as_str().into()));
    texts
}

/// Returns today's date in UTC: a first value for the dates of the notice, which the clerk will change.
fn today() -> Date {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |elapsed| elapsed.as_secs());
    let start = Date::day(1970, 1, 1).unwrap_or_else(|_| unreachable!("the epoch is a day"));
    start.plus_days(seconds / 86_400)
}
