/** What fits on one page at three metres in 54 px type: characters on a line, and lines. */
export interface PageSize {
  readonly characters: number;
  readonly lines: number;
}

export const PAGE_SIZES = {
  "zh-CN": { characters: 28, lines: 6 },
  en: { characters: 50, lines: 6 },
} as const;

const SENTENCE = /[^。!?！？;；.]+[。!?！？;；.]*\s*/gu;

function linesOf(text: string, { characters }: PageSize): number {
  return Math.max(1, Math.ceil(text.length / characters));
}

/** A paragraph that is longer than a page is divided between sentences, and only then within one. */
function parts(paragraph: string, size: PageSize): string[] {
  if (linesOf(paragraph, size) <= size.lines) return [paragraph];
  const out: string[] = [];
  for (const sentence of paragraph.match(SENTENCE) ?? [paragraph]) {
    const longer = `${out[out.length - 1] ?? ""}${sentence}`;
    if (out.length > 0 && linesOf(longer, size) <= size.lines) out[out.length - 1] = longer;
    else out.push(...chunks(sentence, size.characters * size.lines));
  }
  return out.map((part) => part.trim()).filter((part) => part !== "");
}

function chunks(text: string, max: number): string[] {
  const out: string[] = [];
  for (let from = 0; from < text.length; from += max) out.push(text.slice(from, from + max));
  return out;
}

/** Paragraphs laid out on pages; there is always at least one page. */
export function pagesOf(paragraphs: readonly string[], size: PageSize): readonly string[][] {
  const pages: string[][] = [];
  let used = size.lines;
  for (const part of paragraphs.flatMap((paragraph) => parts(paragraph, size))) {
    const lines = linesOf(part, size);
    if (used + lines > size.lines) {
      pages.push([]);
      used = 0;
    }
    pages[pages.length - 1]?.push(part);
    used += lines;
  }
  return pages.length === 0 ? [[]] : pages;
}
