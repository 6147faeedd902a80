// What a reader on a slow line pays: bytes over the wire, text compressed as any server does it (gzip, level 6).

import { dirname, posix } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { all, attribute, bytes, homes, none, pages } from "./shared.mjs";

const KB = 1000;
const LIMITS = { home: 60 * KB, issue: 40 * KB };

const isText = (path) => /\.(html|css|js|svg|json|xml|csv|txt)$/.test(path);
const sizes = new Map();
function onTheWire(path) {
  if (!sizes.has(path)) sizes.set(path, isText(path) ? gzipSync(bytes(path), { level: 6 }).length : bytes(path).length);
  return sizes.get(path);
}

/** The page and all that it loads. Nothing else can load anything: scripts have no network, styles have no `url()` (see links). */
function loaded(page) {
  const resources = all(page.tree).filter((element) => attribute(element, "src") ?? (element.tagName === "link" && /\b(stylesheet|icon|preload)\b/.test(attribute(element, "rel"))));
  const paths = resources.map((element) => posix.join(dirname(page.path), attribute(element, "src") ?? attribute(element, "href")));
  return [page.path, ...new Set(paths)];
}

const weight = (page) => loaded(page).reduce((sum, path) => sum + onTheWire(path), 0);

for (const [kind, limit] of Object.entries(LIMITS)) {
  test(`the heaviest ${kind} page with all that it loads is under ${limit / KB} KB`, (t) => {
    const weighed = pages.filter((page) => page.kind === kind).map((page) => ({ page, bytes: weight(page) }));
    weighed.sort((a, b) => b.bytes - a.bytes);
    for (const { page, bytes } of weighed.slice(0, 3)) t.diagnostic(`${page.path}: ${(bytes / KB).toFixed(1)} KB, of it ${loaded(page).map((path) => `${posix.basename(path)} ${(onTheWire(path) / KB).toFixed(1)}`).join(", ")}`);
    none(weighed.filter(({ bytes }) => bytes >= limit).map(({ page, bytes }) => `${page.path}: ${(bytes / KB).toFixed(1)} KB`));
  });
}

test("the text for searching is loaded by the search page alone", () => {
  const heavy = new Set(homes.map((home) => `${home.root}search-text.js`));
  none(pages.filter((page) => page.kind !== "search" && loaded(page).some((path) => heavy.has(path))).map((page) => `${page.path} loads the text for searching`));
});
