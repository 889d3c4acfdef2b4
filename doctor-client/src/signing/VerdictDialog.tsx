import { useEffect, useState } from "react";
import type { Result } from "@wuduan/contract/commands.ts";
import type { SignedDocument } from "@wuduan/contract/messages.ts";
import { readSigned } from "@wuduan/contract/signedDocuments.ts";
import { Fingerprint } from "@wuduan/web-kit/browser/Fingerprint.tsx";
import { dayAndTime } from "@wuduan/web-kit/times.ts";
import { useDesk } from "../desk.tsx";
import { i18n } from "../language.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { word } from "./words.ts";

interface Props {
  path: string;
  onClose(): void;
}

/** What holds of each version of a signed document now, and the file for whoever verifies it elsewhere. */
export function VerdictDialog({ path, onClose }: Props) {
  const { commands } = useDesk();
  const [answer, setAnswer] = useState<Result<SignedDocument> | undefined>();
  useEffect(() => {
    void readSigned(commands.send, path).then(setAnswer);
  }, [commands, path]);
  return (
    <Dialog name="verdict" title={word("verdict.title")} onClose={onClose}>
      <div className="dialog-body">
        {!answer && <p className="soft">{word("verdict.loading")}</p>}
        {answer && !answer.ok && <ProblemLine problem={answer.problem} />}
        {answer?.ok && <Verdicts signed={answer.value} />}
        {answer?.ok && (
          <p className="verdict-file">
            <a className="button" data-action="signed-file" href={`${path}/file`} download>
              {word("verdict.file")}
            </a>
            <small>{word("verdict.fileHint")}</small>
          </p>
        )}
      </div>
    </Dialog>
  );
}

const PARTS = ["content", "chain", "signature", "key"] as const;
type Version = SignedDocument["versions"][number];

const holds = ({ verdict }: Version) => PARTS.every((part) => verdict[part]);

function Verdicts({ signed }: { signed: SignedDocument }) {
  const whole = signed.complete && signed.versions.every(holds);
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
          <OneVersion key={version.version} version={version} />
        ))}
      </ol>
    </>
  );
}

function OneVersion({ version }: { version: Version }) {
  const { signer, verdict } = version;
  return (
    <li data-version={version.version} data-holds={holds(version)}>
      <p>
        <strong>{word("verdict.version", { version: version.version })}</strong>{" "}
        {signer && [signer.name, signer.title, signer.institution].filter(Boolean).join(" · ")}{" "}
        {dayAndTime(version.signedAt, i18n.language())}
        {signer?.licence && <small> {word("verdict.licence", { licence: signer.licence })}</small>}
      </p>
      <ul>
        {PARTS.map((part) => (
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
