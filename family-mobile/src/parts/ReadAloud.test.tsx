// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { ReadAloud } from "./ReadAloud.tsx";

class Utterance {
  voice: unknown;
  lang = "";
  onend: () => void = () => undefined;
  onerror: () => void = () => undefined;

  constructor(readonly text: string) {}
}

/** A phone with these voices; the answer tells what it reads. */
function phone(...voices: { lang: string; localService: boolean }[]) {
  const said: Utterance[] = [];
  const cancel = vi.fn();
  vi.stubGlobal("SpeechSynthesisUtterance", Utterance);
  vi.stubGlobal("speechSynthesis", {
    getVoices: () => voices,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    speak: (one: Utterance) => said.push(one),
    cancel,
  });
  render(<ReadAloud text="每天早上吃一片" />);
  return { said, cancel };
}

const key = () => document.querySelector<HTMLElement>('[data-action="read-aloud"]');
const press = () => act(async () => void fireEvent.click(key() as HTMLElement));

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("a voice of the phone reads the words, until they end or somebody stops it", async () => {
  const { said, cancel } = phone({ lang: "zh-CN", localService: true });

  await press();
  expect(said).toMatchObject([{ text: "每天早上吃一片", lang: "zh-CN" }]);
  expect(key()?.dataset["reading"]).toBe("true");
  await press();
  expect(cancel).toHaveBeenCalledOnce();
  expect(key()?.dataset["reading"]).toBe("false");

  await press();
  await act(async () => said[1]?.onend());
  expect(key()?.dataset["reading"]).toBe("false");
});

test.each([
  ["only voices of somebody else's machine", [{ lang: "zh-CN", localService: false }]],
  ["no voice of the language", [{ lang: "en-US", localService: true }]],
  ["no voice", []],
])("with %s there is no such key", (_, voices) => {
  phone(...voices);

  expect(key()).toBeNull();
});
