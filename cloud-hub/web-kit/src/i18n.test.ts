import { expect, test } from "vitest";
import { createI18n, LANGUAGE_KEY, wordsIn } from "./i18n.ts";

function memory(start: Record<string, string> = {}) {
  const kept = new Map(Object.entries(start));
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}
const texts = {
  zh: { see: "看医生", waited: "等了 {minutes} 分钟" },
  en: { see: "See a doctor", waited: "Waited {minutes} min" },
} as const;

test("speaks Chinese first", () => {
  const { t, language } = createI18n(texts, memory());

  expect(language()).toBe("zh-CN");
  expect(t("see")).toBe("看医生");
});

test("keeps the language of the terminal", () => {
  const storage = memory();
  createI18n(texts, storage).setLanguage("en");

  expect(storage.kept.get(LANGUAGE_KEY)).toBe("en");
  expect(createI18n(texts, storage).t("see")).toBe("See a doctor");
});

test("tells of a change once", () => {
  const i18n = createI18n(texts, memory());
  const seen: string[] = [];
  const stop = i18n.onLanguage((language) => seen.push(language));

  i18n.setLanguage("en");
  i18n.setLanguage("en");
  stop();
  i18n.setLanguage("zh-CN");

  expect(seen).toEqual(["en"]);
});

test("fills in what a text asks for", () => {
  const { t } = createI18n(texts, memory({ [LANGUAGE_KEY]: "en" }));

  expect(t("waited", { minutes: 4 })).toBe("Waited 4 min");
});

test("a missing text or value does not compile", () => {
  // @ts-expect-error the English dictionary lacks `waited`
  const { t } = createI18n({ zh: texts.zh, en: { see: "" } }, memory());

  // @ts-expect-error no such key
  expect(() => t("sea")).toThrow();
  // @ts-expect-error `minutes` is missing
  expect(t("waited")).toBe("等了 {minutes} 分钟");
});

test("works where nothing can be stored", () => {
  const i18n = createI18n(texts, undefined);

  i18n.setLanguage("en");

  expect(i18n.t("see")).toBe("See a doctor");
});

test("the words of a part follow the language of the whole", () => {
  const whole = createI18n(texts, memory());
  const t = wordsIn(whole)({ zh: { beds: "{count} 张床" }, en: { beds: "{count} beds" } } as const);

  expect(t("beds", { count: 3 })).toBe("3 张床");
  whole.setLanguage("en");
  expect(t("beds", { count: 3 })).toBe("3 beds");
});
