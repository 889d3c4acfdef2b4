import { useState } from "react";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { session } from "../account.ts";
import { t } from "../language.ts";
import { Dialog } from "./Dialog.tsx";
import { ProblemLine } from "./ProblemLine.tsx";

interface Props {
  className: string;
  /** A consultation is running: one press too many must not take the doctor out of it. */
  inCall?: boolean;
}

export function SignOut({ className, inCall = false }: Props) {
  const { busy, problem, give } = useCommand(session);
  const [asking, setAsking] = useState(false);
  const leave = () => void give(() => session.signOut());
  const close = () => setAsking(false);
  return (
    <>
      {!asking && <ProblemLine problem={problem} />}
      <button
        type="button"
        className={className}
        data-action="sign-out"
        disabled={busy}
        onClick={() => (inCall ? setAsking(true) : leave())}
      >
        {t("top.signOut")}
      </button>
      {asking && (
        <Dialog name="sign-out" title={t("signOut.title")} onClose={close}>
          <div className="dialog-body">
            <p>{t("signOut.text")}</p>
            <ProblemLine problem={problem} />
            <footer className="dialog-foot">
              <button type="button" className="button" data-action="close" onClick={close}>
                {t("common.cancel")}
              </button>
              <button
                type="button"
                className="button danger"
                data-action="sign-out-really"
                disabled={busy}
                onClick={leave}
              >
                {t("top.signOut")}
              </button>
            </footer>
          </div>
        </Dialog>
      )}
    </>
  );
}
