//! What a manuscript means: from lines and tables to a [`Draft`] and a [`Report`] in which every paragraph is used or named.
//!
//! Only words and numbers count, compared without regard to width and blanks; what is stored is the text as it stands. What is not said is
//! not made up: an issue whose status the notice does not state has none.

mod block;
mod bodies;
mod cards;
mod contact;
mod dates;
mod days;
mod enumeration;
mod fold;
mod front;
mod gaps;
mod ledger;
mod lines;
mod made;
mod marker;
mod numeral;
mod outline;
mod outstanding;
mod parts;
mod persons;
mod statement;
mod statuses;
mod unseen;
mod words;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::draft::{Draft, DraftIssue, DraftSection};
use super::manuscript::{Block, Manuscript, Row};
use super::report::{Certainty, Counted, Report};
use crate::say;
use crate::site::formats::LEDGER_EXPORTED;
use ledger::Ledger;
use lines::ManuscriptLine;
use outline::Outline;

pub(super) use bodies::bodies;
pub use enumeration::{enumerated, enumeration};
pub(super) use ledger::is_ledger;
pub(super) use outstanding::likeness;
pub(super) use statuses::status as status_word;

/// Returns the only date of a text, however it is written.
pub(super) fn date(text: &str) -> Option<crate::value::Date> {
    dates::whole_date(&fold::fold(text))
}

/// Reads one or several files of a notice: the text that has issues is the notice, ledgers are one or complete it.
pub fn recognise(manuscripts: &[Manuscript]) -> (Draft, Report) {
    let mut report = Report::default();
    let mut draft = Draft::default();
    let mut masked = |(file, manuscript): (usize, &Manuscript)| {
        (report.file, report.counted) = (file, counted(manuscript));
        let seen = unseen::without(manuscript, &mut report);
        let seen = if made::is_made(&seen) { seen } else { cards::together(seen) };
        persons::masked(&seen, &mut report)
    };
    let manuscripts: Vec<Manuscript> = manuscripts.iter().enumerate().map(&mut masked).collect();
    report.counted = Counted::default();
    for (file, manuscript) in manuscripts.iter().enumerate() {
        report.file = file;
        if made::is_made(manuscript) {
            made::read(manuscript, &mut draft, &mut report);
            continue;
        }
        let (lines, page_numbers) = lines::lines(manuscript, file, ledger::is_ledger);
        for line in &page_numbers {
            report.at(Certainty::LeftOut, line.number, &line.text, say!("页码", "a page number"));
        }
        if !lines.is_empty() {
            text(&lines, &mut draft, &mut report);
        }
    }
    let is_text = draft.issues.iter().any(|issue| !issue.statement.is_empty() || issue.title.is_some());
    for (file, manuscript) in manuscripts.iter().enumerate() {
        report.file = file;
        if !made::is_made(manuscript) {
            tables(manuscript, is_text, &mut draft, &mut report);
        }
        report.counted = counted(manuscript);
        manuscript.left_out.iter().for_each(|left| report.left_out(left));
    }
    report.counted = if is_text { Counted::Paragraphs } else { Counted::Rows(String::new()) };
    number(&mut draft, &mut report);
    count(&draft, &mut report);
    report.entries.sort_by_key(|entry| (entry.certainty, entry.file, entry.number));
    (draft, report)
}

/// Reads the lines of a text, from its ends to its middle.
fn text(lines: &[ManuscriptLine], draft: &mut Draft, report: &mut Report) {
    let mut used = vec![false; lines.len()];
    let signed = front::sign_off(lines, draft);
    used[signed.clone()].fill(true);
    let reached = reach(&lines[..signed.start], &mut used, draft);
    // Whom to ask may stand in brackets behind the date.
    for (line, used) in lines[signed.end..].iter().zip(&mut used[signed.end..]) {
        *used = contact::read(&line.text, &mut draft.contact);
    }
    match outline::outline(&lines[..reached]).filter(|_| draft.issues.is_empty()) {
        Some(outline) => notice(&lines[..reached], &outline, &mut used, draft, report),
        None => front::front(&lines[..reached], &mut used[..reached], draft, report),
    }
    for (line, _) in lines.iter().zip(used).filter(|(_, used)| !used) {
        report.at(Certainty::NotUnderstood, line.number, &line.text, say!("没有用上", "not used"));
    }
}

/// Reads how to reach the office in the last lines; returns where they begin.
fn reach(lines: &[ManuscriptLine], used: &mut [bool], draft: &mut Draft) -> usize {
    let mut start = lines.len();
    for at in (lines.len().saturating_sub(8)..lines.len()).rev() {
        if contact::read(&lines[at].text, &mut draft.contact) {
            used[at] = true;
            start = at;
        }
    }
    // What invites readers may stand in a line of its own before them.
    if let Some(at) = start.checked_sub(1).filter(|at| start < lines.len() && contact::invites(&lines[*at])) {
        draft.contact.invitation.get_or_insert_with(|| lines[at].text.clone());
        used[at] = true;
        start = at;
    }
    start
}

fn notice(lines: &[ManuscriptLine], outline: &Outline, used: &mut [bool], draft: &mut Draft, report: &mut Report) {
    let first_part = outline
        .classes
        .first()
        .and_then(|class| lines.iter().position(|line| line.class() == Some(*class) && line.label.is_none()));
    let front = first_part.map_or(outline.start, |at| at.min(outline.start));
    front::front(&lines[..front], &mut used[..front], draft, report);
    let before: Vec<u32> = lines[..outline.start].iter().flat_map(|line| front::stated_totals(&line.folded)).collect();
    issues(lines, outline, used, draft, report);
    number(draft, &mut Report::default());
    totals(draft, &before, report);
    let tail = outline.blocks.last().map_or(outline.end, |block| block.end);
    gaps::headings(lines, outline, tail, report);
    parts::read(lines, front..outline.start, tail..lines.len(), outline, used, draft, report);
}

/// Reads the issues with the headings above them.
fn issues(lines: &[ManuscriptLine], outline: &Outline, used: &mut [bool], draft: &mut Draft, report: &mut Report) {
    let levels = levels(outline);
    for at in &outline.inner {
        let line = &lines[*at];
        report.at(
            Certainty::Likely,
            line.number,
            &line.text,
            say!(
                "编号不接上一个问题，按整改情况里的分项收入",
                "its number does not follow the issue before it; it is taken for a part of the response"
            ),
        );
    }
    let last = outline.blocks.len().saturating_sub(1);
    let mut placing = Placing::default();
    for (n, block) in outline.blocks.iter().enumerate() {
        let end = if n == last { parts::end_of_last(lines, block, outline) } else { block.end };
        let line = &lines[block.start];
        if block.is_unnumbered {
            report.at(
                Certainty::Likely,
                line.number,
                &line.text,
                say!(
                    "没有编号，按后面的“整改情况”认作一个问题",
                    "it has no number, and is taken for an issue by what follows"
                ),
            );
        }
        let mut issue = block::issue(&lines[block.start..end], outline.is_unlabelled, report);
        used[block.start..end].fill(true);
        placing.place(lines, &block.headings, &levels, &mut issue, draft, report);
        block.headings.iter().flatten().for_each(|at| used[*at] = true);
        draft.issues.push(issue);
    }
    if let Some(at) = levels.title.and_then(|depth| outline.blocks[0].headings[depth]) {
        draft.issues_title = Some(lines[at].body().to_owned());
    }
    deeper(lines, outline, &levels, draft, report);
}

/// Which headings are sections, topics, and the title of the part.
struct Levels {
    title: Option<usize>,
    section: Option<usize>,
    topic: Option<usize>,
}

/// Sections are the outermost headings of which there are several; else the innermost, below the title of the part.
fn levels(outline: &Outline) -> Levels {
    let distinct =
        |depth: usize| outline.blocks.iter().filter_map(|block| block.headings[depth]).collect::<BTreeSet<_>>().len();
    let depths: Vec<usize> = (0..outline.classes.len()).filter(|depth| distinct(*depth) > 0).collect();
    let several = depths.iter().position(|depth| distinct(*depth) > 1);
    let section = several.or_else(|| depths.len().checked_sub(1).filter(|at| *at > 0));
    let get = |at: usize| depths.get(at).copied();
    Levels {
        title: get(0).filter(|_| section != Some(0)),
        section: section.and_then(get),
        topic: section.and_then(|at| get(at + 1)),
    }
}

/// Puts issues below their headings, one after the other.
#[derive(Default)]
struct Placing {
    section: Option<usize>,
    topic: Option<usize>,
}

impl Placing {
    fn place(
        &mut self,
        lines: &[ManuscriptLine],
        headings: &[Option<usize>],
        levels: &Levels,
        issue: &mut DraftIssue,
        draft: &mut Draft,
        report: &mut Report,
    ) {
        let heading = |depth: Option<usize>| depth.and_then(|depth| headings[depth]);
        if levels.section.is_none() {
            return;
        }
        match heading(levels.section) {
            None => report.at(
                Certainty::NotUnderstood,
                issue.line,
                &issue.statement,
                say!("上面没有方面的标题", "no section heads it"),
            ),
            Some(at) if self.section == Some(at) => {}
            Some(at) => {
                (self.section, self.topic) = (Some(at), None);
                draft.sections.push(DraftSection { title: heading_text(&lines[at], report), topics: Vec::new() });
            }
        }
        let Some(section) = draft.sections.len().checked_sub(1) else { return };
        issue.section = Some(section);
        let topics = &mut draft.sections[section].topics;
        if let Some(at) = heading(levels.topic).filter(|at| self.topic != Some(*at)) {
            self.topic = Some(at);
            topics.push(heading_text(&lines[at], report));
        }
        issue.topic = self.topic.and_then(|_| topics.len().checked_sub(1));
    }
}

/// Returns the text of a heading, without 在“…”方面 around it. What runs on behind its first sentence has no place.
fn heading_text(line: &ManuscriptLine, report: &mut Report) -> String {
    let body = line.body();
    let (title, rest) = body.find('。').map_or((body, ""), |at| (&body[..at], body[at + '。'.len_utf8()..].trim()));
    if !rest.is_empty() {
        report.at(
            Certainty::NotUnderstood,
            line.number,
            rest,
            say!("标题后面的文字没有收入", "the text behind a heading was not taken over"),
        );
    }
    let inner = title.strip_prefix("在“").and_then(|rest| rest.strip_suffix("”方面"));
    inner
        .or_else(|| statement::about(title).filter(|(_, rest)| rest.chars().count() <= 6).map(|(inner, _)| inner))
        .unwrap_or(title)
        .trim()
        .to_owned()
}

/// What headings below topics are called: fields of the office's own.
const DEEPER: [&str; 3] = ["三级问题", "四级问题", "五级问题"];

/// Makes headings that are neither section nor topic fields of their issues; where a section has topics, every issue of it has one.
fn deeper(lines: &[ManuscriptLine], outline: &Outline, levels: &Levels, draft: &mut Draft, report: &mut Report) {
    let known = [levels.title, levels.section, levels.topic];
    let mut seen = BTreeSet::new();
    for (block, issue) in outline.blocks.iter().zip(&mut draft.issues) {
        let headings = block.headings.iter().enumerate().filter_map(|(depth, at)| Some((depth, (*at)?)));
        let deeper = headings.filter(|(depth, _)| !known.contains(&Some(*depth)));
        for ((_, at), label) in deeper.zip(DEEPER) {
            issue.fields.push((label.to_owned(), heading_text(&lines[at], &mut Report::default())));
            if seen.insert(at) {
                let message = say!(
                    "二级问题以下的标题，按自定栏目“{label}”收入",
                    "a heading below topics; it was taken over as the field “{label}”"
                );
                report.at(Certainty::Likely, lines[at].number, &lines[at].text, message);
            }
        }
    }
    for issue in &mut draft.issues {
        let has_topics = issue.section.is_some_and(|section| !draft.sections[section].topics.is_empty());
        if has_topics && issue.topic.is_none() {
            issue.topic = Some(0);
            report.at(
                Certainty::NotUnderstood,
                issue.line,
                &issue.statement,
                say!("上面没有二级问题的标题，归在第一个之下", "no topic heads it; it was put below the first"),
            );
        }
    }
}

/// Compares the numbers of issues that the notice states with those that were read.
fn totals(draft: &mut Draft, stated: &[u32], report: &mut Report) {
    let read = u32::try_from(draft.issues.len()).unwrap_or(u32::MAX);
    let Some(most) = stated.iter().max() else {
        report.say(
            Certainty::Likely,
            say!(
                "前文没有写明共有几个问题，读到 {read} 个，请核对",
                "the notice does not say how many issues there are; {read} were read, please check"
            ),
        );
        return;
    };
    draft.states_total = *most == read;
    match (*most == read, stated.contains(&read)) {
        (true, _) => report.say(
            Certainty::Read,
            say!(
                "前文写明 {most} 个问题，读到 {read} 个，一致",
                "the notice states {most} issues, and {read} were read"
            ),
        ),
        (_, true) => report.say(
            Certainty::Likely,
            say!(
                "读到 {read} 个问题；前文还写有 {most} 个，请核对",
                "{read} issues were read; the notice also states {most}, please check"
            ),
        ),
        _ => report.say(
            Certainty::NotUnderstood,
            say!(
                "前文写明 {most} 个问题，读到 {read} 个，不一致",
                "the notice states {most} issues, but {read} were read"
            ),
        ),
    }
}

/// Gives issues the numbers that are printed, if they rise; else counts them. What does not run through is reported.
fn number(draft: &mut Draft, report: &mut Report) {
    let printed: Vec<u32> = draft.issues.iter().map(|issue| issue.printed).collect();
    let rises = printed.first().is_some_and(|first| *first > 0) && printed.windows(2).all(|pair| pair[0] < pair[1]);
    let mut last: Option<(u32, Option<usize>, Option<usize>)> = None;
    // A document of ours says its numbers, in whichever order it lists them.
    let distinct: BTreeSet<u32> = printed.iter().copied().filter(|printed| *printed > 0).collect();
    let rises = rises || draft.is_made && !printed.is_empty() && distinct.len() == printed.len();
    draft.is_numbered_per_section = !rises && draft.sections.len() > 1;
    for (counted, issue) in (1..).zip(&mut draft.issues) {
        issue.number = if rises { issue.printed } else { counted };
        let place = (issue.section, issue.topic);
        let before = last.map_or(0, |(printed, ..)| printed);
        let is_headed = last.is_none_or(|(_, section, topic)| (section, topic) != place);
        let is_next = issue.printed == before + 1 || issue.printed == 1 && is_headed;
        let is_of_section =
            issue.printed == if last.is_none_or(|(_, section, _)| section != issue.section) { 1 } else { before + 1 };
        draft.is_numbered_per_section &= is_of_section;
        if issue.printed > 0 && !is_next && !(draft.is_made && rises) {
            let (printed, expected) = (issue.printed, before + 1);
            report.at(
                Certainty::NotUnderstood,
                issue.line,
                &issue.statement,
                say!(
                    "编号 {printed} 不接上一个，应为 {expected}",
                    "its number, {printed}, does not follow the one before; {expected} is expected"
                ),
            );
        }
        let printed = if issue.printed == 0 { before + 1 } else { issue.printed };
        last = Some((printed, issue.section, issue.topic));
    }
    draft.has_own_numbers = rises && printed.iter().zip(1..).any(|(printed, counted)| *printed != counted);
    if draft.is_numbered_per_section {
        draft.issues.iter_mut().for_each(|issue| issue.number = issue.printed);
    }
}

/// Reads the tables of a file: ledgers are the issues, or complete those of the text; other tables have no place.
fn tables(manuscript: &Manuscript, is_text: bool, draft: &mut Draft, report: &mut Report) {
    let in_texts = draft.issues.iter().flat_map(|issue| &issue.tables);
    let in_texts = in_texts.chain(draft.parts.iter().flat_map(|part| &part.tables));
    let taken: BTreeSet<(usize, usize)> = in_texts.map(|table| table.place).collect();
    for (at, block) in manuscript.blocks.iter().enumerate() {
        let Block::Table(table) = block else { continue };
        if taken.contains(&(report.file, at)) {
            continue;
        }
        if table.kind() == Some(LEDGER_EXPORTED) {
            continue;
        }
        report.counted = Counted::Rows(table.name.clone());
        if table.kind().is_some_and(|kind| kind != "issues") {
            let message = say!(
                "本工作表由通报生成，列出措施、数据、单位或选项，没有收入",
                "a sheet of measures, figures, bodies or choices that was made of a notice; it was not taken over"
            );
            report.at(Certainty::LeftOut, 1, &table.name, message);
            continue;
        }
        match ledger::read(table, report) {
            Some(found) if is_text => complete(draft, found, report),
            Some(found) => append(draft, found),
            None => table.rows.iter().for_each(|row| not_taken(row, report)),
        }
    }
}

fn not_taken(row: &Row, report: &mut Report) {
    let text: Vec<&str> = row.cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty()).collect();
    if !text.is_empty() {
        let message = say!("表格的行，没有收入", "a row of a table, not taken over");
        report.at(Certainty::NotUnderstood, row.number, &text.join(" | "), message);
    }
}

/// Returns what a person counts in a file: rows if there is nothing but one table.
fn counted(manuscript: &Manuscript) -> Counted {
    match &manuscript.blocks[..] {
        [Block::Table(table)] => Counted::Rows(table.name.clone()),
        blocks if !blocks.is_empty() && blocks.iter().all(|block| matches!(block, Block::Table(_))) => {
            Counted::Rows(String::new())
        }
        _ => Counted::Paragraphs,
    }
}

/// Adds the issues of a ledger, with its sections behind those that are there.
fn append(draft: &mut Draft, ledger: Ledger) {
    let before = draft.sections.len();
    draft.sections.extend(ledger.sections);
    draft.issues.extend(ledger.issues.into_iter().map(|mut issue| {
        issue.section = issue.section.map(|section| section + before);
        issue
    }));
}

/// Puts what a ledger says of issues of the text into them: status, deadline, bodies, fields. The text itself stays.
fn complete(draft: &mut Draft, ledger: Ledger, report: &mut Report) {
    for row in ledger.issues {
        let Some((at, likeness)) = outstanding::best(&row.statement, &draft.issues) else {
            report.at(
                Certainty::NotUnderstood,
                row.line,
                &row.statement,
                say!("台账里的这一行没有对应的问题", "no issue fits this row of the ledger"),
            );
            continue;
        };
        let issue = &mut draft.issues[at];
        if likeness < 100 {
            let n = issue.number;
            report.at(
                Certainty::Likely,
                row.line,
                &row.statement,
                say!(
                    "台账里的这一行对应第 {n} 个问题（相似 {likeness}%）",
                    "this row of the ledger is taken for issue {n} ({likeness}% alike)"
                ),
            );
        }
        if issue.status.is_some() && row.status.is_some() && issue.status != row.status {
            report.at(
                Certainty::NotUnderstood,
                row.line,
                &row.statement,
                say!(
                    "台账的状态与正文不一致，按正文收入",
                    "the status of the ledger differs from that of the text, which was taken over"
                ),
            );
        }
        issue.status = issue.status.or(row.status);
        issue.due = issue.due.or(row.due);
        issue.completed_on = issue.completed_on.or(row.completed_on);
        let more = |ours: &mut Vec<String>, theirs: Vec<String>| {
            if ours.is_empty() {
                *ours = theirs
            }
        };
        more(&mut issue.lead, row.lead);
        more(&mut issue.responsible, row.responsible);
        issue.fields.extend(row.fields);
    }
}

/// Says how many topics and issues each section has: a heading that was lost without a trace shows in nothing else.
fn per_section(draft: &Draft, report: &mut Report) {
    if draft.sections.is_empty() {
        return;
    }
    let line = |(at, section): (usize, &DraftSection)| {
        let issues = draft.issues.iter().filter(|issue| issue.section == Some(at)).count();
        let (title, topics) = (&section.title, section.topics.len());
        say!("“{title}” {topics} 个二级问题、{issues} 个问题", "“{title}” has {topics} topics and {issues} issues")
    };
    let lines: Vec<_> = draft.sections.iter().enumerate().map(line).collect();
    let zh = lines.iter().map(|line| &*line.zh).collect::<Vec<_>>().join("；");
    let en = lines.iter().map(|line| &*line.en).collect::<Vec<_>>().join("; ");
    let message = say!(
        "请与原文核对，标题有没有遗漏：{zh}",
        "please compare with the original whether a heading is missing: {en}"
    );
    report.say(Certainty::Likely, message);
}

/// Says how much was read.
fn count(draft: &Draft, report: &mut Report) {
    let of = |test: &dyn Fn(&DraftIssue) -> bool| draft.issues.iter().filter(|issue| test(issue)).count();
    let (issues, sections) = (draft.issues.len(), draft.sections.len());
    let topics: usize = draft.sections.iter().map(|section| section.topics.len()).sum();
    let answered = of(&|issue| !issue.response.is_empty());
    let (stated, due) = (of(&|issue| issue.status.is_some()), of(&|issue| issue.due.is_some()));
    let unstated = issues - stated;
    report.say(
        Certainty::Read,
        say!(
            "{issues} 个问题，{answered} 个有整改情况；{sections} 个方面，{topics} 个二级问题",
            "{issues} issues, {answered} of them with a response; {sections} sections, {topics} topics"
        ),
    );
    report.say(
        Certainty::Read,
        say!("{stated} 个问题写明状态，{due} 个写明时限", "{stated} issues have a status, {due} a deadline"),
    );
    per_section(draft, report);
    if unstated > 0 {
        report.say(
            Certainty::NotUnderstood,
            say!(
                "{unstated} 个问题没有写明状态，记为 not-stated（没有写明）；知道状态的，请用 gongkai export ledger 导出台账，一次填好，再用 import --update 收回",
                "{unstated} issues state no status and have `not-stated`; where you know it, fill it in in the ledger (`gongkai export ledger`) and take that back (`import --update`)"
            ),
        );
    }
    match draft.summary() {
        Some(opening) => report.say(
            Certainty::Likely,
            say!(
                "摘要（summary）暂用开头一段，可以改写：“{opening}”",
                "the summary (`summary`) is the first paragraph for now, and may be written anew: “{opening}”"
            ),
        ),
        None => report.say(
            Certainty::NotUnderstood,
            say!(
                "没有可作摘要的开头，请在 content/notice.yaml 里写 summary",
                "no paragraph could serve as a summary: write `summary` in content/notice.yaml"
            ),
        ),
    }
    for (found, zh, en) in [
        (draft.title.clone(), "标题（title）", "title (`title`)"),
        (Some(draft.issuers.join("、")), "发布单位（issuer）", "issuer (`issuer`)"),
        (draft.issued_on.map(|date| date.to_string()), "发布日期（issued_on）", "date of issue (`issued_on`)"),
        (Some(draft.contact.telephones.join("、")), "联系电话（contact）", "telephone (`contact`)"),
    ] {
        match found.filter(|found| !found.is_empty()) {
            Some(found) => report.say(Certainty::Read, say!("{zh}：{found}", "{en}: {found}")),
            None => report.say(
                Certainty::NotUnderstood,
                say!(
                    "没有找到{zh}，请在 content/notice.yaml 里写上",
                    "no {en} was found: write it in content/notice.yaml"
                ),
            ),
        }
    }
}
