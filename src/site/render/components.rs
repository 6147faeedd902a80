//! The page of all components: each with what it takes and its examples, for whoever changes the theme. It is previewed, never published.

use serde_json::json;
use tera::{Context, Tera, Value};

use super::{LanguageTemplates, mistakes};
use crate::diagnostic::{Checked, Diagnostic, Message, Place};
use crate::notice::edition::Edition;
use crate::say;
use crate::theme::{Component, ComponentExample, Theme, components};

/// The name of its template among those of the theme.
const TEMPLATE: &str = "gongkai/components.html";

/// Renders the page. `context` is what every template of the page may read.
pub(super) fn page(language: &LanguageTemplates, edition: &Edition, mut context: Context) -> Checked<Option<Vec<u8>>> {
    let Checked { value: components, diagnostics: mut found } = components(&edition.tree, &edition.theme);
    let views: Vec<Value> =
        components.iter().map(|component| view(language, &edition.theme, component, &context, &mut found)).collect();
    if !found.is_empty() {
        return found.into();
    }
    context.insert_value("components", Value::from(views));
    match frame(language, &context) {
        Ok(page) => Checked::clean(Some(page.into_bytes())),
        Err(error) => mistakes::diagnostics(&edition.theme, &error).into(),
    }
}

/// The page in the theme's own frame.
fn frame(language: &LanguageTemplates, context: &Context) -> tera::TeraResult<String> {
    let mut tera = Tera::clone(&language.tera);
    tera.add_raw_template(TEMPLATE, include_str!("components.html"))?;
    tera.render(TEMPLATE, context)
}

fn view(
    language: &LanguageTemplates,
    theme: &Theme,
    component: &Component,
    context: &Context,
    found: &mut Vec<Diagnostic>,
) -> Value {
    let mut examples = Vec::new();
    for example in &component.examples {
        match html(language, component, example, context) {
            Ok(html) => examples.push(json!({"name": example.name, "html": {"html": html}})),
            Err(error) => found.extend(wrong(theme, component, example, &error)),
        }
    }
    let Component { name, file, contract, signature, .. } = component;
    Value::from_serializable(
        &json!({"name": name, "file": file.as_str(), "contract": contract, "signature": signature, "examples": examples}),
    )
}

fn html(
    language: &LanguageTemplates,
    component: &Component,
    example: &ComponentExample,
    context: &Context,
) -> tera::TeraResult<String> {
    let mut args = Context::new();
    for (name, value) in &example.args {
        args.insert(name.clone(), value);
    }
    let html = language.tera.render_component_with_implicits(&component.name, &args, context, None, true)?;
    Ok(format!("{}{html}{}", example.before, example.after))
}

/// An example that cannot be rendered: the template is wrong where Tera says so, else the arguments are.
fn wrong(theme: &Theme, component: &Component, example: &ComponentExample, error: &tera::Error) -> Vec<Diagnostic> {
    mistakes::diagnostics(theme, error).into_iter().map(|found| of_example(found, component, example)).collect()
}

fn of_example(mut wrong: Diagnostic, component: &Component, example: &ComponentExample) -> Diagnostic {
    if let (Some(Place::File(_)), Some(file)) = (&wrong.place, &component.examples_file) {
        wrong.place = Some(Place::File(file.clone()));
    }
    let (component, example, Message { zh, en }) = (&component.name, &example.name, &wrong.message);
    wrong.message = say!(
        "组件“{component}”的示例“{example}”不能显示：{zh}",
        "the example “{example}” of the component `{component}` cannot be shown: {en}"
    );
    wrong.help(say!(
        "请对照组件声明的参数，改正示例或模板",
        "compare the example with the arguments that the component declares, and correct either"
    ))
}
