import type { Referral } from "@wuduan/contract/messages.ts";
import { PrintKey } from "@wuduan/web-kit/browser/PrintKey.tsx";
import { dayAndTime } from "@wuduan/web-kit/times.ts";
import { departmentWord } from "@wuduan/web-kit/words.ts";
import { i18n } from "../language.ts";
import { PatientLine } from "../parts/PatientLine.tsx";
import { answerSentence } from "./answer.ts";
import { PackagePaper } from "./PackagePaper.tsx";
import { t } from "./words.ts";

/** The key that prints a referral (双向转诊单). */
export function PrintedReferral({ page }: { page: Referral }) {
  return (
    <PrintKey name="print-referral" label={t("print")}>
      <Paper page={page} />
    </PrintKey>
  );
}

function Paper({ page }: { page: Referral }) {
  const { line, answer, signature } = page;
  const language = i18n.language();
  return (
    <article data-paper="referral">
      <h1>{t(line.direction === "up" ? "paper.up" : "paper.down")}</h1>
      <p>
        <PatientLine patient={line.patient} />
      </p>
      <p>{t("from", { name: line.from.name, institution: line.from.institution })}</p>
      <p>
        {t("to", {
          institution: line.to.institution.name,
          department: departmentWord(line.to.department, language),
        })}{" "}
        · {dayAndTime(line.sentAt, language)} · {t(`urgency.${line.urgency}`)}
      </p>
      {page.greenChannel && (
        <p>
          {t("greenChannel")}: {page.greenChannel}
        </p>
      )}
      <p>
        {line.disease} {page.code}
      </p>
      <p className="summary-text">{page.summary}</p>
      {page.package && <PackagePaper package={page.package} />}
      {answer && <p>{answerSentence(answer)}</p>}
      <p>
        {signature
          ? t("paper.signed", {
              name: signature.name,
              at: dayAndTime(signature.signedAt, language),
              fingerprint: signature.fingerprint,
            })
          : t("paper.unsigned")}
      </p>
    </article>
  );
}
