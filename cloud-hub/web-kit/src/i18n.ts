import type { Language } from "@wuduan/contract/messages.ts";

/** The names in braces of a text: `"{count} 分钟前"` → `"count"`. */
type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/** What a text needs: nothing, its named values, or, for texts not known to the compiler, any values. */
type Values<Text extends string> = string extends Text
  ? [values?: Record<string, string | number>]
  : [NamesIn<Text>] extends [never]
    ? []
    : [values: Record<NamesIn<Text>, string | number>];

export interface Translate<Texts extends Record<string, string>> {
  <Key extends keyof Texts & string>(key: Key, ...values: Values<Texts[Key]>): string;
}

export interface I18n<Texts extends Record<string, string>> {
  t: Translate<Texts>;
  language(): Language;
  setLanguage(language: Language): void;
  onLanguage(listener: (language: Language) => void): () => void;
}

/** Where a terminal keeps its language; each terminal has its own host name, so its own storage. */
export const LANGUAGE_KEY = "wuduan.language";

/**
 * The texts of one client in both languages. The Chinese dictionary decides which keys there are; an
 * English one with a key missing or too many does not compile.
 */
export function createI18n<const Texts extends Record<string, string>>(
  dictionaries: { zh: Texts; en: { [Key in keyof Texts]: string } },
  storage: Pick<Storage, "getItem" | "setItem"> | undefined = browserStorage(),
): I18n<Texts> {
  let language: Language = storage?.getItem(LANGUAGE_KEY) === "en" ? "en" : "zh-CN";
  const listeners = new Set<(language: Language) => void>();
  return {
    t: (key, ...[values]) =>
      filled(dictionaries[language === "en" ? "en" : "zh"][key], values ?? {}),
    language: () => language,
    setLanguage: (chosen) => {
      if (chosen === language) return;
      language = chosen;
      storage?.setItem(LANGUAGE_KEY, chosen);
      for (const listener of [...listeners]) listener(chosen);
    },
    onLanguage: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Words of one part of a client, kept beside it and spoken in the language of the whole. */
export function wordsIn(i18n: { language(): Language }) {
  return <const Texts extends Record<string, string>>(dictionaries: {
      zh: Texts;
      en: { [Key in keyof Texts]: string };
    }): Translate<Texts> =>
    (key, ...[values]) =>
      filled(dictionaries[i18n.language() === "en" ? "en" : "zh"][key], values ?? {});
}

function filled(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}

/** Undefined where a browser forbids it (private windows, no origin): the choice then lasts for the page. */
function browserStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
