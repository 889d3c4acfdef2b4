import { useState } from "react";
import { createPortal } from "react-dom";
import type { Referral } from "@wuduan/contract/messages.ts";
import { dayAndTime } from "@wuduan/web-kit/times.ts";
import { departmentWord } from "@wuduan/web-kit/words.ts";
import { i18n } from "../language.ts";
import { PatientLine } from "../parts/PatientLine.tsx";
import { PackagePaper } from "./PackagePaper.tsx";
import { t } from "./words.ts";

/** The key that prints a referral (双向转诊单); its paper is there only while it is printed. */
export function PrintedReferral({ page }: { page: Referral }) {
  const [printing, setPrinting] = useState(false);
  const print = () => {
    setPrinting(true);
    // Drawn first: the browser prints what it has.
    requestAnimationFrame(() => {
      window.print();
      setPrinting(false);
    });
  };
  return (
    <>
      <button type="button" className="button small" data-action="print-referral" onClick={print}>
        {t("print")}
      </button>
      {printing && createPortal(<Paper page={page} />, document.body)}
    </>
  );
}

function Paper({ page }: { page: Referral }) {
  const { line, answer, signature } = page;
  const language = i18n.language();
  return (
    <article className="paper" data-paper="referral">
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
      {answer && (
        <p>
          {answer.reason === undefined
            ? t("answer.accepted", {
                name: answer.doctor.name,
                on: answer.on ?? "",
                place: answer.place ?? "",
              })
            : t("answer.declined", { name: answer.doctor.name, reason: answer.reason })}
        </p>
      )}
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
