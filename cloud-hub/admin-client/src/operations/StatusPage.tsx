import type { OperationsPart, OperationsStatus } from "@wuduan/contract/messages.ts";
import { useNow } from "@wuduan/web-kit/react.tsx";
import { clockTime, dayAndTime } from "@wuduan/web-kit/times.ts";
import { i18n } from "../language.ts";
import { useOffice } from "../office.tsx";
import { isAdministrator } from "../section.ts";
import { CallTable } from "./CallTable.tsx";
import { Maintenance } from "./Maintenance.tsx";
import { PartList } from "./PartList.tsx";
import { asKnown, isStale, ofGroup, troubled, type Group, type Heard } from "./status.ts";
import { useStatus } from "./useStatus.ts";
import { t } from "./words.ts";
import "./operations.css";

const GROUPS: readonly Group[] = ["bridges", "store", "processes", "boxes"];

/** How every part of the product is, since when and why: what is ill comes first. */
export function StatusPage() {
  const known = useStatus();
  const stale = isStale(known, useNow(1000));
  const { status } = known;
  return (
    <>
      <header className="page-head">
        <h1>{t("title")}</h1>
        {status && (
          <p className="soft" data-label="checked-at">
            {t("checked.at", { time: clockTime(status.at, i18n.language()) })} ·{" "}
            {t("started.at", { time: dayAndTime(status.startedAt, i18n.language()) })}
          </p>
        )}
      </header>
      <ReachNotice known={known} stale={stale} />
      {status && (
        <Shown
          status={{ ...status, parts: asKnown(known, stale) }}
          fresh={known.reach === "here" && !stale}
          onChanged={known.askNow}
        />
      )}
    </>
  );
}

interface ShownProps {
  status: OperationsStatus;
  /** Whether it is so now; an old "all well" would be a lie. */
  fresh: boolean;
  onChanged(): void;
}

function Shown({ status, fresh, onChanged }: ShownProps) {
  const { me } = useOffice();
  const mayDrain = fresh && isAdministrator(me, "system");
  // while the hub is not heard, that nothing is known is said once above
  const troubles = troubled(status.parts).filter(({ state }) => fresh || state !== "unknown");
  return (
    <>
      {fresh && <Summary troubles={troubles} />}
      {troubles.length > 0 && (
        <PartList name="troubles" parts={troubles} mayDrain={mayDrain} onChanged={onChanged} />
      )}
      <Figures status={status} />
      <Maintenance status={status} mayDrain={mayDrain} onChanged={onChanged} />
      <CallTable status={status} />
      {GROUPS.map((group) => (
        <section key={group} className="ops-group" data-group={group}>
          <h2>{t(`group.${group}`)}</h2>
          <GroupParts group={group} status={status} mayDrain={mayDrain} onChanged={onChanged} />
        </section>
      ))}
    </>
  );
}

interface GroupProps {
  group: Group;
  status: OperationsStatus;
  mayDrain: boolean;
  onChanged(): void;
}

function GroupParts({ group, status, mayDrain, onChanged }: GroupProps) {
  const parts = ofGroup(status.parts, group);
  if (parts.length === 0 && group !== "store") return <p className="empty">{t(`none.${group}`)}</p>;
  return (
    <>
      <PartList name={group} parts={parts} mayDrain={mayDrain} onChanged={onChanged} />
      {group === "boxes" && parts.length < status.boxes && (
        <p className="soft">
          {t("more.boxes", {
            away: String(parts.filter(({ state }) => state === "away").length),
            here: String(parts.filter(({ state }) => state === "well").length),
            count: String(status.boxes),
          })}
        </p>
      )}
    </>
  );
}

/** A drain is somebody's wish and no trouble, but nobody shall forget it. */
function Summary({ troubles }: { troubles: readonly OperationsPart[] }) {
  const ill = troubles.filter(({ state }) => state !== "draining").length;
  const word =
    ill === 1
      ? t("troubles.one")
      : ill > 1
        ? t("troubles.many", { count: String(ill) })
        : t(troubles.length === 0 ? "all.well" : "all.well.draining");
  return (
    <p
      className={`ops-summary ${ill === 0 ? "ops-well" : "ops-ill"}`}
      role="status"
      data-label="summary"
    >
      {word}
    </p>
  );
}

function Figures({ status }: { status: OperationsStatus }) {
  return (
    <dl className="ops-figures">
      <Figure name="underWay" value={status.underWay} />
      <Figure name="waiting" value={status.waiting} />
      <Figure name="calls" value={status.calls} />
      <Figure
        name="boxes"
        value={status.boxesOnLine}
        more={t("figure.boxes.of", { count: String(status.boxes) })}
      />
      <Figure name="connections" value={status.connections} />
    </dl>
  );
}

interface FigureProps {
  name: "underWay" | "waiting" | "calls" | "boxes" | "connections";
  value: number;
  more?: string;
}

function Figure({ name, value, more }: FigureProps) {
  return (
    <div data-figure={name}>
      <dt>{t(`figure.${name}`)}</dt>
      <dd>
        <strong>{value}</strong> {more && <small>{more}</small>}
      </dd>
    </div>
  );
}

/** What the page itself can't reach, in words; what was known last stays below it. */
function ReachNotice({ known, stale }: { known: Heard; stale: boolean }) {
  const { status } = known;
  if (known.reach === "here" && !stale)
    return status ? null : <p className="empty">{t("title")}…</p>;
  const time = status ? clockTime(status.at, i18n.language()) : "";
  return (
    <p className="notice caution" role="alert" data-state={stale ? "stale" : known.reach}>
      {status ? t(wordOf(known, stale), { time }) : t(firstWordOf(known))}
    </p>
  );
}

function wordOf(known: Heard, stale: boolean) {
  if (stale) return "stale" as const;
  if (known.reach === "hub-away") return "hub.away" as const;
  return known.reach === "database-away" ? ("database.away" as const) : ("failed" as const);
}

function firstWordOf(known: Heard) {
  if (known.reach === "hub-away") return "hub.away.first" as const;
  return known.reach === "database-away"
    ? ("database.away.first" as const)
    : ("failed.first" as const);
}
