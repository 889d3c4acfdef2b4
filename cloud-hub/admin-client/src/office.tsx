import { createContext, useContext } from "react";
import type { Commands } from "@wuduan/contract/commands.ts";
import type { Live } from "@wuduan/contract/live.ts";
import type { Me } from "@wuduan/contract/messages.ts";
import type { Session } from "@wuduan/web-kit/browser/session.ts";

/** What every page of a signed-in clerk or administrator has at hand. */
export interface Office {
  session: Session;
  commands: Commands;
  me: Me;
  live: Live;
}

const OfficeContext = createContext<Office | null>(null);

export const OfficeProvider = OfficeContext.Provider;

export function useOffice(): Office {
  const office = useContext(OfficeContext);
  if (!office) throw new Error("used outside of the office");
  return office;
}
