import { useCallback, useEffect, useState } from "react";
import type { Doctor, DutyList } from "@wuduan/contract/messages.ts";
import { usePageSeen } from "@wuduan/web-kit/browser/hooks.tsx";
import { endsSession } from "@wuduan/web-kit/browser/session.ts";
import { departmentWord, LEVELS, levelWord } from "@wuduan/web-kit/words.ts";
import { clockTime } from "@wuduan/web-kit/times.ts";
import { useDesk } from "../desk.tsx";
import { i18n, t } from "../language.ts";

export interface Duty {
  doctors: Doctor[] | null;
  /** By the roster, within the next hours. */
  planned: DutyList["planned"];
  /** Unix milliseconds of the answer; null while there is none. */
  asOf: number | null;
  failed: boolean;
  refresh(): void;
}

/** Whoever looks for a doctor to ask sees a list that is no older. */
const RENEWED_AFTER_MILLIS = 60_000;

/** The on-duty list as the hub answered last: asked at start, when the link comes back, each minute in sight, by hand. */
export function useDuty(): Duty {
  const { session, commands, link } = useDesk();
  const [shown, setShown] = useState<Omit<Duty, "refresh">>({
    doctors: null,
    planned: [],
    asOf: null,
    failed: false,
  });
  const refresh = useCallback(() => {
    void commands.dutyList().then((answer) => {
      if (answer.ok) return setShown({ ...answer.value, asOf: Date.now(), failed: false });
      if (endsSession(answer.problem)) session.expire();
      setShown((last) => ({ ...last, failed: true }));
    });
  }, [session, commands]);
  const seen = usePageSeen();
  useEffect(() => {
    if (link !== "up" || !seen) return undefined;
    refresh();
    const rounds = setInterval(refresh, RENEWED_AFTER_MILLIS);
    return () => clearInterval(rounds);
  }, [link, seen, refresh]);
  return { ...shown, refresh };
}

/** Who could be asked right now, by level. */
export function DutyBoard({ duty }: { duty: Duty }) {
  const { me } = useDesk();
  const others = duty.doctors?.filter(({ id }) => id !== me.id) ?? [];
  const levels = (Object.keys(LEVELS) as Doctor["level"][]).filter((l) => l !== "first_contact");
  const time = duty.asOf ? clockTime(duty.asOf, i18n.language()) : "";
  return (
    <section className="side-section duty" aria-label={t("duty.title")} data-screen="duty">
      <h2 className="side-title">
        {t("duty.title")}
        <button
          type="button"
          className="button quiet small"
          data-action="refresh-duty"
          onClick={duty.refresh}
        >
          {duty.asOf ? t("duty.asOf", { time }) : ""} ↻
          <span className="only-for-readers">{t("duty.refresh")}</span>
        </button>
      </h2>
      <DutyFailed duty={duty} />
      {levels.map((level) => {
        const here = others.filter((doctor) => doctor.level === level);
        return (
          <details key={level} open>
            <summary>
              {levelWord(level, i18n.language())}{" "}
              {duty.doctors && <span className="count">{here.length}</span>}
            </summary>
            {duty.doctors && here.length === 0 && <p className="soft">{t("duty.none")}</p>}
            <ul>
              {here.map((doctor) => (
                <li key={doctor.id} data-doctor={doctor.id}>
                  <b>{doctor.name}</b> {departmentWord(doctor.department, i18n.language())}
                  <small>{doctor.institution}</small>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
      <Planned duty={duty} />
    </section>
  );
}

/** Who is planned and has not come on duty yet: the roster is a plan, the switch is the truth. */
function Planned({ duty }: { duty: Duty }) {
  const away = duty.planned.filter(
    ({ doctor }) => !duty.doctors?.some(({ id }) => id === doctor.id),
  );
  if (away.length === 0) return null;
  const language = i18n.language();
  return (
    <details open data-screen="planned">
      <summary>
        {t("duty.planned")} <span className="count">{away.length}</span>
      </summary>
      <ul>
        {away.map(({ doctor, from, to }) => (
          <li key={doctor.id} data-planned={doctor.id}>
            <b>{doctor.name}</b> {departmentWord(doctor.department, language)}
            <small>
              {clockTime(from, language)}–{clockTime(to, language)} · {doctor.institution}
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A list that could not be had is not an empty one. */
export function DutyFailed({ duty }: { duty: Duty }) {
  if (!duty.failed) return null;
  return (
    <p className="problem" role="alert" data-state="duty-failed">
      {t("duty.failed")}{" "}
      <button type="button" className="button small" onClick={duty.refresh}>
        {t("app.retry")}
      </button>
    </p>
  );
}
