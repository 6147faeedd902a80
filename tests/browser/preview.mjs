// The preview of a folder, as tests start and stop it.
//
// GONGKAI  the program, by default ../../target/release/gongkai

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";

const program = resolve(process.env.GONGKAI ?? join(import.meta.dirname, "../../target/release/gongkai"));

/** Starts the preview, on a port of the system's choice unless one is given. Gives its `address` and `stop()`. */
export function startPreview(folder, port = "0") {
  const preview = spawn(program, ["--root", folder, "--lang", "zh", "serve", "--port", port]);
  let said = "";
  return new Promise((resolve, reject) => {
    preview.on("exit", () => reject(new Error(said)));
    preview.on("error", reject); // the program is not there
    preview.stderr.on("data", (part) => {
      said += part;
      const address = said.match(/预览：(http:\/\/[^/]+\/)/)?.[1];
      if (address) resolve({ address, stop: () => stop(preview) });
    });
  });
}

/** Presses Ctrl-C and waits until the preview is gone, and its port free. */
async function stop(preview) {
  if (preview.exitCode !== null || preview.signalCode !== null) return;
  preview.kill("SIGINT");
  await once(preview, "exit");
}
