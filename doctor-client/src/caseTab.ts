import type { ComponentType } from "react";
import type { ConsultationView, LatestVitals } from "@wuduan/contract/messages.ts";
import type { Duty } from "./parts/DutyBoard.tsx";

/** What the body of a tab is given. */
export interface CaseTabProps {
  view: ConsultationView;
  vitals: LatestVitals;
  duty: Duty;
  /** Whether the case is on the screen; the tab itself may be behind another one. */
  visible: boolean;
  /** Brings this tab to the front; it is drawn when this returns, so that a field in it can be focused. */
  show(): void;
}

/** One clinical side of a case. */
export interface CaseTab {
  id: string;
  title(): string;
  /** The key that brings it to the front, one of `TAB_LETTERS`. */
  letter: string;
  /** More than the usual column: for forms. */
  wide: boolean;
  /** Whether this viewer has anything in it now. */
  isFor(view: ConsultationView): boolean;
  Body: ComponentType<CaseTabProps>;
}
