import { useState } from "react";
import type { Roster, Shift } from "@wuduan/contract/messages.ts";
import { ProblemLine } from "@wuduan/web-kit/browser/ProblemLine.tsx";
import { problemType } from "@wuduan/contract/problems.ts";
import { i18n } from "../language.ts";
import { useOffice } from "../office.tsx";
import { Listing } from "../parts/Listing.tsx";
import { useAnswer } from "../parts/useAnswer.ts";
import { useEdit } from "../parts/useEdit.ts";
import { changesBetween, isSame, shiftsOn, WEEKDAYS } from "./plan.ts";
import { ShiftForm } from "./ShiftForm.tsx";
import { t } from "./rosterWords.ts";

/** One department's week as the hub has it, then as it is changed here until it is saved. */
export function RosterWeek({ path }: { path: string }) {
  const answer = useAnswer<Roster>(path);
  return (
    <Listing answer={answer}>
      {(roster) =>
        roster.doctors.length === 0 ? (
          <p className="empty">{t("none.doctors")}</p>
        ) : (
          <Week key={roster.version} path={path} roster={roster} reload={answer.reload} />
        )
      }
    </Listing>
  );
}

interface WeekProps {
  path: string;
  roster: Roster;
  reload(): Promise<Roster | undefined>;
}

function Week({ path, roster, reload }: WeekProps) {
  const { commands } = useOffice();
  const [shifts, setShifts] = useState<readonly Shift[]>(roster.shifts);
  const { busy, problem, theirs, save } = useEdit<Roster>({
    read: roster,
    send: (version) => commands.send("POST", path, { version, shifts }),
    // Read beside the page: what is typed here must stay in sight.
    newest: async () => {
      const answer = await commands.send<Roster>("GET", path);
      return answer.ok ? answer.value : undefined;
    },
    onSaved: () => void reload(),
  });
  const { added, removed } = changesBetween(roster.shifts, shifts);
  const changed = added.length + removed.length > 0;
  const remove = (gone: Shift) => setShifts(shifts.filter((shift) => !isSame(shift, gone)));
  return (
    <section className="roster" data-state={changed ? "unsaved" : "saved"}>
      <p className="soft">{t("zone", { zone: roster.zone })}</p>
      <ol className="week">
        {WEEKDAYS.map((weekday) => (
          <Day key={weekday} weekday={weekday} roster={roster} shifts={shifts} onRemove={remove} />
        ))}
      </ol>
      <ShiftForm
        doctors={roster.doctors}
        shifts={shifts}
        onAdd={(added) => setShifts([...shifts, ...added])}
      />
      {theirs && <Theirs before={roster} theirs={theirs} onTake={() => void reload()} />}
      {problem && problemType(problem) !== "edit-conflict" && (
        <ProblemLine problem={problem} language={i18n.language()} />
      )}
      <footer>
        <span className="soft" role="status">
          {t(changed ? "unsaved" : "saved")}
        </span>
        <button
          type="button"
          className="button primary"
          data-action="save"
          disabled={busy || !changed}
          onClick={() => void save()}
        >
          {t(theirs ? "keepMine" : "save")}
        </button>
      </footer>
    </section>
  );
}

interface DayProps {
  weekday: (typeof WEEKDAYS)[number];
  roster: Roster;
  shifts: readonly Shift[];
  onRemove(shift: Shift): void;
}

function Day({ weekday, roster, shifts, onRemove }: DayProps) {
  const own = shiftsOn(shifts, weekday);
  return (
    <li data-weekday={weekday}>
      <h2>{t(`day.${weekday}`)}</h2>
      {own.length === 0 && <p className="soft">{t("none.shifts")}</p>}
      <ul>
        {own.map((shift) => {
          const name = nameOf(roster, shift);
          const { from, to } = shift;
          return (
            <li key={`${shift.doctorId}/${from}`} className="shift">
              <span>
                <b>{name}</b>
                <small>
                  {from}–{to}
                </small>
              </span>
              <button
                type="button"
                className="button quiet"
                data-action="remove"
                aria-label={t("remove", { name, from, to })}
                onClick={() => onRemove(shift)}
              >
                ✕
              </button>
            </li>
          );
        })}
      </ul>
    </li>
  );
}

interface TheirsProps {
  before: Roster;
  theirs: Roster;
  onTake(): void;
}

/** What another administrator saved meanwhile; nothing of either is lost before somebody has chosen. */
function Theirs({ before, theirs, onTake }: TheirsProps) {
  const { added, removed } = changesBetween(before.shifts, theirs.shifts);
  return (
    <div className="notice caution conflict" role="alert" data-state="conflict">
      <p>{t("conflict")}</p>
      <ul>
        {added.map((shift) => (
          <li key={`+${wordOf(theirs, shift)}`}>{t("added", { what: wordOf(theirs, shift) })}</li>
        ))}
        {removed.map((shift) => (
          <li key={`-${wordOf(theirs, shift)}`}>{t("removed", { what: wordOf(theirs, shift) })}</li>
        ))}
      </ul>
      <button type="button" className="button" data-action="take-theirs" onClick={onTake}>
        {t("takeTheirs")}
      </button>
    </div>
  );
}

function nameOf(roster: Roster, shift: Shift): string {
  return roster.doctors.find(({ id }) => id === shift.doctorId)?.name ?? "—";
}

function wordOf(roster: Roster, shift: Shift): string {
  const day = WEEKDAYS.find((one) => one === shift.weekday) ?? 1;
  return `${t(`day.${day}`)} ${shift.from}–${shift.to} ${nameOf(roster, shift)}`;
}
