import { useEffect, useRef, useState } from "react";
import type { Result } from "@wuduan/contract/commands.ts";
import type { ActivationLink } from "@wuduan/contract/messages.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { Modal } from "@wuduan/web-kit/browser/Modal.tsx";
import { ProblemLine } from "@wuduan/web-kit/browser/ProblemLine.tsx";
import { timeIn } from "@wuduan/web-kit/times.ts";
import { i18n, t as page } from "../language.ts";
import { useOffice } from "../office.tsx";
import { t } from "./words.ts";

interface Props {
  /** Whose it is. */
  name: string;
  /** Asks the hub for it. */
  make(): Promise<Result<ActivationLink>>;
  onClose(): void;
}

/** A new activation link, shown once: the hub itself keeps only its hash. */
export function LinkDialog({ name, make, onClose }: Props) {
  const { session } = useOffice();
  const { problem, give } = useCommand(session);
  const [link, setLink] = useState<ActivationLink>();
  const [copied, setCopied] = useState(false);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void give(async () => {
      const answer = await make();
      if (answer.ok) setLink(answer.value);
      return answer;
    });
  }, [give, make]);
  const url = link && location.origin + link.path;
  const title = t("link.title", { name });
  return (
    <Modal name="activation-link" label={title} className="form-dialog" onClose={onClose}>
      <h2>{title}</h2>
      {problem?.state === "activated" ? (
        <p className="problem">{t("fault.activated")}</p>
      ) : (
        <ProblemLine problem={problem} language={i18n.language()} />
      )}
      {url && (
        <>
          <p>{t("link.text", { time: whenOf(link.expiresAt) })}</p>
          <p className="secret" data-label="activation-link">
            {url}
          </p>
        </>
      )}
      <footer>
        {url && (
          <button
            type="button"
            className="button"
            data-action="copy"
            onClick={() => void navigator.clipboard.writeText(url).then(() => setCopied(true))}
          >
            {t(copied ? "link.copied" : "link.copy")}
          </button>
        )}
        <button type="button" className="button primary" data-action="close" onClick={onClose}>
          {page("common.close")}
        </button>
      </footer>
    </Modal>
  );
}

const whenOf = (instant: string) =>
  timeIn(instant, i18n.language(), { dateStyle: "medium", timeStyle: "short" });
