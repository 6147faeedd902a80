// The preview of a folder, as tests start and stop it.
//
// GONGKAI  the program, by default ../../target/release/gongkai

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";

const program = resolve(process.env.GONGKAI ?? join(import.meta.dirname, "../../target/release/gongkai"));

/** Starts the preview, on a port of the system's choice unless one is given. Gives its `address` and `stop()`. */
export async function startPreview(folder, port = "0") {
  for (let left = 20; ; left--) {
    try {
      return await tryPreview(folder, port);
    } catch (error) {
      // Another program may have the port for a moment.
      if (!left || !error.message.includes("已被占用")) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

function tryPreview(folder, port) {
  const preview = spawn(program, ["--root", folder, "--lang", "zh", "serve", "--port", port]);
  let said = "";
  let timer;
  const answer = new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`the preview says no address: ${said}`)), 60_000);
    preview.on("close", () => reject(new Error(said)));
    preview.on("error", reject); // the program is not there
    preview.stderr.on("data", (part) => {
      said += part;
      const address = said.match(/预览：(http:\/\/[^/]+\/)/)?.[1];
      if (address) resolve({ address, stop: () => stop(preview) });
    });
  });
  answer.catch(() => preview.kill());
  return answer.finally(() => clearTimeout(timer));
}

/** Presses Ctrl-C and waits until the preview is gone, and its port free. */
async function stop(preview) {
  if (preview.exitCode !== null || preview.signalCode !== null) return;
  preview.kill("SIGINT");
  await once(preview, "exit");
}
