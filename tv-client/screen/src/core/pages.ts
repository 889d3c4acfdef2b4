/** Characters of one page at three metres: 48 px type, seven lines of 30 Chinese characters. */
export const PAGE_CHARACTERS_MAX = { "zh-CN": 170, en: 330 } as const;

const SENTENCE = /[^。!?！？;；.]+[。!?！？;；.]*\s*/gu;

/** A paragraph that is longer than a page is divided between sentences, never within a word of one. */
function sentences(paragraph: string, max: number): string[] {
  if (paragraph.length <= max) return [paragraph];
  const parts: string[] = [];
  for (const sentence of paragraph.match(SENTENCE) ?? [paragraph]) {
    const last = parts[parts.length - 1];
    if (last !== undefined && last.length + sentence.length <= max) {
      parts[parts.length - 1] = last + sentence;
    } else {
      parts.push(...chunks(sentence, max));
    }
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

function chunks(text: string, max: number): string[] {
  const out: string[] = [];
  for (let from = 0; from < text.length; from += max) out.push(text.slice(from, from + max));
  return out;
}

/** Paragraphs laid out on pages of at most `max` characters; there is always at least one page. */
export function pagesOf(paragraphs: readonly string[], max: number): readonly string[][] {
  const pages: string[][] = [];
  let length = max;
  for (const part of paragraphs.flatMap((paragraph) => sentences(paragraph, max))) {
    if (length + part.length > max) {
      pages.push([]);
      length = 0;
    }
    pages[pages.length - 1]?.push(part);
    length += part.length;
  }
  return pages.length === 0 ? [[]] : pages;
}
