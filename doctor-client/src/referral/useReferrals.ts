import { useMemo } from "react";
import type { DoctorReferrals } from "@wuduan/contract/messages.ts";
import { referralCommands } from "@wuduan/contract/referrals.ts";
import { useView } from "@wuduan/web-kit/react.tsx";
import { useDesk } from "../desk.tsx";

/** What this doctor does with referrals. */
export function useReferralCommands() {
  const { commands } = useDesk();
  return useMemo(() => referralCommands(commands.send), [commands]);
}

/** The doctor's own list, as the hub pushes it. */
export function useReferrals(): DoctorReferrals | undefined {
  const { live, me } = useDesk();
  return useView<DoctorReferrals>(live, `referrals/${me.id}`).view;
}
