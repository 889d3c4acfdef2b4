import type { ComponentType } from "react";
import type { Me } from "@wuduan/contract/messages.ts";
import type { Word } from "@wuduan/web-kit/words.ts";

/** One entry of the menu with its pages. */
export interface Section {
  /** First part of the address after `#/`; the rest belongs to the section. */
  id: string;
  title: Word;
  /** One line that says what is done here. */
  purpose: Word;
  /** Whose menu shows it. It hides only: what somebody may do, the hub decides. */
  isFor(me: Me): boolean;
  /** Drawn with the rest of the address, split at `/`. */
  Page: ComponentType<{ rest: readonly string[] }>;
}

export const isAdministrator = (me: Me, role: NonNullable<Me["role"]>): boolean =>
  me.kind === "administrator" && me.role === role;
