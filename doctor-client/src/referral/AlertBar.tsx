import { useEffect, useRef } from "react";
import type { DoctorReferrals } from "@wuduan/contract/messages.ts";
import { alertSentence } from "@wuduan/web-kit/plan.ts";
import { i18n } from "../language.ts";
import { sounds } from "../sounds.ts";
import { useReferrals } from "./useReferrals.ts";
import { t } from "./words.ts";

interface Props {
  /** False where the list of the alerts is on the screen itself. */
  shown: boolean;
  onShow(): void;
}

/** Over an opened case: that somebody at home measured beyond a limit, or did not measure. Each new one chimes once. */
export function AlertBar({ shown, onShow }: Props) {
  const alerts = useReferrals()?.alerts;
  useChime(alerts);
  const newest = alerts?.at(-1);
  if (!shown || !alerts || !newest) return null;
  return (
    <p className="still-in-call" role="status" data-state="alerts-open" data-count={alerts.length}>
      {t("alerts")} {alerts.length}: {newest.patient.name}{" "}
      {alertSentence(newest.alert, i18n.language())}
      <button type="button" className="button small" data-action="show-alerts" onClick={onShow}>
        {t("alerts.show")}
      </button>
    </p>
  );
}

function useChime(alerts: DoctorReferrals["alerts"] | undefined): void {
  const heard = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (!alerts) return;
    const before = heard.current;
    const ids = alerts.map(({ alert }) => alert.id);
    heard.current = new Set([...(before ?? []), ...ids]);
    // What was there when the page opened is no news.
    if (before && ids.some((id) => !before.has(id))) sounds.joined();
  }, [alerts]);
}
