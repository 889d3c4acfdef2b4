// One browser process with a context of its own for each terminal, and a drawn camera (640x360, 10 pictures a second)
// and a tone for each, from the stories.
import { readFileSync } from "node:fs";
import { startBrowser } from "../../web-kit/screens/chromium.mjs";
import { root } from "../_report.mjs";

export const PATIENCE_MILLIS = 60_000;
const STORIES = `${root}/cloud-hub/acceptance/src/test/resources`;

export function openBrowser() {
  return startBrowser("drawnDevices");
}

/** Opens an empty page whose camera shows the code of a seat (1 to 30). */
export async function terminal(browser, { code, width, height }, scripts = []) {
  const context = await browser.newContext({ viewport: { width, height }, locale: "zh-CN" });
  context.setDefaultTimeout(PATIENCE_MILLIS);
  const seat = { code, hertz: 500 + 170 * code, colour: "#3f6f8f" };
  await context.addInitScript(
    `window.WUDUAN_SEAT = ${JSON.stringify(seat)};\n${readFileSync(`${STORIES}/seat-camera.js`, "utf8")}`,
  );
  for (const script of [
    `${STORIES}/seat-reader.js`,
    `${root}/cloud-hub/benchmarks/join/first-frames.js`,
    ...scripts,
  ]) {
    await context.addInitScript({ path: script });
  }
  return context.newPage();
}

/** Waits until a page shows moving pictures of so many others. */
export async function seesOthers(page, others) {
  await page.waitForFunction(
    (wanted) =>
      window.wuduanReader.tiles().filter(({ seen, frames }) => seen && frames > 5).length >= wanted,
    others,
    { polling: 250 },
  );
}

/** Clicks "join" on the fifth page and waits until all four others have appeared. */
export async function timedJoin(page, others) {
  await page.locator("[data-action='join']").first().click();
  await page.waitForFunction((wanted) => window.wuduanFrames.since().length >= wanted, others, {
    polling: 100,
  });
  const since = await page.evaluate(() => window.wuduanFrames.since());
  return { first: since[0], all: since[others - 1] };
}
