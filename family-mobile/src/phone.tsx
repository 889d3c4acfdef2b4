import { createContext, useContext } from "react";
import type { Commands } from "@wuduan/contract/commands.ts";
import type { Live, LinkState } from "@wuduan/contract/live.ts";
import type { Me } from "@wuduan/contract/messages.ts";
import type { Drafts } from "@wuduan/web-kit/browser/drafts.ts";
import type { Session } from "@wuduan/web-kit/browser/session.ts";

/** What every part of a signed-in phone has at hand. */
export interface Phone {
  session: Session;
  commands: Commands;
  drafts: Drafts;
  me: Me;
  live: Live;
  link: LinkState;
}

const PhoneContext = createContext<Phone | null>(null);

export const PhoneProvider = PhoneContext.Provider;

export function usePhone(): Phone {
  const phone = useContext(PhoneContext);
  if (!phone) throw new Error("used outside of the signed-in app");
  return phone;
}
