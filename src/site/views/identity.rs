//! The identity of a government site, and on what terms its text and data may be used.

use serde::Serialize;

use super::super::parts::Parts;
use crate::value::Text;

/// Identity of a government site.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)] // as in the record
pub struct IdentityView {
    pub name: Option<String>,
    pub domain: Option<String>,
    pub code: Option<String>,
    pub icp: Option<String>,
    pub police: Option<String>,
    pub index_number: Option<String>,
}

/// On what terms the text and the data may be used.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)] // as in the record
pub struct LicenceView {
    pub name: String,
    pub url: Option<String>,
}

/// Returns the identity of the site, as far as it is stated.
pub(super) fn identity(parts: &Parts<'_>) -> IdentityView {
    let identity = parts.notice().record.site.clone().unwrap_or_default();
    let string = |text: &Option<Text>| text.as_ref().map(ToString::to_string);
    IdentityView {
        name: parts.optional(&identity.name),
        domain: string(&identity.domain),
        code: string(&identity.code),
        icp: string(&identity.icp),
        police: string(&identity.police),
        index_number: string(&identity.index_number),
    }
}

/// On what terms the text and the data may be used.
pub(super) fn licence(parts: &Parts<'_>) -> Option<LicenceView> {
    let licence = parts.notice().record.licence.as_ref()?;
    Some(LicenceView { name: parts.text(&licence.name), url: licence.url.as_ref().map(ToString::to_string) })
}
