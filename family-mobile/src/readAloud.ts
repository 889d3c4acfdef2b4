import { useEffect, useState } from "react";
import type { Language } from "@wuduan/contract/messages.ts";

/** A voice on the phone itself: others send what they read, which is the patient's, to their maker. */
function ownVoice(language: Language): SpeechSynthesisVoice | undefined {
  const spoken = language.slice(0, 2);
  return voices()?.find(({ lang, localService }) => localService && lang.startsWith(spoken));
}

const voices = () => ("speechSynthesis" in window ? speechSynthesis.getVoices() : undefined);

/** Reads a text aloud and stops; undefined where the phone has no voice of its own for the language. */
export function useReadAloud(text: string, language: Language) {
  const [voice, setVoice] = useState(() => ownVoice(language));
  const [reading, setReading] = useState(false);
  useEffect(() => {
    const look = () => setVoice(ownVoice(language));
    look();
    if (!voices()) return undefined;
    // Browsers load their voices late.
    speechSynthesis.addEventListener("voiceschanged", look);
    return () => speechSynthesis.removeEventListener("voiceschanged", look);
  }, [language]);
  useEffect(() => (reading ? () => speechSynthesis.cancel() : undefined), [reading]);
  if (!voice) return undefined;
  const toggle = () => {
    setReading(!reading);
    if (reading) return;
    const said = new SpeechSynthesisUtterance(text);
    said.voice = voice;
    said.lang = voice.lang;
    said.onend = said.onerror = () => setReading(false);
    speechSynthesis.speak(said);
  };
  return { reading, toggle };
}
