import type { Id, RecordView } from "@wuduan/contract/messages.ts";
import { WarningIcon } from "@wuduan/web-kit/icons.tsx";
import { useView } from "@wuduan/web-kit/react.tsx";
import { useDesk } from "../desk.tsx";
import { t, whenOf } from "./language.ts";

/** Over everything that is done for the patient: whether anything is known of allergies. */
export function AllergyBanner({ patientId }: { patientId: Id }) {
  const { live } = useDesk();
  const { view } = useView<RecordView>(live, `record/${patientId}`);
  return view ? <Allergies view={view} /> : null;
}

export function Allergies({ view }: { view: Pick<RecordView, "allergies" | "entries"> }) {
  const { allergies } = view;
  const known = view.entries.filter(({ kind, retired }) => kind === "allergy" && !retired);
  switch (allergies.state) {
    case "some":
      return (
        <p className="allergies allergies-some" role="alert" data-allergies="some">
          <WarningIcon /> <strong>{t("allergy.some")}</strong>
          {known.map(({ id, content }) => (
            <span key={id} className="allergy">
              <b>{content.text}</b>
              {content.reaction && <> {content.reaction}</>}
              {content.severity && <> · {t(`severity.${content.severity}`)}</>}
              {content.certainty === "suspected" && <> · {t("certainty.suspected")}</>}
            </span>
          ))}
        </p>
      );
    case "none_known":
      return (
        <p className="allergies" data-allergies="none_known">
          ✓ {t("allergy.none")}{" "}
          {allergies.askedBy && allergies.askedAt && (
            <small>
              {t("allergy.noneBy", { who: allergies.askedBy, when: whenOf(allergies.askedAt) })}
            </small>
          )}
        </p>
      );
    case "never_asked":
      return (
        <p className="allergies allergies-never" data-allergies="never_asked">
          <WarningIcon /> <strong>{t("allergy.never")}</strong> <small>{t("allergy.ask")}</small>
        </p>
      );
  }
}
