import { useState } from "react";
import type { Signature } from "@wuduan/contract/messages.ts";
import { dayAndTime } from "@wuduan/web-kit/times.ts";
import { i18n, t } from "../language.ts";
import { VerdictDialog } from "./VerdictDialog.tsx";
import { word } from "./words.ts";
import "./signing.css";

interface Props {
  /** Where the signed versions are read. */
  path: string;
  signature: Signature | undefined;
  /** When it was submitted without a signature. */
  submittedAt: string;
}

/** Signed with name and time, and a way to look whether it holds; or honestly: submitted, not signed. */
export function SignatureMark(props: Props) {
  const { path, signature, submittedAt } = props;
  const [open, setOpen] = useState(false);
  const language = i18n.language();
  if (!signature) {
    return (
      <span className="chip chip-unsigned" data-signature="none">
        {t("opinion.submitted")} {dayAndTime(submittedAt, language)} · {word("mark.unsigned")}
      </span>
    );
  }
  return (
    <span className="signature-mark" data-signature={signature.version}>
      <span className="chip chip-submitted">
        ✓ {word("mark.signed")} {signature.name} {dayAndTime(signature.signedAt, language)}
      </span>
      <button
        type="button"
        className="button quiet small"
        data-action="verify"
        onClick={() => setOpen(true)}
      >
        {word("verdict.open")}
      </button>
      {open && <VerdictDialog path={path} onClose={() => setOpen(false)} />}
    </span>
  );
}
