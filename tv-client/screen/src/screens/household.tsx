import type { FamilyRight } from "@wuduan/contract/messages.ts";
import { grouped } from "@wuduan/contract/codes.ts";
import { dayWithYear } from "@wuduan/web-kit/times.ts";
import { Qr } from "@wuduan/web-kit/browser/Qr.tsx";
import {
  CheckIcon,
  CuffIcon,
  HomeIcon,
  PeopleIcon,
  PersonIcon,
  SpeakerIcon,
  WarningIcon,
} from "@wuduan/web-kit/icons.tsx";
import type { ReactNode } from "react";
import {
  askedReading,
  childrenOnPage,
  inviteCode,
  invitedParent,
  newlyBound,
  peopleAsked,
  unsent,
} from "../core/household.ts";
import { dialogOf, layoutOf } from "../core/screen.ts";
import { valuesOf } from "../describe.ts";
import { aboutChild, resetSentence } from "../spoken.ts";
import { Ask } from "./ask.tsx";
import { dayAndTime, Frame, Notice, Remark } from "./frame.tsx";
import { Numbers } from "./measurement.tsx";
import { Key, useTv } from "./tv-context.tsx";

/** The box belongs to nobody yet, or no longer: the code, and what to do with it. */
export function Enrol() {
  const { tv, say } = useTv();
  const enrolment = tv.box?.enrolment;
  const removed = enrolment?.removedAt !== undefined;
  const steps = [say("enrolStep1"), say("enrolStep2"), say("enrolStep3")];
  return (
    <Frame
      title={say(removed ? "enrolRemovedTitle" : "enrolTitle")}
      keys={
        <>
          <Key id="say-code" tone="primary" icon={<SpeakerIcon />} />
          <Key id="measure" icon={<CuffIcon />} />
        </>
      }
    >
      {removed ? <Remark icon={<WarningIcon />}>{say("enrolRemoved")}</Remark> : null}
      <CodePage
        code={enrolment?.code}
        without={say("enrolNoCode")}
        fragment="box"
        label={say("enrolQr")}
        steps={removed ? steps.slice(0, 2) : steps}
      />
    </Frame>
  );
}

interface CodePageProps {
  readonly code: string | undefined;
  /** What is said while there is no code. */
  readonly without: string;
  readonly fragment: "box" | "bind";
  readonly label: string;
  readonly steps: readonly string[];
  readonly children?: ReactNode;
}

/** What to do on the left with the code as large as it can be, the QR code on the right. */
function CodePage({ code, without, fragment, label, steps, children }: CodePageProps) {
  const { tv, say } = useTv();
  const page = tv.box?.familyPage ?? "";
  if (code === undefined) return <p className="lead">{without}</p>;
  return (
    <div className="code-page">
      <div>
        <ol className="steps">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="code" data-code={code} aria-label={say("enrolCodeLabel")}>
          {grouped(code)}
        </p>
        {children}
      </div>
      <Qr className="code-qr" text={`${page}#${fragment}=${code}`} label={label} />
    </div>
  );
}

/** A reading of which nobody knows whose it is. */
export function Whose() {
  const { tv, say } = useTv();
  const reading = askedReading(tv);
  const ids = layoutOf(tv).flat();
  if (reading === undefined) return null;
  return (
    <>
      <header className="top">
        <h1>{say("whoseTitle")}</h1>
        <span data-reading={reading.readingId}>{dayAndTime(reading.at, tv)}</span>
      </header>
      <Numbers values={valuesOf(tv, reading.profile, reading)} />
      <p className="lead">{say("whoseKept")}</p>
      <Notice />
      <nav className="keys keys-wrapped">
        {peopleAsked(tv).map(({ id }) => (
          <Key key={id} id={id} tone="primary" icon={<PersonIcon />} />
        ))}
        {ids.includes("more") ? <Key id="more" /> : null}
        <Key id="none" />
      </nav>
    </>
  );
}

const RIGHT_WORDS = {
  see_vitals: "rightSee",
  take_part: "rightTakePart",
  proxy_consent: "rightProxy",
  manage_devices: "rightDevices",
} as const satisfies Record<FamilyRight, string>;

/** Who is bound to whom, and what each may do. */
export function Children() {
  const { tv, say, language } = useTv();
  const shown = childrenOnPage(tv);
  const ids = layoutOf(tv).flat();
  const comma = language === "en" ? ", " : "、";
  if (dialogOf(tv) === "unbind") {
    return <Ask question="unbindAsk" really="unbind-really" about={aboutChild(tv)} />;
  }
  return (
    <Frame
      title={say("childrenTitle")}
      keys={
        <>
          <Key id="invite" tone="primary" icon={<PeopleIcon />} />
          {ids.includes("more") ? <Key id="more" /> : <Key id="home" icon={<HomeIcon />} />}
        </>
      }
    >
      <div className="people children">
        {shown.map(({ id, child, parent }) => {
          const rights = child.rights.map((right) => say(RIGHT_WORDS[right])).join(comma);
          const whose = say("childOf", { relation: child.relation, parent: parent.name });
          const until =
            child.until === undefined
              ? ""
              : ` · ${say("childUntil", { when: dayWithYear(child.until, language) })}`;
          return (
            <Key
              key={id}
              id={id}
              icon={<PersonIcon size="1.4em" />}
              hint={`${whose} · ${rights}${until}`}
            />
          );
        })}
      </div>
      <p className="lead">
        {say(
          shown.length > 0 ? "childrenHow" : tv.inbox === undefined ? "connecting" : "childrenNone",
        )}
      </p>
    </Frame>
  );
}

export function InviteWhom() {
  const { tv, say } = useTv();
  const people = layoutOf(tv)
    .flat()
    .filter((id) => id !== "home");
  return (
    <Frame title={say("inviteWhom")} keys={<Key id="home" icon={<HomeIcon />} />}>
      <div className="people">
        {people.map((id) => (
          <Key key={id} id={id} icon={<PersonIcon size="1.4em" />} />
        ))}
      </div>
    </Frame>
  );
}

/** The parent is told what a child will see, and agrees or goes home. */
export function InviteChild() {
  const { tv, say } = useTv();
  const parent = invitedParent(tv)?.name ?? "";
  return (
    <Frame
      title={say("inviteTitle", { parent })}
      keys={
        <>
          <Key id="home" icon={<HomeIcon />} />
          <Key id="invite-yes" tone="answer" icon={<CheckIcon />} />
        </>
      }
    >
      <div className="sheet sheet-large">
        <p>{say("inviteText", { parent })}</p>
        <p>{say("inviteText2")}</p>
      </div>
    </Frame>
  );
}

export function InviteCode() {
  const { tv, say } = useTv();
  const parent = invitedParent(tv)?.name ?? "";
  return (
    <Frame
      title={say("inviteCodeTitle", { parent })}
      keys={
        <>
          <Key id="home" tone="primary" icon={<HomeIcon />} />
          <Key id="say-code" icon={<SpeakerIcon />} />
        </>
      }
    >
      <CodePage
        code={inviteCode(tv)}
        without={say("inviteOver")}
        fragment="bind"
        label={say("inviteQr", { parent })}
        steps={[say("inviteStep1"), say("inviteStep2"), say("inviteStep3")]}
      >
        {newlyBound(tv).map(({ accountId, name }) => (
          <div key={accountId} data-bound={accountId}>
            <Remark icon={<CheckIcon />}>{say("inviteBound", { name })}</Remark>
          </div>
        ))}
      </CodePage>
    </Frame>
  );
}

export function Settings() {
  const { say } = useTv();
  return (
    <Frame title={say("settingsTitle")} keys={<Key id="home" tone="primary" icon={<HomeIcon />} />}>
      <div className="people">
        <Key id="teach" />
        <Key id="voice" icon={<SpeakerIcon />} />
        <Key id="reset" icon={<WarningIcon />} />
      </div>
    </Frame>
  );
}

/** The first of two questions before the television forgets everything. */
export function Reset() {
  const { tv, say } = useTv();
  if (dialogOf(tv) === "reset") return <Ask question="resetAsk" really="reset-really" />;
  return (
    <Frame
      title={say("resetTitle")}
      keys={
        <>
          <Key id="home" tone="primary" icon={<HomeIcon />} />
          <Key id="reset" tone="danger" />
        </>
      }
    >
      <p className="lead">{say("resetText")}</p>
      <Remark icon={unsent(tv) === 0 ? <CheckIcon /> : <WarningIcon />} warn={unsent(tv) > 0}>
        {resetSentence(tv)}
      </Remark>
    </Frame>
  );
}
