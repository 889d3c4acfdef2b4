import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { ProblemLine } from "@wuduan/web-kit/browser/ProblemLine.tsx";
import { session } from "../account.ts";
import { i18n, t } from "../language.ts";

export function SignOut({ className }: { className: string }) {
  const { busy, problem, give } = useCommand(session);
  return (
    <>
      <ProblemLine problem={problem} language={i18n.language()} />
      <button
        type="button"
        className={className}
        data-action="sign-out"
        disabled={busy}
        onClick={() => void give(() => session.signOut())}
      >
        {t("frame.signOut")}
      </button>
    </>
  );
}
