//! The page of all components: it shows every component of a theme with its examples, and is never published.

use gongkai::compile::Site;
use gongkai::diagnostic::{Checked, Diagnostic};

use crate::fixture::Fixture;

/// The page in every language, or what is wrong.
fn pages(site: &Site) -> Result<Vec<String>, Vec<Diagnostic>> {
    let page = |output| match site.render(output) {
        Checked { value: Some(bytes), .. } => Ok(String::from_utf8_lossy(&bytes).into_owned()),
        Checked { diagnostics, .. } => Err(diagnostics),
    };
    site.previews().iter().map(page).collect()
}

/// The small fixture with a theme of its own.
fn red() -> Fixture {
    Fixture::small().adding("content/notice.yaml", "\ntheme: red\n").with("themes/red/theme.yaml", "extends: bulletin").with(
        "themes/red/templates/components/seal.html",
        "{# A seal. `text`: what it says. #}\n{% component seal(text: string) %}<b>[{{ text }}]</b>{% endcomponent seal %}",
    ).with(
        "themes/red/templates/contact.html",
        "{% extends \"bulletin/contact.html\" %}{% block content %}{{ super() }}{{ <seal text={page.title} /> }}{% endblock %}",
    )
}

#[test]
fn every_component_of_bulletin_has_examples_and_every_example_is_rendered() {
    for fixture in [Fixture::small(), Fixture::notice()] {
        let pages = pages(fixture.compile().site()).expect("the page");
        assert_eq!(pages.len(), 2, "one in each language");
        for page in pages {
            assert!(page.matches("class=\"gongkai-example\"").count() > 30, "examples are shown");
            assert!(!page.contains("gongkai-no-example"), "a component has no example");
            assert!(!page.contains("{{"), "templates are rendered");
        }
    }
}

#[test]
fn the_page_is_not_published() {
    let site = Fixture::small().compile();
    let previews: Vec<String> = site.site().previews().iter().map(|output| output.path().to_string()).collect();
    assert_eq!(previews, ["_components.html", "en/_components.html"]);
    for output in site.site().outputs() {
        let path = output.path().as_str();
        assert!(!previews.iter().any(|preview| preview == path), "{path} is published");
        if path.ends_with(".html") || path.ends_with(".xml") {
            assert!(!site.file(path).contains("_components"), "{path} leads to the page");
        }
    }
}

#[test]
fn a_theme_shows_its_own_components_beside_those_it_extends() {
    let site = red().with("themes/red/examples/seal.yaml", "- {name: short, args: {text: <公>}}").compile();
    let page = pages(site.site()).expect("the page").remove(0);
    assert!(page.contains("<b>[&lt;公&gt;]</b>") && page.contains("A seal. `text`: what it says."), "{page}");
    assert!(
        page.contains("themes/red/templates/components/seal.html") && page.contains("id=\"component-bar\""),
        "{page}"
    );
    let without = red().compile();
    assert!(
        pages(without.site()).expect("the page").iter().all(|page| page.matches("gongkai-no-example").count() == 1)
    );
}

#[test]
fn a_wrong_example_is_named() {
    let seal = "themes/red/examples/seal.yaml";
    for (file, text, place, message) in [
        (seal, "- {name: a, args: {txt: x}}", seal, "the example “a” of the component `seal` cannot be shown"),
        (seal, "- {name: a, args: {text: [1]}}", seal, "the example “a” of the component `seal` cannot be shown"),
        (seal, "- {name: a, arg: {}}", seal, "`arg`"),
    ] {
        let site = red().with(file, text).compile();
        let found = pages(site.site()).expect_err(text);
        let at = found[0].place.as_ref().map(|place| place.path().as_str());
        assert_eq!(at, Some(place), "{text}");
        assert!(found[0].message.en.contains(message), "{text}: {}", found[0].message.en);
    }
}

/// What is published holds no floating point: views give lengths of 1,000, and no template divides.
#[test]
fn no_template_divides() {
    let tree = Fixture::small().into_tree();
    let templates = tree.under("themes/bulletin/templates").filter_map(|path| Some((path, tree.text(path.as_str())?)));
    let mut seen = 0;
    for (path, source) in templates {
        for code in source.split('{').filter(|part| part.starts_with(['%', '{'])) {
            let code = code.split('}').next().unwrap_or_default();
            assert!(!code.contains(" / ") && !code.contains("| round"), "{path}: {{{code}}}");
        }
        seen += 1;
    }
    assert!(seen > 30, "{seen} templates");
}
