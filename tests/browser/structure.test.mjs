// What a screen reader and a search engine build on: headings, landmarks, names, tables, ids; and the policy that forbids everything inline.

import { test } from "node:test";
import { all, ancestors, attribute, first, none, pages, text, tidy } from "./shared.mjs";

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

/** One test over every page: `look(page, wrong)` calls `wrong` for each problem. */
function everyPage(name, look) {
  test(name, () => {
    const problems = [];
    for (const page of pages) look(page, (problem) => problems.push(`${page.path}: ${problem}`));
    none(problems);
  });
}

const body = (page) => first(page.tree, "body");
const isWithin = (element, ...names) => ancestors(element).some((ancestor) => names.includes(ancestor.tagName));
const byId = (page, id) => all(page.tree).find((element) => attribute(element, "id") === id);

/** The words that name an element for assistive technology, from its attributes. */
function nameOf(page, element) {
  const labels = (attribute(element, "aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
  return tidy(labels.length ? labels.map((id) => text(byId(page, id) ?? {})).join(" ") : (attribute(element, "aria-label") ?? ""));
}

everyPage("the HTML has no parse error", (page, wrong) => {
  for (const error of page.errors) wrong(error);
  if (!/^<!doctype html>\s*<html lang="/i.test(page.html)) wrong("does not begin with doctype and language");
});

everyPage("there is one h1 with text, it comes first, and levels do not jump", (page, wrong) => {
  const headings = all(body(page)).filter((element) => /^h[1-6]$/.test(element.tagName));
  const ones = headings.filter((heading) => heading.tagName === "h1");
  if (ones.length !== 1) wrong(`${ones.length} h1`);
  if (ones[0] && !isWithin(ones[0], "main")) wrong("h1 stands outside main");
  let level = 0;
  for (const heading of headings) {
    const next = Number(heading.tagName[1]);
    if (!tidy(text(heading))) wrong(`empty ${heading.tagName}`);
    if (next > level + 1) wrong(`${level ? `h${level}` : "nothing"} is followed by ${heading.tagName} “${tidy(text(heading)).slice(0, 40)}”`);
    level = next;
  }
});

everyPage("ids are unique, and whatever refers to one finds it", (page, wrong) => {
  const ids = all(page.tree).map((element) => attribute(element, "id")).filter((id) => id !== undefined);
  for (const id of new Set(ids)) if (!id || /\s/.test(id) || ids.filter((other) => other === id).length > 1) wrong(`id “${id}” is empty, spaced or used twice`);
  for (const element of all(page.tree)) {
    for (const name of ["for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "list", "form"]) {
      for (const id of (attribute(element, name) ?? "").split(/\s+/).filter(Boolean)) if (!ids.includes(id)) wrong(`${name}="${id}" refers to nothing`);
    }
  }
});

// That no two landmarks shown at once have the same name is for axe to see, since a style may show one or the other.
everyPage("banner, main and contentinfo are there once each, navigation and regions have names", (page, wrong) => {
  const sectioning = ["article", "aside", "main", "nav", "section"];
  const elements = all(body(page));
  const top = (name) => elements.filter((element) => element.tagName === name && !isWithin(element, ...sectioning));
  for (const name of ["header", "main", "footer"]) if (top(name).length !== 1) wrong(`${top(name).length} <${name}> that are landmarks`);
  if (elements.filter((element) => element.tagName === "main").length !== 1) wrong("not one main");
  if (attribute(first(body(page), "main") ?? {}, "id") !== "main") wrong("main has not the id that the skip link leads to");

  const named = elements.filter((element) => element.tagName === "nav" || ["navigation", "region", "search"].includes(attribute(element, "role")));
  for (const element of named) if (!nameOf(page, element)) wrong(`<${element.tagName} ${attribute(element, "role") ?? ""}> without a name`);
  for (const section of elements.filter((element) => element.tagName === "section" && (attribute(element, "aria-labelledby") || attribute(element, "aria-label")))) {
    if (!nameOf(page, section)) wrong("a section is labelled by nothing");
  }
  const firstLink = elements.find((element) => element.tagName === "a");
  if (attribute(firstLink, "href") !== "#main") wrong("the first link does not skip to main");
});

// A table of a narrative has no caption of its own; the scroll region that it fills is named for it.
everyPage("tables have a caption or a name, scoped headers and rows of equal length", (page, wrong) => {
  for (const table of all(page.tree, "table")) {
    const caption = tidy(text(table.childNodes.find((child) => child.tagName === "caption") ?? {}));
    const about = caption || "a table";
    const region = ["region", "group"].includes(attribute(table.parentNode, "role")) && all(table.parentNode, "table").length === 1 && nameOf(page, table.parentNode);
    if (!caption && !nameOf(page, table) && !region) wrong(`a table without a caption in “${tidy(text(table)).slice(0, 40)}”`);
    const headers = all(table, "th");
    if (!headers.some((th) => /^col/.test(attribute(th, "scope")))) wrong(`${about}: no column headers`);
    for (const th of headers) {
      if (!/^(col|row|colgroup|rowgroup)$/.test(attribute(th, "scope") ?? "")) wrong(`${about}: th “${tidy(text(th))}” without scope`);
      if (!tidy(text(th))) wrong(`${about}: empty th`);
    }
    const widths = all(table, "tr").map((row) => row.childNodes.filter((cell) => cell.tagName).reduce((sum, cell) => sum + Number(attribute(cell, "colspan") ?? 1), 0));
    const hasRowspan = all(table).some((cell) => attribute(cell, "rowspan"));
    if (!hasRowspan && new Set(widths).size > 1) wrong(`${about}: rows of ${[...new Set(widths)].join(", ")} cells`);
    if (widths.length < 2) wrong(`${about}: no rows`);
  }
});

everyPage("pictures and drawings have a text or are marked as decoration", (page, wrong) => {
  for (const image of all(page.tree, "img")) {
    if (attribute(image, "alt") === undefined) wrong(`img ${attribute(image, "src")} without alt`);
    if (!attribute(image, "width") || !attribute(image, "height")) wrong(`img ${attribute(image, "src")} without its size, so the page jumps`);
  }
  for (const svg of all(page.tree, "svg").filter((svg) => !isWithin(svg, "svg"))) {
    const isHidden = attribute(svg, "aria-hidden") === "true";
    const title = svg.childNodes.find((child) => child.tagName === "title");
    const named = attribute(svg, "role") === "img" && (nameOf(page, svg) || tidy(text(title ?? {})));
    if (!isHidden && !named) wrong(`svg of class ${attribute(svg, "class")} is neither named nor hidden`);
  }
});

everyPage("controls have labels", (page, wrong) => {
  const labels = all(page.tree, "label");
  for (const control of all(page.tree).filter((element) => ["input", "select", "textarea"].includes(element.tagName) && attribute(element, "type") !== "hidden")) {
    const own = [...labels.filter((label) => attribute(label, "for") === attribute(control, "id") && attribute(control, "id")), ...ancestors(control).filter((a) => a.tagName === "label")];
    if (!tidy(own.map(text).join(" ")) && !nameOf(page, control)) wrong(`${control.tagName} ${attribute(control, "id")} without a label`);
  }
  for (const named of all(page.tree).filter((element) => ["a", "button"].includes(element.tagName))) {
    if (!tidy(text(named)) && !nameOf(page, named)) wrong(`${named.tagName} ${attribute(named, "href") ?? ""} without words`);
  }
});

everyPage("nothing is inline: no style, no handler, no script but data, which is JSON", (page, wrong) => {
  for (const element of all(page.tree)) {
    for (const { name } of element.attrs) if (name === "style" || /^on/.test(name)) wrong(`<${element.tagName} ${name}=…>`);
    if (element.tagName === "style") wrong("<style>");
    if (["iframe", "object", "embed", "base", "audio", "video"].includes(element.tagName)) wrong(`<${element.tagName}>`);
    if (/^\s*(javascript|vbscript|data):/i.test(attribute(element, "href") ?? attribute(element, "src") ?? "")) wrong(`${attribute(element, "href") ?? attribute(element, "src")}`);
  }
  for (const script of all(page.tree, "script")) {
    const isData = attribute(script, "type") === "application/ld+json";
    if (!isData && (attribute(script, "src") === undefined || script.childNodes.length)) wrong("inline script");
    // The switch for large print stands in the header and must be set before the page is painted, lest it jump.
    const inHeader = script.parentNode.tagName === "header";
    if (!isData && !inHeader && attribute(script, "defer") === undefined) wrong(`${attribute(script, "src")} blocks the page`);
    if (!isData && attribute(script, "type") === "module") wrong(`${attribute(script, "src")} is a module, which does not load from a folder`);
    if (isData) readJson(script, wrong);
  }
});

function readJson(script, wrong) {
  try {
    const known = JSON.parse(script.childNodes[0].value);
    if (known["@context"] !== "https://schema.org" || !known["@type"] || !known.inLanguage) wrong("data without context, type or language");
  } catch (error) {
    wrong(`data that is no JSON: ${error.message}`);
  }
}

everyPage("the policy is the exact strict one, and comes before anything is loaded", (page, wrong) => {
  const head = all(first(page.tree, "head"));
  const policies = head.filter((element) => attribute(element, "http-equiv")?.toLowerCase() === "content-security-policy");
  if (policies.length !== 1 || attribute(policies[0], "content") !== POLICY) wrong(`policy ${policies.map((p) => attribute(p, "content")).join(" | ") || "missing"}`);
  const loading = head.findIndex((element) => ["link", "script", "style", "img"].includes(element.tagName));
  if (loading >= 0 && loading < head.indexOf(policies[0])) wrong("something is loaded before the policy");
  if (all(page.tree, "meta").length !== all(first(page.tree, "head"), "meta").length) wrong("a meta element outside the head");
});

everyPage("the head says charset, width, description, in time", (page, wrong) => {
  const metas = all(first(page.tree, "head"), "meta");
  const meta = (name) => metas.filter((element) => attribute(element, "name") === name).map((element) => attribute(element, "content"));
  const charset = page.html.indexOf('<meta charset="utf-8">');
  if (charset < 0 || charset > 1000) wrong("charset is not said within the first 1024 bytes");
  if (meta("viewport").length !== 1 || !/width=device-width/.test(meta("viewport")[0])) wrong("no viewport of the device's width");
  if (/user-scalable=no|maximum-scale/.test(meta("viewport")[0] ?? "")) wrong("zooming is forbidden");
  if (meta("description").length !== 1 || tidy(meta("description")[0]).length < 2) wrong("no description");
  if (meta("referrer")[0] !== "no-referrer") wrong("tells other sites where its readers come from");
});

test("titles are there and unique within a language", () => {
  const problems = [];
  const seen = new Map();
  for (const page of pages) {
    const title = tidy(text(first(page.tree, "title") ?? {}));
    const key = `${page.lang} ${title}`;
    if (!title) problems.push(`${page.path}: no title`);
    if (seen.has(key)) problems.push(`${page.path}: has the title of ${seen.get(key)}, “${title}”`);
    seen.set(key, page.path);
  }
  none(problems);
});

everyPage("dates are given for machines, too", (page, wrong) => {
  for (const time of all(page.tree, "time")) {
    const stamp = attribute(time, "datetime") ?? "";
    // A month is a date where the day is not stated.
    if (!/^\d{4}-\d{2}(-\d{2})?$/.test(stamp) || Number.isNaN(Date.parse(stamp))) wrong(`time “${tidy(text(time))}” is ${stamp || "without a date"}`);
    if (!tidy(text(time)).includes(stamp.slice(0, 4))) wrong(`time ${stamp} is shown as “${tidy(text(time))}”`);
  }
});

everyPage("issuer, date of issue and the date the figures hold for are on the page", (page, wrong) => {
  const footer = all(body(page), "footer").find((element) => !isWithin(element, "main"));
  if (!footer || all(footer, "time").length < 2 || all(footer, "dd").some((dd) => !tidy(text(dd)))) wrong("the footer lacks issuer, date or as-of date");
});
