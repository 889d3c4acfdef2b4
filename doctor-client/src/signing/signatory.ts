import type { Signatory } from "@wuduan/web-kit/browser/UnlockDialog.tsx";
import type { Verifier } from "@wuduan/web-kit/browser/VerdictDialog.tsx";
import { useDesk } from "../desk.tsx";
import { i18n } from "../language.ts";

/** The doctor at this workstation, as what signs wants to know it. */
export function useSignatory(): Signatory {
  const { session, commands } = useDesk();
  return { session, signing: commands.signing, language: i18n.language() };
}

/** The same, as who looks whether a signature holds. */
export function useVerifier(): Verifier {
  const { commands } = useDesk();
  return { send: commands.send, language: i18n.language() };
}
