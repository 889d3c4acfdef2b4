import type { ConsultationView } from "@wuduan/contract/messages.ts";
import { WarningIcon } from "@wuduan/web-kit/icons.tsx";
import { withdrawnBy } from "../family.ts";
import { t } from "../language.ts";

/** Who ended the talk by taking consent back, until it is put away. */
export function Withdrawn({ view, onSeen }: { view: ConsultationView; onSeen(): void }) {
  const by = withdrawnBy(view);
  return by === undefined ? null : (
    <section className="block card" role="status" data-screen="withdrawn" data-by={by}>
      <p className="notice caution">
        <WarningIcon /> {t(`withdrawn.${by}`, { name: view.patient.name })}
      </p>
      <button type="button" className="button big" data-action="seen" onClick={onSeen}>
        {t("withdrawn.seen")}
      </button>
    </section>
  );
}
