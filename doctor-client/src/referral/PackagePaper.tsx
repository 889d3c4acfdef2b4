import type { CarePackage } from "@wuduan/contract/messages.ts";
import { limitsWord, plannedWord } from "@wuduan/web-kit/plan.ts";
import { i18n } from "../language.ts";
import { t } from "./words.ts";

/** What is planned at home, as it is read and printed. */
export function PackagePaper({
  package: { plan, medication, targets, measures, followUps },
}: Props) {
  return (
    <dl className="package">
      <dt>{t("plan")}</dt>
      <dd>{plan}</dd>
      {medication && (
        <>
          <dt>{t("medication")}</dt>
          <dd>{medication}</dd>
        </>
      )}
      {targets && (
        <>
          <dt>{t("targets")}</dt>
          <dd>{targets}</dd>
        </>
      )}
      {measures.length > 0 && <dt>{t("measures")}</dt>}
      {measures.map((measure) => (
        <dd key={measure.vital} data-measure={measure.vital}>
          {plannedWord(measure.vital, i18n.language())} {limitsWord(measure)}{" "}
          <small>{t("every", { hours: measure.everyHours, until: measure.until })}</small>
        </dd>
      ))}
      {followUps.length > 0 && <dt>{t("followUps")}</dt>}
      {followUps.map(({ on, note }, at) => (
        <dd key={at}>
          {on} {note}
        </dd>
      ))}
    </dl>
  );
}

interface Props {
  package: CarePackage;
}
