import {
  ClockIcon,
  CuffIcon,
  HomeIcon,
  LinkLostIcon,
  WarningIcon,
} from "@wuduan/web-kit/icons.tsx";
import { ageOf } from "@wuduan/web-kit/quantity.ts";
import { detailOf, dialogOf, layoutOf } from "../core/screen.ts";
import { isConnected } from "../core/tv.ts";
import { nobodyOnDuty } from "../describe.ts";
import { UNANSWERED_WORDS } from "../spoken.ts";
import { Ask } from "./ask.tsx";
import { Frame, Remark } from "./frame.tsx";
import { Key, useTv } from "./tv-context.tsx";

/** The request is with the doctor. No place in a queue is shown: nobody promises one. */
export function Waiting() {
  const { tv, say } = useTv();
  const detail = detailOf(tv);
  const missed = detail?.state === "unanswered";
  const nobody = nobodyOnDuty(tv, say);
  if (dialogOf(tv) === "cancel") {
    return <Ask question="cancelAsk" really="cancel-really" />;
  }
  return (
    <Frame title={say(titleOf(missed, nobody))} keys={<WaitingKeys />}>
      {missed ? (
        <p className="lead">{say(UNANSWERED_WORDS[detail.ring?.outcome ?? "no_answer"])}</p>
      ) : (
        nobody === undefined && <p className="lead">{say("waitingText")}</p>
      )}
      <Since />
      {missed || nobody === undefined ? null : (
        <div data-notice="nobody-on-duty">
          <Remark icon={<WarningIcon />} warn>
            {nobody}
          </Remark>
        </div>
      )}
      {isConnected(tv) ? null : (
        <Remark icon={<LinkLostIcon />} warn>
          {say("waitingLost")}
        </Remark>
      )}
    </Frame>
  );
}

/** No doctor has been told of anything while there is none. */
function titleOf(missed: boolean, nobody: string | undefined) {
  if (missed) return "unansweredTitle";
  return nobody === undefined ? "waitingTitle" : "waitingKept";
}

function Since() {
  const { tv, say, language } = useTv();
  const detail = detailOf(tv);
  if (detail === undefined) return null;
  const age = ageOf(detail.requestedAt, tv.now, language);
  return (
    <>
      <Remark icon={<ClockIcon />}>
        {detail.patient.name} · {say("waitingSince", { age })}
      </Remark>
      {detail.requestedBy === "family" ? <p>{say("waitingByFamily")}</p> : null}
    </>
  );
}

function WaitingKeys() {
  const { tv } = useTv();
  return (
    <>
      <Key id="home" icon={<HomeIcon />} tone="primary" />
      <Key id="measure" icon={<CuffIcon />} />
      {layoutOf(tv).flat().includes("cancel") ? <Key id="cancel" /> : null}
    </>
  );
}
