import { useState } from "react";
import type { ConsultationView, FamilyInbox, Id } from "@wuduan/contract/messages.ts";
import { useStore } from "@wuduan/web-kit/browser/hooks.tsx";
import { isSeated } from "@wuduan/web-kit/browser/useCallSession.ts";
import {
  DoctorIcon,
  HomeIcon,
  LinkLostIcon,
  PeopleIcon,
  PulseIcon,
} from "@wuduan/web-kit/icons.tsx";
import { useView } from "@wuduan/web-kit/react.tsx";
import { joinInto, shownParent, underWay } from "../family.ts";
import { t } from "../language.ts";
import { scanned } from "../links.ts";
import { usePhone } from "../phone.tsx";
import { readParent, readTab, writeParent, writeTab, type Tab } from "../places.ts";
import { useJoin } from "../useJoin.ts";
import { Banner } from "./Banner.tsx";
import { CallScreen } from "./CallScreen.tsx";
import { Care } from "./Care.tsx";
import { Family } from "./Family.tsx";
import { ParentPicker } from "./Parent.tsx";
import { Today } from "./Today.tsx";
import { Trends } from "./Trends.tsx";
import { Withdrawn } from "./Withdrawn.tsx";

const TABS = [
  ["today", HomeIcon],
  ["trend", PulseIcon],
  ["care", DoctorIcon],
  ["family", PeopleIcon],
] as const;

/** The signed-in app: four tabs, and the call over everything while this person sits in it. */
export function Shell() {
  const { live, link } = usePhone();
  const inbox = useView<FamilyInbox>(live, "inbox").view;
  return (
    <div className="app" data-screen="app" data-link={link === "up" ? "up" : "lost"}>
      {link === "lost" && (
        <p className="lost" role="alert" data-state="link-lost">
          <LinkLostIcon /> {t("link.lost")}
        </p>
      )}
      {inbox ? <Tabs inbox={inbox} /> : <p className="empty">{t("app.checking")}</p>}
    </div>
  );
}

function Tabs({ inbox }: { inbox: FamilyInbox }) {
  const { live } = usePhone();
  const opened = useStore(scanned);
  const [chosenTab, setTab] = useState(readTab);
  const tab = opened === null ? chosenTab : "family";
  const [chosen, setChosen] = useState(readParent);
  const go = (next: Tab) => {
    scanned.set(null);
    writeTab(next);
    setTab(next);
    window.scrollTo(0, 0);
  };
  const choose = (patientId: string) => {
    writeParent(patientId);
    setChosen(patientId);
  };
  const parent = shownParent(inbox, chosen);
  const [urgent] = underWay(inbox);
  const open = urgent?.consultation ?? parent?.consultation;
  const followed = useFollowed(open?.consultationId);
  const { view } = useView<ConsultationView>(live, followed.id && `consultation/${followed.id}`);
  const { join, joining } = useJoin(view);
  const underway = view && joinInto(view, joining);
  if (view?.call && (isSeated(view) || underway)) {
    return <CallScreen view={view} call={view.call} joining={underway} />;
  }
  return (
    <>
      <main className="page" data-screen={tab}>
        <h1 className="page-title">{t(`tab.${tab}`)}</h1>
        {view && <Withdrawn view={view} onSeen={followed.forget} />}
        {tab !== "family" && (
          <ParentPicker parents={inbox.patients} shown={parent} onChoose={choose} />
        )}
        {tab === "today" && (
          <>
            {view && <Banner view={view} join={join} onOpen={() => go("care")} />}
            <Today inbox={inbox} parent={parent} onSummaries={() => go("care")} />
          </>
        )}
        {tab === "trend" && <Trends key={parent?.patient.id} parent={parent} />}
        {tab === "care" && (
          <Care key={parent?.patient.id} inbox={inbox} parent={parent} join={join} />
        )}
        {tab === "family" && <Family inbox={inbox} />}
      </main>
      <TabBar tab={tab} onGo={go} />
    </>
  );
}

/** The open consultation, and after its end the same one until another is open: how it ended has to be read. */
function useFollowed(open: Id | undefined): { id: Id | undefined; forget(): void } {
  const [last, setLast] = useState(open);
  if (open !== undefined && open !== last) setLast(open);
  return { id: open ?? last, forget: () => setLast(undefined) };
}

function TabBar({ tab, onGo }: { tab: Tab; onGo(tab: Tab): void }) {
  return (
    <nav className="tabs">
      {TABS.map(([name, Icon]) => (
        <button
          key={name}
          type="button"
          data-action={`tab-${name}`}
          aria-current={tab === name ? "page" : undefined}
          onClick={() => onGo(name)}
        >
          <Icon size="1.5em" />
          {name === "family" ? t("tab.familyShort") : t(`tab.${name}`)}
        </button>
      ))}
    </nav>
  );
}
