import { useCallback, useEffect, useState } from "react";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { lookerWords, lookWords, type Look } from "@wuduan/web-kit/looks.ts";
import { dayAndTime } from "@wuduan/web-kit/times.ts";
import type { Parent } from "../family.ts";
import { i18n, t } from "../language.ts";
import { usePhone } from "../phone.tsx";
import { ProblemLine } from "./ProblemLine.tsx";
import { Sheet } from "./Sheet.tsx";

/** Who looked at a parent's record: the newest first, more on demand. */
export function Looks({ parent }: { parent: Parent }) {
  const [open, setOpen] = useState(false);
  const title = t("looks.open", { name: parent.patient.name });
  return (
    <>
      <button
        type="button"
        className="button big"
        data-action="looks"
        onClick={() => setOpen(true)}
      >
        {title}
      </button>
      {open && (
        <Sheet name="looks" title={title} onClose={() => setOpen(false)}>
          <LookList patientId={parent.patient.id} />
        </Sheet>
      )}
    </>
  );
}

function LookList({ patientId }: { patientId: string }) {
  const { commands, session } = usePhone();
  const { busy, problem, give } = useCommand(session);
  const [looks, setLooks] = useState<readonly Look[]>();
  const [next, setNext] = useState<number>();
  const read = useCallback(
    (before?: number) =>
      give(async () => {
        const answer = await commands.looks(patientId, before);
        if (answer.ok) {
          setLooks((known) => [
            ...(before === undefined ? [] : (known ?? [])),
            ...answer.value.looks,
          ]);
          setNext(answer.value.next);
        }
        return answer;
      }),
    [commands, give, patientId],
  );
  useEffect(() => {
    void read();
  }, [read]);
  return (
    <>
      {looks?.length === 0 && <p className="empty">{t("looks.none")}</p>}
      <ul className="looks" aria-busy={busy}>
        {looks?.map((look) => (
          <Line key={`${look.at} ${look.who} ${look.what}`} look={look} />
        ))}
      </ul>
      <ProblemLine problem={problem} />
      {(next !== undefined || problem !== null) && (
        <button
          type="button"
          className="button big"
          data-action="more-looks"
          disabled={busy}
          onClick={() => void read(next)}
        >
          {next === undefined ? t("app.retry") : t("looks.more")}
        </button>
      )}
    </>
  );
}

function Line({ look }: { look: Look }) {
  const language = i18n.language();
  return (
    <li className="card" data-look={look.what}>
      <strong>{look.who}</strong> {lookWords(look, language)}
      <small className="soft">
        {lookerWords(look, language)}
        <br />
        {dayAndTime(look.at, language, "long")}
      </small>
    </li>
  );
}
