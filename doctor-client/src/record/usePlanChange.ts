import type { Id, PlanView } from "@wuduan/contract/messages.ts";
import { useView } from "@wuduan/web-kit/react.tsx";
import { useDesk } from "../desk.tsx";

/**
 * Changes when a patient's plan at home is ordered, accepted or ended, and not with each measurement; undefined until the
 * hub has said how it stands, or that this doctor may not see it.
 */
export function usePlanChange(patientId: Id): string | undefined {
  const { live } = useDesk();
  const { view, gone } = useView<PlanView>(live, `plan/${patientId}`);
  if (!view && !gone) return undefined;
  return JSON.stringify([view?.plan?.id, view?.ended?.at]);
}
