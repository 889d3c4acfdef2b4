import { useEffect, useState } from "react";
import type { Result } from "@wuduan/contract/commands.ts";
import type { Language, SignedDocument } from "@wuduan/contract/messages.ts";
import type { Send } from "@wuduan/contract/send.ts";
import { readSigned } from "@wuduan/contract/signedDocuments.ts";
import { dayAndTime } from "../times.ts";
import { holds, isWhole, VERDICT_PARTS } from "../verdicts.ts";
import { Fingerprint } from "./Fingerprint.tsx";
import { DialogHead } from "./DialogHead.tsx";
import { Modal } from "./Modal.tsx";
import { ProblemLine } from "./ProblemLine.tsx";
import { verdictWords } from "./verdictWords.ts";
import "./verdict.css";

/** Who looks whether a signature holds: how the hub is asked, and in which language it is told. */
export interface Verifier {
  send: Send;
  language: Language;
}

interface Props extends Verifier {
  /** Where the signed versions are read. */
  path: string;
  onClose(): void;
}

/** What holds of each version of a signed document now, and the file for whoever verifies it elsewhere. */
export function VerdictDialog({ path, send, language, onClose }: Props) {
  const word = verdictWords(language);
  const [answer, setAnswer] = useState<Result<SignedDocument> | undefined>();
  useEffect(() => {
    void readSigned(send, path).then(setAnswer);
  }, [send, path]);
  return (
    <Modal
      name="verdict"
      label={word("verdict.title")}
      className="dialog form-dialog"
      onClose={onClose}
    >
      <DialogHead title={word("verdict.title")} close={word("verdict.close")} onClose={onClose} />
      <div className="dialog-body">
        {!answer && <p className="soft">{word("verdict.loading")}</p>}
        {answer && !answer.ok && <ProblemLine problem={answer.problem} language={language} />}
        {answer?.ok && <Verdicts signed={answer.value} language={language} />}
        {answer?.ok && (
          <p className="verdict-file">
            <a className="button" data-action="signed-file" href={`${path}/file`} download>
              {word("verdict.file")}
            </a>
            <small>{word("verdict.fileHint")}</small>
          </p>
        )}
      </div>
    </Modal>
  );
}

type Version = SignedDocument["versions"][number];

function Verdicts({ signed, language }: { signed: SignedDocument; language: Language }) {
  const word = verdictWords(language);
  const whole = isWhole(signed);
  const sentence = !signed.complete
    ? word("verdict.incomplete")
    : whole
      ? word("verdict.holds")
      : word("verdict.broken");
  return (
    <>
      <p className={whole ? "verdict verdict-holds" : "verdict problem"} data-whole={whole}>
        {whole ? "✓" : "✗"} {sentence}
      </p>
      <ol className="verdicts">
        {signed.versions.map((version) => (
          <OneVersion key={version.version} version={version} language={language} />
        ))}
      </ol>
    </>
  );
}

function OneVersion({ version, language }: { version: Version; language: Language }) {
  const word = verdictWords(language);
  const { signer, verdict } = version;
  return (
    <li data-version={version.version} data-holds={holds(version)}>
      <p>
        <strong>{word("verdict.version", { version: version.version })}</strong>{" "}
        {signer && [signer.name, signer.title, signer.institution].filter(Boolean).join(" · ")}{" "}
        {dayAndTime(version.signedAt, language)}
        {signer?.licence && <small> {word("verdict.licence", { licence: signer.licence })}</small>}
      </p>
      <ul>
        {VERDICT_PARTS.map((part) => (
          <li key={part} data-part={part} data-holds={verdict[part]}>
            {verdict[part] ? "✓" : "✗"} {word(`verdict.${part}`)}
          </li>
        ))}
      </ul>
      <p>
        <small>{word("verdict.algorithm", { algorithm: version.algorithm })}</small>{" "}
        <Fingerprint hex={version.fingerprint} />
      </p>
    </li>
  );
}
