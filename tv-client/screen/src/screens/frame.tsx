import {
  LinkLostIcon,
  LinkUpIcon,
  SavedIcon,
  SavingIcon,
  WarningIcon,
} from "@wuduan/web-kit/icons.tsx";
import { timeIn } from "@wuduan/web-kit/times.ts";
import type { ReactNode } from "react";
import { isConnected, languageOf, type Tv } from "../core/tv.ts";
import { noticeText, savedWords } from "../describe.ts";
import { useTv } from "./tv-context.tsx";

/** Is the hub reached, does the radio work, is what was measured saved: on every screen but a call. */
export function StatusLine() {
  const { tv, say } = useTv();
  const saved = savedWords(tv);
  const link = linkWord(tv);
  return (
    <p className="status">
      <span className={`chip chip-${LINK_CHIPS[link]}`} data-online={isConnected(tv)}>
        {link === "online" ? <LinkUpIcon /> : <LinkLostIcon />}
        {say(link)}
      </span>
      {isRadioOff(tv) ? (
        <span className="chip chip-bad" data-radio="off">
          <WarningIcon />
          {say("radioOffShort")}
        </span>
      ) : null}
      <span className={`chip chip-${SAVED_CHIPS[saved.state]}`} data-saved={saved.state}>
        {SAVED_ICONS[saved.state]}
        {saved.text}
      </span>
    </p>
  );
}

/** As the box says now; a box that does not answer has said nothing. */
function isRadioOff(tv: Tv): boolean {
  return tv.boxLink === "up" && tv.box?.radio === "off";
}

const LINK_CHIPS = {
  online: "good",
  connecting: "soft",
  offline: "bad",
  notEnrolled: "bad",
} as const;

/** A link that has not come up yet is not a lost one. */
function linkWord(tv: Tv): keyof typeof LINK_CHIPS {
  if (tv.box?.hub === "not_enrolled") return "notEnrolled";
  if (isConnected(tv)) return "online";
  return tv.hubLink === "connecting" ? "connecting" : "offline";
}

const SAVED_CHIPS = { all: "good", waiting: "soft", trouble: "bad", unknown: "soft" } as const;
const SAVED_ICONS = {
  all: <SavedIcon />,
  waiting: <SavingIcon />,
  trouble: <WarningIcon />,
  unknown: <WarningIcon />,
} as const;

/** The hour and the day in words, as a wall calendar has them. */
export function Clock() {
  const { tv, language } = useTv();
  const hour: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const day: Intl.DateTimeFormatOptions = { month: "long", day: "numeric", weekday: "long" };
  return (
    <p className="clock">
      <span>{timeIn(tv.now, language, day)}</span>
      <strong>{timeIn(tv.now, language, hour)}</strong>
    </p>
  );
}

/** A date and time as the person reads them at home. */
export function dayAndTime(at: string, tv: Tv): string {
  return timeIn(at, languageOf(tv), {
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
}

const CALM_NOTICES: readonly string[] = [
  "asking",
  "connecting",
  "cancelled-by-you",
  "consent-withdrawn",
];

export function Notice() {
  const { tv } = useTv();
  const text = noticeText(tv);
  if (text === undefined) return null;
  const calm = CALM_NOTICES.includes(tv.notice?.kind ?? "");
  return (
    <p className={`notice ${calm ? "" : "warn"}`} role="status" data-notice={tv.notice?.kind}>
      {calm ? null : <WarningIcon />}
      <span>{text}</span>
    </p>
  );
}

interface FrameProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly keys: ReactNode;
}

/** A screen with a title, something to read, and its keys along the lower edge. */
export function Frame({ title, children, keys }: FrameProps) {
  return (
    <>
      <header className="top">
        <h1>{title}</h1>
        <StatusLine />
      </header>
      <div className="body">{children}</div>
      <Notice />
      <nav className="keys">{keys}</nav>
    </>
  );
}

export function PageNumber({ page, pages }: { readonly page: number; readonly pages: number }) {
  const { say } = useTv();
  if (pages < 2) return null;
  return (
    <p className="pages" data-page={page + 1} data-pages={pages}>
      <span>{say("pageOf", { page: page + 1, pages })}</span>
      <strong>{say(page + 1 < pages ? "pageDown" : "pageUp")}</strong>
    </p>
  );
}

interface RemarkProps {
  readonly icon: ReactNode;
  readonly warn?: boolean;
  readonly children: ReactNode;
}

/** One line with its icon: a state is never told by colour alone. */
export function Remark({ icon, warn = false, children }: RemarkProps) {
  return (
    <p className={`remark ${warn ? "warn" : ""}`}>
      {icon}
      <span>{children}</span>
    </p>
  );
}
