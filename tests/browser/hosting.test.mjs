// The same folder on real servers, at the root and under a path: nginx, Apache and Caddy with what `gongkai hosting` prints for them, and
// Python's http.server, which sets nothing. What each sends, and what a browser makes of it.

import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { after, before, describe, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { KINDS, ask, host, published } from "./hosts.mjs";
import { WHOLE_CHROMIUM, distinctPages, eachPage, listen, none, openBrowser, samples } from "./shared.mjs";

const PATHS = ["/", "/notice/2025/"];
const TEXT = { html: "text/html", css: "text/css", js: "text/javascript", json: "application/json", csv: "text/csv", xml: "application/xml", txt: "text/plain", svg: "image/svg+xml" };
/** Files that are no text: compressed already, and of no character set. Servers know an icon by either name. */
const BINARY = {
  docx: ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  xlsx: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  png: ["image/png"],
  ico: ["image/x-icon", "image/vnd.microsoft.icon"],
};
const HEADERS = { "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "x-frame-options": "DENY", "content-security-policy": "frame-ancestors 'none'" };

const SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";
const OFFICE = "application/vnd.openxmlformats-officedocument";
const RUNS = '<svg xmlns="http://www.w3.org/2000/svg"><script>new Image().src = "ran.png"</script></svg>';

/** Attachments, some of which no check would let pass: what each holds, its type, its policy, and whether it is saved. */
const ATTACHED = {
  "a.svg": [RUNS, "image/svg+xml; charset=utf-8", SANDBOX],
  "图 1.SVG": [RUNS, "image/svg+xml; charset=utf-8", SANDBOX],
  "a.xml": ['<a xmlns:h="http://www.w3.org/1999/xhtml"><h:script>new Image().src = "ran.png"</h:script></a>', "application/xml; charset=utf-8", SANDBOX],
  "a.html": ['<!DOCTYPE html><script>new Image().src = "ran.png"</script>', "text/html; charset=utf-8", SANDBOX],
  "b/a.txt": ["<script>alert(1)</script>", "text/plain; charset=utf-8", SANDBOX],
  "a.docx": ["PK", `${OFFICE}.wordprocessingml.document`, SANDBOX, "attachment"],
  "b/a.PPTX": ["PK", `${OFFICE}.presentationml.presentation`, SANDBOX, "attachment"],
  "a.pdf": [pdf(), "application/pdf", HEADERS["content-security-policy"]],
};

/** A page of nothing, as PDF. */
function pdf() {
  const objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>"];
  let text = "%PDF-1.4\n";
  const places = objects.map((object, i) => {
    const place = text.length;
    text += `${i + 1} 0 obj${object}endobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  return `${text}xref\n0 4\n0000000000 65535 f \n${places.join("")}trailer<</Size 4/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
}

// The viewer of PDF belongs to the whole browser.
let browser, viewer;
const sites = new Map();
before(async () => {
  for (const path of PATHS) sites.set(path, published(`http://127.0.0.1${path}`));
  sites.set(PATHS[1], linked(sites.get(PATHS[1])));
  for (const site of sites.values()) {
    writeFileSync(join(site, ".secret"), "a file of the host's own\n");
    mkdirSync(join(site, "files/b"), { recursive: true });
    for (const [name, [content]] of Object.entries(ATTACHED)) writeFileSync(join(site, "files", name), content);
    writeFileSync(join(site, "files/.secret.pdf"), "another\n");
  }
  [browser, viewer] = await Promise.all([openBrowser(), openBrowser(WHOLE_CHROMIUM)]);
});
after(async () => {
  await Promise.all([browser?.close(), viewer?.close()]);
  for (const site of sites.values()) rmSync(dirname(site), { recursive: true });
});

/** A symbolic link to a folder, by which a host goes over to another one at once. */
function linked(site) {
  symlinkSync(site, `${site}-now`);
  return `${site}-now`;
}

const filesOf = (site) =>
  readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => relative(site, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .filter((path) => !path.startsWith("files/"));

/** A few files of each folder and ending: what a server is told goes by these. */
function someOf(files) {
  const known = new Map();
  const isNew = (name) => {
    const form = `${dirname(name)} ${ending(name)}`;
    known.set(form, (known.get(form) ?? 0) + 1);
    return known.get(form) <= 3;
  };
  return files.filter(isNew);
}

/** Looks at every file, a few at once, as browsers do; Python's server resets more. Gives the problems, each with its file. */
async function eachFile(files, look) {
  const left = [...files];
  const problems = [];
  const some = async () => {
    for (let name = left.pop(); name; name = left.pop()) problems.push(...(await look(name)).map((problem) => `${name}: ${problem}`));
  };
  await Promise.all(Array.from({ length: 4 }, some));
  return problems;
}

const ending = (path) => path.split(".").at(-1);
const isAsset = (path) => path.startsWith("assets/");

for (const path of PATHS) {
  for (const kind of KINDS) {
    // Python's server is there for its bare types and statuses: it knows no configuration.
    const isConfigured = kind !== "python";
    // One of them sends every file and every page that is built of something of its own, the others some of each form.
    const isWhole = kind === "nginx" && path === "/";
    describe(`${kind} at ${path}`, () => {
      let server, files;
      before(async () => {
        files = isWhole ? filesOf(sites.get(path)) : someOf(filesOf(sites.get(path)));
        server = await host(kind, path, sites.get(path));
      });
      after(() => server?.close());
      const get = (name, headers) => ask(server.origin, path + name, headers);
      const ofEvery = (look) => async () => none(await eachFile(files, look));

      test("the server has nothing to say of its configuration", () => assert.deepEqual(server.complaints, []));

      test("every file comes whole, with its type", ofEvery(async (name) => {
        const { status, headers, body } = await get(name);
        const type = isConfigured ? `${TEXT[ending(name)]}; charset=utf-8` : TEXT[ending(name)];
        const sent = headers["content-type"]?.toLowerCase();
        const types = BINARY[ending(name)] ?? [type];
        return [
          ...(status === 200 ? [] : [`status ${status}`]),
          ...(types.includes(sent) || (!isConfigured && ["application/xml", "text/xml"].includes(sent)) ? [] : [`type ${sent}`]),
          ...(body.equals(readFileSync(join(sites.get(path), name))) ? [] : ["differs from the file"]),
        ];
      }));

      test("addresses without a file name, with and without a slash, lead to the home of the language", async () => {
        for (const folder of ["", "en/"]) {
          const whole = await get(folder);
          assert.equal(whole.status, 200);
          assert.ok(whole.body.equals(readFileSync(join(sites.get(path), folder, "index.html"))));
          const asked = (path + folder).replace(/\/$/, "");
          if (!asked) continue;
          const { status, headers } = await ask(server.origin, asked);
          assert.ok([301, 308].includes(status), `${asked}: status ${status}`);
          assert.equal(headers.location, path + folder, "the redirect names no host, port or scheme");
        }
      });

      test("nothing outside the folder is served", async () => {
        const steps = ["../", "%2e%2e/", "..%2f", "..%5c", "assets/../../", "en/..;/"];
        for (const step of steps) {
          const { status, body } = await get(`${step.repeat(8)}etc/passwd`);
          assert.ok(status >= 400, `${step}: status ${status}`);
          assert.ok(!body.includes("root:"), step);
        }
      });

      const configured = { skip: !isConfigured && "knows no configuration" };

      test("every answer carries the headers; assets are kept, the rest is asked for anew", configured, ofEvery(async (name) => {
        const { headers } = await get(name);
        const kept = isAsset(name) ? "public, max-age=31536000, immutable" : "no-cache";
        const wrong = Object.entries({ ...HEADERS, "cache-control": kept }).filter(([header, value]) => headers[header] !== value);
        return wrong.map(([header, value]) => `${header} is ${headers[header]}, not ${value}`);
      }));

      test("what a reader has is not sent again, compressed or not", configured, async () => {
        for (const name of ["index.html", "en/notice.html", "data/issues.csv"]) {
          for (const encoding of ["gzip", "identity"]) {
            const first = await get(name, { "Accept-Encoding": encoding });
            const again = await get(name, { "Accept-Encoding": encoding, "If-None-Match": first.headers.etag, "If-Modified-Since": first.headers["last-modified"] });
            assert.equal(again.status, 304, `${name}, ${encoding}: ${first.headers.etag}`);
          }
        }
      });

      test("text is compressed, and caches are told so", configured, ofEvery(async (name) => {
        const whole = readFileSync(join(sites.get(path), name));
        if (whole.length < 1500 || BINARY[ending(name)]) return [];
        const { headers, body } = await get(name, { "Accept-Encoding": "gzip" });
        if (headers["content-encoding"] !== "gzip") return ["not compressed"];
        return [...(gunzipSync(body).equals(whole) ? [] : ["differs from the file"]), ...(/accept-encoding/i.test(headers.vary ?? "") ? [] : [`varies by ${headers.vary}`])];
      }));

      test("a missing address shows the page of its language, which no cache keeps", configured, async () => {
        const zh = readFileSync(join(sites.get(path), "404.html"));
        const en = readFileSync(join(sites.get(path), "en/404.html"));
        const missing = { "nothing.html": zh, "a/b/c/": zh, "nothing.css": zh, "assets/style.0.css": zh, "issues/": zh, ".secret": zh, "assets/.secret": zh, "files/nothing.svg": zh, "files/nothing.docx": zh, "files/.secret.pdf": zh, "en/nothing.html": en, "en/issues/a/b.json": en, "en/sections/": en };
        for (const [name, page] of Object.entries(missing)) {
          const { status, headers, body } = await get(name);
          // Apache says of a folder without a page that it is forbidden, and shows the same page.
          assert.equal(status, kind === "apache" && name.endsWith("s/") ? 403 : 404, name);
          assert.ok(body.equals(page), `${name}: ${body.subarray(0, 200)}`);
          assert.equal(headers["content-type"].toLowerCase(), "text/html; charset=utf-8", name);
          assert.ok(!headers["cache-control"]?.includes("immutable"), `${name}: ${headers["cache-control"]}`);
          for (const [header, value] of Object.entries(HEADERS)) assert.equal(headers[header], value, `${name}: ${header}`);
        }
      });

      test("attachments are sent in a sandbox, office documents to be saved, PDF to its viewer", configured, async () => {
        for (const [name, [content, type, policy, disposition]] of Object.entries(ATTACHED)) {
          const { status, headers, body } = await get(encodeURI(`files/${name}`));
          assert.equal(status, 200, name);
          assert.equal(body.toString(), content, name);
          const sent = { type: headers["content-type"]?.toLowerCase(), policy: headers["content-security-policy"], disposition: headers["content-disposition"] };
          assert.deepEqual(sent, { type, policy, disposition }, name);
          for (const [header, value] of Object.entries({ ...HEADERS, "cache-control": "no-cache", "content-security-policy": policy })) assert.equal(headers[header], value, `${name}: ${header}`);
        }
      });

      // Python's server, which sends no policy, shows that the scripts would run.
      test("nothing in an attachment runs", async () => {
        for (const name of ["a.svg", "图 1.SVG", "a.xml", "a.html"]) {
          const tab = await browser.tab();
          let ran = false;
          tab.on("request", (request) => (ran ||= request.url().endsWith("/ran.png")));
          await tab.goto(server.url(`files/${name}`), { waitUntil: "networkidle0" });
          await tab.close();
          assert.equal(ran, !isConfigured, name);
        }
      });

      test("a PDF opens in the browser's viewer", async () => {
        const tab = await viewer.tab();
        const shown = tab.browser().waitForTarget((target) => target.url().startsWith("chrome-extension:"), { timeout: 120_000 });
        await Promise.all([shown, tab.goto(server.url("files/a.pdf"))]);
        await tab.close();
      });

      const listening = async () => {
        const tab = await browser.tab();
        tab.heard = await listen(tab, server.url(""));
        return tab;
      };

      test("pages open in silence", async () => {
        // A page of each script and style, in every language.
        const walked = isWhole ? distinctPages() : samples.filter((page) => ["home", "notice", "issue", "issues", "search", "statistics"].includes(page.kind));
        const problems = await eachPage(walked, listening, async (tab, page) => {
          await tab.goto(server.url(page.path));
          const made = await tab.evaluate(() => ({ charset: document.characterSet, sheets: document.styleSheets.length, text: document.body.innerText.length }));
          const isRead = made.charset === "UTF-8" && made.sheets && made.text > 100;
          return [...(await tab.heard()), ...(isRead ? [] : [`read as ${JSON.stringify(made)}`])];
        });
        none(problems);
      });

      test("the page for missing addresses has its style and leads home, at any depth", configured, async () => {
        const tab = await listening();
        for (const [name, home, lang] of [["a/b/c.html", "", "zh-CN"], ["en/a/b/c.html", "en/", "en"]]) {
          const response = await tab.goto(server.url(name));
          assert.equal(response.status(), 404);
          const made = await tab.evaluate(() => ({ lang: document.documentElement.lang, sheets: document.styleSheets.length, link: document.querySelector("main a").href }));
          assert.deepEqual(made, { lang, sheets: 1, link: server.url(`${home}index.html`) });
          // Chromium itself writes that the page was not found; that is the one message that is right.
          assert.deepEqual((await tab.heard()).filter((heard) => !/status of 404/.test(heard)), []);
        }
        await tab.close();
      });
    });
  }
}
