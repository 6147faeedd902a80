//! What goes with a shared link: words, and a picture only where the address of the site is known; icons in any case.

use crate::fixture::{Compiled, Fixture};

/// The bytes of a file.
fn bytes(site: &Compiled, path: &str) -> Vec<u8> {
    let outputs = site.site().outputs();
    let output = outputs.iter().find(|output| output.path().as_str() == path).unwrap_or_else(|| panic!("no {path}"));
    site.site().render(output).value.expect("bytes").into_owned()
}

fn size(png: &[u8]) -> (u32, u32) {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n") && png.ends_with(b"IEND\xaeB\x60\x82"));
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    (number(16), number(20))
}

#[test]
fn pictures_have_their_sizes_and_the_same_bytes_each_time() {
    let site = Fixture::notice().compile();
    assert_eq!(size(&bytes(&site, "card.png")), (1200, 630));
    assert_eq!(size(&bytes(&site, "apple-touch-icon.png")), (180, 180));
    let icon = bytes(&site, "favicon.ico");
    assert!(icon.starts_with(&[0, 0, 1, 0, 1, 0, 32, 32]) && size(&icon[22..]) == (32, 32));
    assert!(bytes(&site, "card.png").len() < 40_000);
    assert_eq!(bytes(&site, "card.png"), bytes(&Fixture::notice().compile(), "card.png"));
}

/// A card is of what its page is of: of a section, of a status, of an issue; whatever says nothing of its own goes with that of the notice.
#[test]
fn cards_are_of_what_pages_are_of() {
    let site = Fixture::notice().compile();
    let card = |page: &str| {
        let page = site.file(page);
        let image = page.split("og:image\" content=\"https://nanping-notice.example/").nth(1).expect("a card");
        image.split('"').next().expect("an address").to_owned()
    };
    for (page, expected) in [
        ("index.html", "card.png"),
        ("statistics.html", "card.png"),
        ("sections/party-governance.html", "cards/section-party-governance.png"),
        ("status/in-progress.html", "cards/status-in-progress.png"),
        ("issues/026.html", "cards/issue-026.png"),
        ("en/issues/026.html", "cards/issue-026.png"),
    ] {
        assert_eq!(card(page), expected, "{page}");
        assert_eq!(size(&bytes(&site, expected)), (1200, 630));
    }
    assert_ne!(bytes(&site, "cards/issue-026.png"), bytes(&site, "cards/issue-027.png"));
}

#[test]
fn a_chart_is_the_same_in_words_in_pixels_and_as_a_table() {
    let site = Fixture::notice().compile();
    let svg = site.file("charts/wall.svg");
    let found = "49个问题，还有8个没有全部完成";
    for part in [found, ">26</text>", "示例网站", "role=\"img\""] {
        assert!(svg.contains(part), "{part}");
    }
    assert!(!svg.contains(" style") && !svg.contains(" class"), "a file is handed on without its style sheet");
    let png = bytes(&site, "charts/wall.png");
    assert!(png.windows(found.len()).any(|part| part == found.as_bytes()), "the picture says what it is");
    assert_eq!(png, bytes(&Fixture::notice().compile(), "charts/wall.png"));
    let table = site.file("charts/wall.csv");
    assert_eq!(table.lines().count(), 50);
    assert!(table.contains(
        "\n26,工程建设招投标不规范问题仍突出,落实全面从严治党战略部署,substantially-completed,基本完成,stated,false"
    ));
    let counted = site.file("en/charts/statuses.csv");
    assert!(counted.contains("\n,completed,Completed,inferred,41"), "{counted}");
    let home = site.file("index.html");
    let embed = "&lt;img src=&quot;https://nanping-notice.example/charts/wall.svg&quot;";
    assert!(home.contains(embed) && home.contains("href=\"charts/course.png\""));
}

#[test]
fn a_licence_stands_where_data_are_taken() {
    let licence = "licence: {name: {zh: 知识共享 署名 4.0, en: CC BY 4.0}, url: \"https://creativecommons.org/licenses/by/4.0/\"}\n";
    let site = Fixture::notice().adding("content/notice.yaml", licence).compile();
    for (file, part) in [
        ("data.html", "rel=\"license\">知识共享 署名 4.0</a>"),
        ("en/index.html", "rel=\"license\">CC BY 4.0</a>"),
        ("en/data/datapackage.json", "\"title\": \"CC BY 4.0\""),
        ("data/notice.json", "\"url\": \"https://creativecommons.org/licenses/by/4.0/\""),
    ] {
        assert!(site.file(file).contains(part), "{file}: {part}");
    }
    assert!(!Fixture::notice().compile().file("data/notice.json").contains("\"licence\":"));
}

/// What is stated is a full square, what is inferred a hatched one.
#[test]
fn the_card_shows_how_things_stand() {
    let changed = Fixture::notice().replacing("content/1-policy-delivery/001.yaml", "status_basis: inferred\n", "");
    assert_ne!(bytes(&Fixture::notice().compile(), "card.png"), bytes(&changed.compile(), "card.png"));
}

#[test]
fn a_shared_link_has_words_and_a_picture_where_the_address_is_known() {
    let site = Fixture::notice().compile();
    let page = site.file("en/issues/026.html");
    for part in [
        "<meta property=\"og:image\" content=\"https://nanping-notice.example/cards/issue-026.png\" itemprop=\"image\">",
        "<meta property=\"og:locale\" content=\"en",
        "<meta name=\"twitter:card\" content=\"summary_large_image\">",
        "href=\"../../favicon.ico\" sizes=\"32x32\"",
        "rel=\"apple-touch-icon\" href=\"../../apple-touch-icon.png\"",
    ] {
        assert!(page.contains(part), "{part}");
    }
    let said = page.split("og:description\" content=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("words");
    assert!(said.ends_with("not published by the issuer."), "{said}");
    let nowhere = Fixture::of(std::path::Path::new("tests/examples/county")).compile();
    let page = nowhere.file("index.html");
    assert!(!page.contains("og:image") && !page.contains("og:url") && page.contains("content=\"summary\""));
    assert!(nowhere.site().outputs().iter().all(|output| output.path().as_str() != "card.png"));
}
