// From a box's POST to the number painted on the doctor's page, in a live consultation; and to the hub's acknowledgement,
// which comes after the commit.
import { createPrivateKey, randomUUID, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { nothingWorn, signIn, talk } from "../join/ours.mjs";
import { terminal } from "../join/terminals.mjs";

const SYSTOLIC_MIN = 100;
const SYSTOLIC_SPREAD = 80;
// Between two readings: longer than the hub gathers changes of a view, so that each is painted by itself.
const PAUSE_MILLIS = 300;

/** `count` readings, one after the other: a list of { commit_ms, pixel_ms }. */
export async function pixels(browser, stack, count) {
  const password = readFileSync(`${stack.data}/secrets/demo-password`, "utf8").trim();
  const url = (name) => stack.ready.terminals.find((one) => one.name === name).url;
  await nothingWorn(stack);
  const tv = await terminal(browser, { code: 1, width: 1280, height: 720 });
  const doctor = await terminal(browser, { code: 3, width: 1366, height: 768 });
  await tv.goto(url("tv-1"));
  await signIn(doctor, url("doctor-1"), { login: "doctor-1", password }, "workstation");
  await talk(tv, doctor);
  const box = await ownBox(stack);
  await box.deliver(reading(SYSTOLIC_MIN - 1));
  await doctor.locator(".strip [data-vital='systolic']").first().waitFor();
  const runs = [];
  for (let number = 0; number < count; number += 1) {
    runs.push(await one(doctor, box, SYSTOLIC_MIN + (number % SYSTOLIC_SPREAD)));
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS));
  }
  return runs;
}

async function one(doctor, box, systolic) {
  const painted = doctor.evaluate(awaitPainted, String(systolic));
  const begin = Date.now();
  await box.deliver(reading(systolic));
  const commit = Date.now() - begin;
  return { commit_ms: commit, pixel_ms: (await painted) - begin };
}

/** In the page: when a picture with the number has been drawn, by the machine's clock. */
function awaitPainted(wanted) {
  return new Promise((resolve) => {
    const look = () => {
      const shown = document.querySelector(".strip [data-vital='systolic']")?.textContent ?? "";
      // The callback runs before this picture is drawn; the next one begins after it was.
      if (shown.includes(wanted)) requestAnimationFrame(() => resolve(Date.now()));
      else requestAnimationFrame(look);
    };
    look();
  });
}

function reading(systolic) {
  const mercury = (value) => ({ value: String(value), unit: "mm[Hg]" });
  return {
    id: randomUUID(),
    profile: "blood_pressure",
    device: { address: "C0:00:00:00:01:01", model: "SimBP" },
    receivedAt: new Date().toISOString(),
    bytes: "1e8e005600",
    marks: [],
    values: [
      { loinc: "8480-6", mdc: 150021, quantity: mercury(systolic) },
      { loinc: "8462-4", mdc: 150022, quantity: mercury(60) },
    ],
  };
}

/** Speaks to the hub as box 1 does, with its key. */
async function ownBox(stack) {
  const kept = JSON.parse(readFileSync(`${stack.data}/box-1/box-key.json`, "utf8"));
  const key = createPrivateKey({
    key: Buffer.from(kept.privateKey, "base64url"),
    format: "der",
    type: "pkcs8",
  });
  const post = async (path, body, token) => {
    const answer = await fetch(stack.ready.hub + path, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} was refused: ${await answer.text()}`);
    return answer.json();
  };
  const challenge = await post("/api/box-tokens/challenges", { boxId: kept.boxId });
  const signature = sign(null, Buffer.from(`wuduan-box-token:${challenge.nonce}`), key);
  const { token } = await post("/api/box-tokens", {
    boxId: kept.boxId,
    challengeId: challenge.challengeId,
    signature: signature.toString("base64url"),
  });
  return { deliver: (one) => post("/api/readings", { readings: [one] }, token) };
}
