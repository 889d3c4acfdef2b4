import { describe, expect, test } from "vitest";
import { createDrafts, DRAFT_KEPT_MILLIS, DRAFT_LENGTH_MAX, type DraftStorage } from "./drafts.ts";

function memory(limit = Infinity): DraftStorage {
  const map = new Map<string, string>();
  return {
    get length() {
      return map.size;
    },
    key: (i) => [...map.keys()][i] ?? null,
    getItem: (k) => map.get(k) ?? null,
    setItem(k, v) {
      if (v.length > limit) throw new Error("QuotaExceededError");
      map.set(k, v);
    },
    removeItem: (k) => void map.delete(k),
  };
}

describe("drafts", () => {
  test("what was typed is there again after a reload", () => {
    const storage = memory();
    createDrafts(storage, "zhao").write("c1/opinion", "建议复查");

    const afterReload = createDrafts(storage, "zhao");

    expect(afterReload.read("c1/opinion")).toBe("建议复查");
  });

  test("another account at the same machine does not see it", () => {
    const storage = memory();
    createDrafts(storage, "zhao").write("c1/opinion", "建议复查");

    expect(createDrafts(storage, "qian").read("c1/opinion")).toBe("");
  });

  test("a draft is swept after a day, whoever signs in next", () => {
    const storage = memory();
    createDrafts(storage, "zhao", () => 0).write("c1/opinion", "旧");

    createDrafts(storage, "qian", () => DRAFT_KEPT_MILLIS + 1);

    expect(storage.length).toBe(0);
  });

  test("a full storage is told instead of stopping the typing", () => {
    const drafts = createDrafts(memory(10), "zhao");

    const kept = drafts.write("c1/opinion", "很长的意见");

    expect(kept).toBe(false);
  });

  test("text is kept up to the wire limit and not past it", () => {
    const drafts = createDrafts(memory(), "zhao");

    drafts.write("c1/opinion", "好".repeat(DRAFT_LENGTH_MAX + 1));

    expect(drafts.read("c1/opinion")).toHaveLength(DRAFT_LENGTH_MAX);
  });

  test("a foreign value under a draft's key is ignored and removed", () => {
    const storage = memory();
    storage.setItem("wuduan.draft/zhao/c1/opinion", "not json");

    expect(createDrafts(storage, "zhao").read("c1/opinion")).toBe("");
    expect(storage.length).toBe(0);
  });
});
