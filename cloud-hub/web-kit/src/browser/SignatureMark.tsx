import { useState } from "react";
import type { Signature } from "@wuduan/contract/messages.ts";
import { dayAndTime } from "../times.ts";
import { VerdictDialog, type Verifier } from "./VerdictDialog.tsx";
import { verdictWords } from "./verdictWords.ts";
import "./verdict.css";

export interface Marked {
  /** Where the signed versions are read. */
  path: string;
  signature: Signature | undefined;
  /** When it was submitted without a signature. */
  submittedAt: string;
  /** Nobody presses a key on paper. */
  onPaper?: boolean;
}

/** Signed with name and time, and a way to look whether it holds; or honestly: submitted, not signed. */
export function SignatureMark(props: Marked & Verifier) {
  const { path, signature, submittedAt, onPaper = false, send, language } = props;
  const [open, setOpen] = useState(false);
  const word = verdictWords(language);
  if (!signature) {
    return (
      <span className="chip chip-unsigned" data-signature="none">
        {word("mark.submitted")} {dayAndTime(submittedAt, language)} · {word("mark.unsigned")}
      </span>
    );
  }
  return (
    <span className="signature-mark" data-signature={signature.version}>
      <span className="chip chip-signed">
        ✓ {word("mark.signed")} {signature.name} {dayAndTime(signature.signedAt, language)}
      </span>
      {!onPaper && (
        <button
          type="button"
          className="button quiet small"
          data-action="verify"
          onClick={() => setOpen(true)}
        >
          {word("verdict.open")}
        </button>
      )}
      {open && (
        <VerdictDialog path={path} send={send} language={language} onClose={() => setOpen(false)} />
      )}
    </span>
  );
}
