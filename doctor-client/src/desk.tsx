import { createContext, useContext } from "react";
import type { Commands } from "@wuduan/contract/commands.ts";
import type { Live, LinkState } from "@wuduan/contract/live.ts";
import type { Doctor, Me } from "@wuduan/contract/messages.ts";
import type { Drafts } from "@wuduan/web-kit/browser/drafts.ts";
import type { Session } from "@wuduan/web-kit/browser/session.ts";

/** What every part of a signed-in workstation has at hand. */
export interface Desk {
  session: Session;
  commands: Commands;
  drafts: Drafts;
  me: Me;
  doctor: Doctor;
  live: Live;
  link: LinkState;
}

const DeskContext = createContext<Desk | null>(null);

export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("used outside of the workstation");
  return desk;
}
