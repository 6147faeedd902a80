//! What the tags of the parser are as pieces.

use pulldown_cmark as parser;
use pulldown_cmark::{LinkType, Tag, TagEnd};

use super::super::flanking;
use super::super::piece::{Alignment, Block, Link, Piece, Span};

pub(super) fn is_literal(tag: &Tag) -> bool {
    matches!(
        tag,
        Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }
    )
}

pub(super) fn opening(tag: Tag) -> Option<Piece> {
    Some(match tag {
        Tag::Paragraph | Tag::HtmlBlock => Piece::Open(Block::Paragraph),
        Tag::Heading { level, .. } => Piece::Open(Block::Heading(level as u8)),
        Tag::BlockQuote(_) => Piece::Open(Block::Quotation),
        Tag::CodeBlock(_) => Piece::Open(Block::Code),
        Tag::List(first) => Piece::Open(Block::List(first)),
        Tag::Item => Piece::Open(Block::Item),
        Tag::FootnoteDefinition(label) => Piece::Open(Block::Note(flanking::unmark(&label).into())),
        Tag::Table(columns) => Piece::Open(Block::Table(columns.into_iter().map(alignment).collect())),
        Tag::TableHead => Piece::Open(Block::Head),
        Tag::TableRow => Piece::Open(Block::Row),
        Tag::TableCell => Piece::Open(Block::Cell),
        Tag::Emphasis => Piece::OpenSpan(Span::Emphasis),
        Tag::Strong => Piece::OpenSpan(Span::Strong),
        Tag::Link { link_type, dest_url, title, .. } => Piece::OpenSpan(Span::Link(link(link_type, &dest_url, &title))),
        Tag::Image { link_type, dest_url, title, .. } => {
            Piece::OpenSpan(Span::Picture(link(link_type, &dest_url, &title)))
        }
        // Extensions that are off.
        Tag::DefinitionList | Tag::DefinitionListTitle | Tag::DefinitionListDefinition | Tag::MetadataBlock(_) => {
            return None;
        }
        Tag::Strikethrough | Tag::Superscript | Tag::Subscript => return None,
    })
}

pub(super) fn closing(tag: TagEnd) -> Option<Piece> {
    match tag {
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image => Some(Piece::CloseSpan),
        TagEnd::DefinitionList
        | TagEnd::DefinitionListTitle
        | TagEnd::DefinitionListDefinition
        | TagEnd::MetadataBlock(_) => None,
        TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => None,
        _ => Some(Piece::Close),
    }
}

fn link(kind: LinkType, destination: &str, title: &str) -> Box<Link> {
    let scheme = if kind == LinkType::Email { "mailto:" } else { "" };
    let destination = Some(format!("{scheme}{}", flanking::unmark(destination)));
    Box::new(Link { destination, title: flanking::unmark(title).into_owned() })
}

fn alignment(column: parser::Alignment) -> Alignment {
    match column {
        parser::Alignment::Center => Alignment::Center,
        parser::Alignment::Right => Alignment::Right,
        parser::Alignment::Left | parser::Alignment::None => Alignment::Start,
    }
}
