import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const FLAGS = JSON.parse(
  readFileSync(
    new URL("../../acceptance/src/test/resources/chromium.json", import.meta.url),
    "utf8",
  ),
);

/**
 * How the browser of stories, pictures and benches is started. Lists of flags: `headless` is what a machine
 * without a display needs, `drawnDevices` answers prompts and lets sound play without a gesture,
 * `bridgeInThePage` lets two pages of one browser be each other's bridge.
 */
export function startOptions(...lists) {
  return {
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["headless", ...lists].flatMap((name) => FLAGS[name]),
  };
}

export function startBrowser(...lists) {
  return chromium.launch(startOptions(...lists));
}
