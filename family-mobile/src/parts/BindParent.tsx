import { useState, type FormEvent } from "react";
import { codeFrom } from "@wuduan/contract/codes.ts";
import { useCommand, useStore } from "@wuduan/web-kit/browser/hooks.tsx";
import { t } from "../language.ts";
import { intoSight, scanned } from "../links.ts";
import { usePhone } from "../phone.tsx";
import { CodeField } from "./CodeField.tsx";
import { ProblemLine } from "./ProblemLine.tsx";
import { RelationField } from "./RelationField.tsx";

/** Binds to a parent with the code from the television or the clinic; a scanned one stands there already. */
export function BindParent() {
  const { commands, session } = usePhone();
  const { busy, problem, give } = useCommand(session);
  const opened = useStore(scanned);
  const [typed, setTyped] = useState("");
  const [relation, setRelation] = useState("");
  const [wrong, setWrong] = useState(false);
  const code = typed === "" && opened?.kind === "bind" ? opened.code : typed;
  const bind = async (event: FormEvent) => {
    event.preventDefault();
    const whole = codeFrom(code);
    setWrong(whole === undefined);
    if (whole === undefined) return;
    if (await give(() => commands.bind({ code: whole, relation }))) {
      setTyped("");
      if (opened?.kind === "bind") scanned.set(null);
    }
  };
  return (
    <form
      ref={opened?.kind === "bind" ? intoSight : undefined}
      className="block card"
      data-screen="bind"
      onSubmit={(event) => void bind(event)}
    >
      <h2>{t("bind.title")}</h2>
      <p className="soft">{t("bind.how")}</p>
      <CodeField value={code} onChange={setTyped} />
      <RelationField value={relation} onChange={setRelation} />
      {wrong && <WrongCode />}
      <ProblemLine problem={problem} />
      <button className="button primary big" data-action="bind" disabled={busy}>
        {busy ? t("common.sending") : t("bind.submit")}
      </button>
    </form>
  );
}

/** What was typed cannot be a code; the hub is not asked. */
export function WrongCode() {
  return (
    <p className="problem" role="alert" data-problem="no-code">
      {t("code.wrong")}
    </p>
  );
}
