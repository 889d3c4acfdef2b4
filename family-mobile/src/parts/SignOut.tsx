import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { session } from "../account.ts";
import { t } from "../language.ts";
import { ProblemLine } from "./ProblemLine.tsx";

export function SignOut() {
  const { busy, problem, give } = useCommand(session);
  return (
    <>
      <ProblemLine problem={problem} />
      <button
        type="button"
        className="button"
        data-action="sign-out"
        disabled={busy}
        onClick={() => void give(() => session.signOut())}
      >
        {t("family.signOut")}
      </button>
    </>
  );
}
