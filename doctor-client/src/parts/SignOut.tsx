import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { session } from "../account.ts";
import { t } from "../language.ts";
import { ProblemLine } from "./ProblemLine.tsx";

export function SignOut({ className }: { className: string }) {
  const { busy, problem, give } = useCommand(session);
  return (
    <>
      <ProblemLine problem={problem} />
      <button
        type="button"
        className={className}
        data-action="sign-out"
        disabled={busy}
        onClick={() => void give(() => session.signOut())}
      >
        {t("top.signOut")}
      </button>
    </>
  );
}
