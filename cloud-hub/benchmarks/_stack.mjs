// Starts and ends the whole stack through ./run, on a data folder of its own.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./_report.mjs";

const START_SECONDS_MAX = 150;

/** Resolves when ./run has said that all is ready: { data, ready, seconds, end }. `end()` stops it and removes the folder. */
export async function start({
  boxes = 1,
  data = mkdtempSync(join(tmpdir(), "wuduan-bench-")),
  settings = [],
} = {}) {
  const begun = performance.now();
  const options = ["--port", "0", "--data", data, "--boxes", String(boxes)];
  const child = spawn(
    join(root, "run"),
    [...options, ...settings.flatMap((each) => ["--set", each])],
    {
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const ended = new Promise((resolve) => child.once("exit", resolve));
  try {
    await said(child, /^ready in /m);
  } catch (failure) {
    child.kill("SIGTERM");
    await ended;
    throw failure;
  }
  const seconds = (performance.now() - begun) / 1000;
  const end = async ({ keep = false } = {}) => {
    child.kill("SIGTERM");
    await ended;
    if (!keep) rmSync(data, { recursive: true, force: true });
  };
  return {
    data,
    seconds,
    end,
    ready: JSON.parse(readFileSync(join(data, "run/ready.json"), "utf8")),
  };
}

function said(child, sign) {
  return new Promise((resolve, reject) => {
    let text = "";
    const late = setTimeout(
      () => reject(new Error(`not ready after ${START_SECONDS_MAX} s:\n${text}`)),
      START_SECONDS_MAX * 1000,
    );
    const listen = (chunk) => {
      text += chunk;
      if (sign.test(text)) {
        clearTimeout(late);
        resolve();
      }
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("exit", (status) => {
      clearTimeout(late);
      reject(new Error(`./run ended with ${status}:\n${text}`));
    });
  });
}
