import { useEffect, useMemo, useState } from "react";
import type { DoctorInbox } from "@wuduan/contract/messages.ts";
import { useTitle } from "@wuduan/web-kit/browser/hooks.tsx";
import { LinkLostIcon } from "@wuduan/web-kit/icons.tsx";
import { useView } from "@wuduan/web-kit/react.tsx";
import { openedConsultation, queueOf, roomOf, type Waiting } from "../consultation.ts";
import { useDesk } from "../desk.tsx";
import { t } from "../language.ts";
import { choiceOf } from "../choice.ts";
import { useArrivalSounds } from "../useArrivalSounds.ts";
import { AlertBar } from "../referral/AlertBar.tsx";
import { useShortcut } from "../useShortcut.ts";
import { AcceptDialog } from "../ground/AcceptDialog.tsx";
import { CaseScreen } from "./CaseScreen.tsx";
import { DutyBoard, useDuty } from "./DutyBoard.tsx";
import { Followed } from "./Followed.tsx";
import { HelpSheet } from "./HelpSheet.tsx";
import { Home } from "./Home.tsx";
import { Current, Queue } from "./Queue.tsx";
import { RingCard } from "./RingCard.tsx";
import { StillInCall } from "./StillInCall.tsx";
import { Panes } from "./Panes.tsx";
import { TopBar } from "./TopBar.tsx";

/** The signed-in screen: bar above, queue at the left, the opened case in the middle and at the right. */
export function Workstation() {
  const { live, link } = useDesk();
  const inbox = useView<DoctorInbox>(live, "inbox").view;
  const [help, setHelp] = useState(false);
  useShortcut("help", () => setHelp(true));
  return (
    <div
      className="workstation"
      data-screen="workstation"
      data-link={link === "up" ? "up" : "lost"}
    >
      <TopBar inbox={inbox} onHelp={() => setHelp(true)} />
      {link === "lost" && (
        <p className="lost-banner" role="alert" data-state="link-lost">
          <LinkLostIcon /> {t("link.lostBanner")}
        </p>
      )}
      {inbox ? <Desktop inbox={inbox} /> : <p className="empty">{t("app.checking")}</p>}
      {help && <HelpSheet onClose={() => setHelp(false)} />}
    </div>
  );
}

function Desktop({ inbox }: { inbox: DoctorInbox }) {
  const { opened, active, open } = useOpened(inbox);
  const [accepting, setAccepting] = useState<Waiting | null>(null);
  const duty = useDuty();
  const muted = useArrivalSounds(inbox);
  useDesktopShortcuts(inbox, opened, { open, accept: setAccepting });
  useTitle(titleOf(inbox));
  const ring = <RingCard invitations={inbox.invitations} muted={muted} onAccepted={open} />;
  const ringsInDesk = opened === null && inbox.invitations.length > 0;
  const cases = [...new Set([active, opened])].filter((id) => id !== null);
  return (
    <Panes
      side={
        <>
          {!ringsInDesk && ring}
          <Current inbox={inbox} opened={opened} onOpen={open} />
          <Followed followed={inbox.followed} onJoined={open} />
          <Queue inbox={inbox} opened={opened} onOpen={open} onAccept={setAccepting} />
          <DutyBoard duty={duty} />
        </>
      }
    >
      <AlertBar shown={opened !== null} onShow={() => open(null)} />
      {active !== null && active !== opened && (
        <StillInCall inbox={inbox} room={active} onBack={() => open(active)} />
      )}
      {cases.map((id) => (
        <CaseScreen
          key={id}
          consultationId={id}
          duty={duty}
          visible={id === opened}
          onAccept={setAccepting}
          onClose={() => open(null)}
        />
      ))}
      {ringsInDesk && <div className="desk-ring">{ring}</div>}
      {opened === null && !ringsInDesk && <Home inbox={inbox} onOpen={open} />}
      {accepting && (
        <AcceptDialog
          request={accepting}
          onAccepted={() => {
            open(accepting.consultationId);
            setAccepting(null);
          }}
          onClose={() => setAccepting(null)}
        />
      )}
    </Panes>
  );
}

/** The case in the middle, the call that is connected, and the way to open another case. */
function useOpened(inbox: DoctorInbox) {
  const { me } = useDesk();
  const kept = useMemo(() => choiceOf(me.id), [me.id]);
  const [choice, setChoice] = useState(kept.readOpened);
  const [room, setRoom] = useState(kept.readRoom);
  const opened = choice === "home" ? null : openedConsultation(inbox, choice);
  // What opened by itself stays open as if chosen: a conclusion must not take the case off the screen.
  if (choice === null && opened !== null) setChoice(opened);
  useEffect(() => {
    if (choice !== null) kept.writeOpened(choice);
  }, [kept, choice]);
  const active = roomOf(inbox, opened, room);
  if (active !== room) setRoom(active);
  useEffect(() => kept.writeRoom(active), [kept, active]);
  const open = (consultationId: string | null) => setChoice(consultationId ?? "home");
  return { opened, active, open };
}

interface DesktopActions {
  open(consultationId: string | null): void;
  accept(request: Waiting): void;
}

function useDesktopShortcuts(inbox: DoctorInbox, opened: string | null, act: DesktopActions) {
  const queue = queueOf(inbox);
  useShortcut("queue", (shortcut) => {
    const item = "index" in shortcut ? queue[shortcut.index] : undefined;
    if (item) act.open(item.consultationId);
  });
  useShortcut("home", () => act.open(null));
  useShortcut("accept", () => {
    // A ring comes before the queue: the button of the ring card does the rest.
    const ring = document.querySelector<HTMLElement>('[data-action="accept-invitation"]');
    if (ring) return ring.click();
    const item = queue.find(({ consultationId }) => consultationId === opened);
    if (item) act.accept(item);
  });
}

function titleOf(inbox: DoctorInbox): string {
  if (inbox.invitations.length > 0) return `● ${t("ring.title")}`;
  if (inbox.waiting.length > 0) return `(${inbox.waiting.length}) ${t("app.name")}`;
  return t("app.name");
}
