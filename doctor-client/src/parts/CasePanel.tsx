import { useState } from "react";
import { flushSync } from "react-dom";
import type { ConsultationView } from "@wuduan/contract/messages.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { CheckIcon } from "@wuduan/web-kit/icons.tsx";
import type { CaseTab, CaseTabProps } from "../caseTab.ts";
import { tabsOf } from "../caseTabs.ts";
import { may } from "../consultation.ts";
import { useDesk } from "../desk.tsx";
import { t } from "../language.ts";
import { useShortcut } from "../useShortcut.ts";
import { ConcludeDialog } from "./ConcludeDialog.tsx";
import { Dialog } from "./Dialog.tsx";
import { ProblemLine } from "./ProblemLine.tsx";

type Props = Omit<CaseTabProps, "show">;

/** The clinical side of a case. Tabs that are not in front stay drawn, so that what is typed in them stays. */
export function CasePanel({ view, vitals, duty, visible }: Props) {
  const tabs = tabsOf(view);
  const [chosen, setChosen] = useState<string | null>(null);
  const front = tabs.find(({ id }) => id === chosen) ?? tabs[0];
  // At once: who shows a tab sets the focus in it next.
  const show = (id: string) => flushSync(() => setChosen(id));
  useShortcut(
    "tab",
    (press) => {
      const tab =
        "letter" in press ? tabs.find(({ letter }) => letter === press.letter) : undefined;
      if (tab) show(tab.id);
    },
    visible,
  );
  if (!front) return null;
  return (
    <aside className="panel" aria-label={front.title()} data-tab={front.id} data-wide={front.wide}>
      {tabs.length > 1 && <TabList caseId={view.id} tabs={tabs} front={front} onChoose={show} />}
      {tabs.map(({ id, Body }) => (
        <div
          key={id}
          className="panel-scroll"
          id={panelId(view.id, id)}
          role="tabpanel"
          hidden={id !== front.id}
        >
          <Body view={view} vitals={vitals} duty={duty} visible={visible} show={() => show(id)} />
        </div>
      ))}
      <PanelEnd view={view} visible={visible} />
    </aside>
  );
}

const panelId = (caseId: string, tab: string) => `panel-${caseId}-${tab}`;

/** WAI-ARIA tabs: one stop of the Tab key, arrows go from one to the next. */
function TabList(props: {
  caseId: string;
  tabs: readonly CaseTab[];
  front: CaseTab;
  onChoose(id: string): void;
}) {
  const { caseId, tabs, front, onChoose } = props;
  const step = (from: HTMLElement, by: number) => {
    const index = (tabs.indexOf(front) + by + tabs.length) % tabs.length;
    const next = tabs[index];
    if (!next) return;
    onChoose(next.id);
    from.parentElement?.querySelector<HTMLElement>(`[data-tab-key="${next.id}"]`)?.focus();
  };
  return (
    <div className="panel-tabs" role="tablist">
      {tabs.map(({ id, title, letter }) => (
        <button
          key={id}
          type="button"
          role="tab"
          data-tab-key={id}
          aria-controls={panelId(caseId, id)}
          aria-selected={id === front.id}
          tabIndex={id === front.id ? 0 : -1}
          onClick={() => onChoose(id)}
          onKeyDown={(event) => {
            if (event.key === "ArrowRight") step(event.currentTarget, 1);
            if (event.key === "ArrowLeft") step(event.currentTarget, -1);
          }}
        >
          {title()} <kbd>{letter.toUpperCase()}</kbd>
        </button>
      ))}
    </div>
  );
}

/** The last step for this doctor: conclude for the first one, leave for an invited one. */
function PanelEnd({ view, visible }: { view: ConsultationView; visible: boolean }) {
  const [asking, setAsking] = useState<"conclude" | "leave" | null>(null);
  const close = () => setAsking(null);
  const mayConclude = may(view, "conclude");
  useShortcut("conclude", () => setAsking("conclude"), visible && mayConclude);
  return (
    <footer className="panel-end">
      {may(view, "leave") && (
        <button
          type="button"
          className="button"
          data-action="leave"
          onClick={() => setAsking("leave")}
        >
          {t("call.leave")}
        </button>
      )}
      {mayConclude && (
        <button
          type="button"
          className="button answer big"
          data-action="conclude"
          onClick={() => setAsking("conclude")}
        >
          <CheckIcon /> {t("conclude.open")} <kbd>E</kbd>
        </button>
      )}
      {asking === "conclude" && mayConclude && <ConcludeDialog view={view} onClose={close} />}
      {asking === "leave" && may(view, "leave") && <LeaveDialog view={view} onClose={close} />}
    </footer>
  );
}

function LeaveDialog({ view, onClose }: { view: ConsultationView; onClose(): void }) {
  const { session, commands } = useDesk();
  const { busy, problem, give } = useCommand(session);
  const leave = async () => {
    if (await give(() => commands.leave(view.id))) onClose();
  };
  return (
    <Dialog name="leave" title={t("call.leave.title")} patient={view.patient} onClose={onClose}>
      <div className="dialog-body">
        <p>{t("call.leave.text")}</p>
        <ProblemLine problem={problem} />
        <footer className="dialog-foot">
          <button type="button" className="button" data-action="close" onClick={onClose}>
            {t("common.cancel")}
          </button>
          <button
            type="button"
            className="button danger"
            data-action="leave-confirm"
            disabled={busy}
            onClick={() => void leave()}
          >
            {t("call.leave")}
          </button>
        </footer>
      </div>
    </Dialog>
  );
}
