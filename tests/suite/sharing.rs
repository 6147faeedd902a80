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
        "<meta property=\"og:image\" content=\"https://nanping-notice.example/card.png\" itemprop=\"image\">",
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
