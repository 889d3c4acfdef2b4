import type { ConsultationView, VitalsView } from "@wuduan/contract/messages.ts";
import { isSeated } from "@wuduan/web-kit/browser/useCallSession.ts";
import { CloseIcon } from "@wuduan/web-kit/icons.tsx";
import { useLink, useView } from "@wuduan/web-kit/react.tsx";
import { tabsOf } from "../caseTabs.ts";
import { may, stageOf, type Stage, type Waiting } from "../consultation.ts";
import { useDesk } from "../desk.tsx";
import { t } from "../language.ts";
import { AllergyBanner } from "../record/AllergyBanner.tsx";
import { CallPane } from "./CallPane.tsx";
import { CasePanel } from "./CasePanel.tsx";
import { Grounds } from "./ConsultationTab.tsx";
import type { Duty } from "./DutyBoard.tsx";
import { PatientLine } from "./PatientLine.tsx";
import { Cancelled, Concluded, Consenting, Ringing, Taken, Unanswered } from "./Stages.tsx";
import { AllTrends, TrendPane } from "./TrendPane.tsx";
import { VitalsStrip } from "./Vitals.tsx";

interface Props {
  consultationId: string;
  duty: Duty;
  /** False for a running consultation behind another case: its call goes on unseen. */
  visible: boolean;
  onAccept(request: Waiting): void;
  onClose(): void;
}

/** One consultation: the middle and the right column of the workstation. */
export function CaseScreen({ consultationId, duty, visible, onAccept, onClose }: Props) {
  const { live } = useDesk();
  const { view, gone } = useView<ConsultationView>(live, `consultation/${consultationId}`);
  const vitals = useView<VitalsView>(live, view && `vitals/${view.patient.id}`).view;
  if (!view) return visible ? <Absent gone={gone !== undefined} onClose={onClose} /> : null;
  const hasPanel = tabsOf(view).length > 0;
  return (
    <div
      className="case"
      hidden={!visible}
      data-screen="case"
      data-consultation={view.id}
      data-state={view.state}
    >
      <div className="middle">
        <CaseHead view={view} onAccept={onAccept} onClose={onClose} />
        <AllergyBanner patientId={view.patient.id} />
        {!hasPanel && <Grounds view={view} />}
        <CaseStage view={view} vitals={vitals} visible={visible} />
      </div>
      {hasPanel && (
        <CasePanel view={view} vitals={vitals?.latest ?? {}} duty={duty} visible={visible} />
      )}
    </div>
  );
}

function Absent({ gone, onClose }: { gone: boolean; onClose(): void }) {
  return (
    <div className="case" data-screen="case" data-state={gone ? "gone" : "loading"}>
      <div className="middle">
        <p className="empty">{gone ? t("case.gone") : t("case.loading")}</p>
        {gone && (
          <p className="stage-actions">
            <button type="button" className="button" data-action="home" onClick={onClose}>
              {t("case.back")}
            </button>
          </p>
        )}
      </div>
    </div>
  );
}

type HeadProps = { view: ConsultationView } & Pick<Props, "onAccept" | "onClose">;

function CaseHead({ view, onAccept, onClose }: HeadProps) {
  return (
    <header className="case-head">
      <div className="case-who">
        <PatientLine patient={view.patient} />
        <p className="case-complaint">
          <small>{t("case.complaint")}</small> {view.complaint ?? t("queue.noComplaint")}
        </p>
      </div>
      <div className="case-keys">
        <span className={`chip chip-${view.state}`} data-label="state">
          {t(`state.${view.state}`)}
        </span>
        {may(view, "accept") && (
          <button
            type="button"
            className="button answer"
            data-action="accept"
            onClick={() => onAccept(requestOf(view))}
          >
            {t("queue.accept")} <kbd>A</kbd>
          </button>
        )}
        <button
          type="button"
          className="button quiet"
          data-action="home"
          aria-label={t("case.back")}
          onClick={onClose}
        >
          <CloseIcon />
        </button>
      </div>
    </header>
  );
}

function requestOf({ id, patient, complaint }: ConsultationView): Waiting {
  return { consultationId: id, patient, ...(complaint !== undefined && { complaint }) };
}

/** In a running consultation the video takes the height; before and after, the trend does. */
const TREND_HEIGHT: Record<"live" | "other", number> = { live: 130, other: 140 };

function CaseStage(props: {
  view: ConsultationView;
  vitals: VitalsView | undefined;
  visible: boolean;
}) {
  const { view, vitals, visible } = props;
  const { live, me } = useDesk();
  const link = useLink(live);
  const stage = stageOf(view, me.id);
  return (
    <>
      <StageMiddle stage={stage} view={view} visible={visible} />
      {vitals && (
        <div className="case-vitals">
          <VitalsStrip vitals={vitals.latest} linkUp={link === "up"} />
          {stage === "live" ? (
            <TrendPane vitals={vitals} height={TREND_HEIGHT.live} />
          ) : (
            <AllTrends vitals={vitals} height={TREND_HEIGHT.other} />
          )}
        </div>
      )}
    </>
  );
}

function StageMiddle(props: { stage: Stage; view: ConsultationView; visible: boolean }) {
  const { stage, view, visible } = props;
  switch (stage) {
    case "waiting":
      return null;
    case "taken":
      return <Taken view={view} />;
    case "ringing":
      return <Ringing view={view} />;
    case "unanswered":
      return <Unanswered view={view} />;
    case "consenting":
      return <Consenting />;
    case "live":
      return view.call && isSeated(view) ? <CallPane call={view.call} visible={visible} /> : null;
    case "concluded":
      return <Concluded view={view} />;
    case "cancelled":
      return <Cancelled view={view} />;
  }
}
