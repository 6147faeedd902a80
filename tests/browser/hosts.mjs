// Real web servers as Debian packs them, each with a configuration of its own in a folder of its own: no service, no port below 1024. What
// `gongkai hosting` prints is included as it is.
//
// GONGKAI  the program, by default ../../target/release/gongkai

import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

// Servers without rights read what is written here.
process.umask(0o022);

const program = resolve(process.env.GONGKAI ?? join(import.meta.dirname, "../../target/release/gongkai"));
const notice = join(import.meta.dirname, "../..");
const gongkai = (...args) => execFileSync(program, ["--root", notice, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** Publishes the notice for this address into a new folder that servers may read. */
export function published(address) {
  const folder = readable();
  const site = join(folder, "public");
  gongkai("build", "--output", site, "--base-url", address);
  return site;
}

/** A folder that a server without rights may read. */
function readable() {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-host-"));
  chmodSync(folder, 0o755);
  return folder;
}

/** The servers: how each is told where the site is, and how it is started in the foreground. */
const SERVERS = {
  nginx({ folder, port, path, snippet }) {
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join(" ");
    const server = path === "/" ? `include ${snippet};` : `server { listen ${port}; server_name 127.0.0.1; include ${snippet}; }`;
    write(folder, "nginx.conf", `daemon off; pid ${folder}/pid; error_log stderr warn; events {} http { access_log off; ${temporary} ${server} }`);
    return ["nginx", "-p", folder, "-e", "stderr", "-c", `${folder}/nginx.conf`];
  },
  apache({ folder, port, path, snippet }) {
    const modules = ["mpm_event", "authz_core", "alias", "autoindex", "deflate", "dir", "filter", "headers", "mime"].map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
    const site = path === "/" ? `Include ${snippet}` : `<VirtualHost *:${port}>\nServerName 127.0.0.1\nInclude ${snippet}\n</VirtualHost>`;
    const user = process.getuid() === 0 ? "User nobody\nGroup nogroup" : "";
    const own = `ServerRoot ${folder}\nDefaultRuntimeDir ${folder}\nPidFile ${folder}/pid\nErrorLog ${folder}/log\nLogLevel warn\nTypesConfig /dev/null\nServerName 127.0.0.1\nListen ${port}`;
    write(folder, "apache.conf", [...modules, own, user, site, ""].join("\n"));
    return ["apache2", "-f", `${folder}/apache.conf`, "-DFOREGROUND"];
  },
  caddy({ folder, port, path, snippet }) {
    const site = path === "/" ? `import ${snippet}` : `http://127.0.0.1:${port} {\n\timport ${snippet}\n\trespond 404\n}`;
    write(folder, "Caddyfile", `{\n\tadmin off\n\tlog {\n\t\tlevel WARN\n\t}\n}\n${site}\n`);
    return ["caddy", "run", "--adapter", "caddyfile", "--config", `${folder}/Caddyfile`];
  },
  python({ folder, port, path, site }) {
    const mounted = join(folder, "root", path);
    mkdirSync(dirname(mounted), { recursive: true });
    symlinkSync(site, mounted.replace(/\/$/, ""));
    return ["python3", "-m", "http.server", String(port), "--bind", "127.0.0.1", "--directory", join(folder, "root")];
  },
};

export const KINDS = Object.keys(SERVERS);

/** Starts a server of a kind for a published folder at a path, on a port of its own unless one is given. Gives `url(path)`, what it
 * complains of at the start, and `close()`. */
export async function host(kind, path, site, port) {
  for (let left = port ? 0 : 4; ; left--) {
    try {
      return await hostAt(kind, path, site, port ?? (await freePort()));
    } catch (error) {
      // Another program took the port before the server did.
      if (!left || !/in use/i.test(error.message)) throw error;
    }
  }
}

async function hostAt(kind, path, site, port) {
  const folder = readable();
  const origin = `http://127.0.0.1:${port}`;
  const snippet = kind !== "python" && write(folder, "snippet.conf", gongkai("hosting", kind, "--folder", site, "--base-url", origin + path));
  const [command, ...args] = SERVERS[kind]({ folder, port, path, site, snippet });
  const environment = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder, PATH: `${process.env.PATH}:/usr/sbin` };
  const server = spawn(command, args, { cwd: folder, env: environment, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  server.stderr.on("data", (part) => (said += part));
  const ended = new Promise((resolve) => server.on("error", (error) => resolve((said += error))).on("exit", resolve));
  const close = async () => {
    server.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  await answers(origin, path, readFileSync(join(site, "index.html")), server, () => said).catch(async (error) => {
    await close();
    throw error;
  });
  return { origin, complaints: complaints(said, join(folder, "log")), url: (asked) => origin + path + encodeURI(asked), close };
}

function write(folder, name, text) {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

/** The warnings and errors that a server has written to the terminal or to its log. */
function complaints(said, log) {
  const lines = [said, existsSync(log) ? readFileSync(log, "utf8") : ""].join("\n").split("\n");
  return lines.filter((line) => /\b(warn|error|crit|alert|emerg)\b/i.test(line) && !line.includes("admin endpoint disabled"));
}

/** A port that nobody listens on. */
export async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Waits until a server answers with the home of its site, as no other server does, or says why it never will. */
async function answers(origin, path, home, server, said) {
  const end = Date.now() + 60_000;
  while (Date.now() < end && server.exitCode === null && server.pid !== undefined) {
    if ((await ask(origin, path).catch(() => null))?.body.equals(home)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the server does not answer: ${said()}`);
}

/** Asks for a path exactly as it stands, which `fetch` would tidy first. Gives status, headers and the bytes as sent. */
export function ask(origin, path, headers = {}) {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers: { Connection: "close", ...headers } }, async (response) => {
      const body = Buffer.concat(await response.toArray());
      resolve({ status: response.statusCode, headers: response.headers, body });
    });
    asked.on("error", reject).end();
  });
}
