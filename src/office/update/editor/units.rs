//! The bodies that a cell names, and bodies that are named for the first time.

use super::super::super::recognise;
use super::super::Change;
use super::super::bodies;
use super::super::target::CellTarget;
use super::Editor;
use crate::diagnostic::Message;
use crate::office::report::Certainty;
use crate::say;
use crate::source::yaml::Value;
use crate::value::RelPath;

/// Where bodies are named.
const UNITS: &str = "content/units.yaml";

impl Editor<'_> {
    /// Bodies by their names; a new name becomes a new body.
    pub(super) fn units(&mut self, target: &CellTarget<'_>, is: &str) -> Result<Value, Message> {
        let mut ids = Vec::new();
        for found in bodies::units(self.edition, is) {
            let id = match found {
                Ok(id) => id,
                Err(name) => self.new_unit(target.row, &name)?,
            };
            if !ids.contains(&Value::text(&id)) {
                ids.push(Value::text(id));
            }
        }
        Ok(Value::List(ids))
    }

    /// Returns the id of a body that is named for the first time.
    pub(in crate::office::update) fn new_unit(&mut self, row: usize, name: &str) -> Result<String, Message> {
        let (path, lang) = (RelPath::of(UNITS), self.lang.code().to_owned());
        if let Some(near) = bodies::near_unit(self.edition, self.locale(), name) {
            return Err(say!(
                "没有“{name}”这个单位；是不是“{near}”？确是另一个单位的，先写进“单位”工作表或 content/units.yaml",
                "there is no body “{name}”; did you mean “{near}”? If it is another, add it to the sheet of bodies or content/units.yaml first"
            ));
        }
        if recognise::may_be_several(name) {
            return Err(say!(
                "没有“{name}”这个单位；是几个单位的，请用顿号分开",
                "there is no body “{name}”; if it is several, part them by 、"
            ));
        }
        let value = self.value(&path);
        if !matches!(value, Value::List(_)) {
            *value = Value::List(Vec::new());
        }
        let Value::List(items) = value else { return Ok(String::new()) };
        if let Some(known) = items.iter().find(|item| item.str(&["name", &lang]) == Some(name)) {
            return Ok(known.str(&["id"]).unwrap_or_default().to_owned());
        }
        let is_free = |id: &String| !items.iter().any(|item| item.str(&["id"]) == Some(id));
        let id = (items.len() + 1..).map(|n| format!("unit-{n}")).find(is_free).unwrap_or_default();
        let names = Value::Map(vec![(lang, Value::text(name))]);
        items.push(Value::Map(vec![("id".to_owned(), Value::text(&id)), ("name".to_owned(), names)]));
        let message = say!(
            "新的单位，标识暂定为 {id}，请在 content/units.yaml 里改成有意义的（记录里一起改）",
            "a new body; its id is {id} for now: give it a better one in content/units.yaml and in the records"
        );
        self.report.at(Certainty::Likely, row, name, message);
        self.changes.push(Change { path, field: id.clone(), was: String::new(), is: name.to_owned() });
        Ok(id)
    }
}
