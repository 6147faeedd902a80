//! Views of many issues that are made one by one, each only when it is set.

use serde::{Serialize, Serializer};

use super::Parts;
use crate::notice::IssueId;

/// Views of many issues, each made only when it is set: all of them would take more room than their page.
#[derive(Clone, Debug)]
pub struct Each<'a, T> {
    parts: Parts<'a>,
    /// The issues.
    issues: Vec<IssueId>,
    view: fn(&Parts<'a>, IssueId) -> T,
}

impl<'a, T> Each<'a, T> {
    /// A view of each of some issues.
    pub(in crate::site) fn of(
        parts: &Parts<'a>,
        issues: Vec<IssueId>,
        view: fn(&Parts<'a>, IssueId) -> T,
    ) -> Each<'a, T> {
        Each { parts: *parts, issues, view }
    }

    /// The issues.
    pub(in crate::site) fn issues(&self) -> &[IssueId] {
        &self.issues
    }

    /// Whether there is no issue.
    pub(in crate::site) fn is_empty(&self) -> bool {
        self.issues.is_empty()
    }
}

impl<T: Serialize> Serialize for Each<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.issues.iter().map(|issue| (self.view)(&self.parts, *issue)))
    }
}

impl<T: schemars::JsonSchema> schemars::JsonSchema for Each<'_, T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        Vec::<T>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Vec::<T>::json_schema(generator)
    }
}
