//! The responses to findings and recommendations, with how many issues have each.

use serde::Serialize;

use super::super::parts::Parts;

/// How many issues have a response.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct AnswerCount {
    pub answer: String,
    pub total: u64,
}

/// The responses that occur, with their counts.
pub(super) fn answers(parts: &Parts<'_>) -> Vec<AnswerCount> {
    let responses = parts.notice().vocabulary.responses.iter().zip(&parts.edition.statistics.responses);
    let used = responses.filter(|(_, count)| count.n > 0);
    used.map(|(response, count)| AnswerCount { answer: response.id.to_string(), total: count.n }).collect()
}
