import {
  CuffIcon,
  DoctorIcon,
  HeartIcon,
  PeopleIcon,
  WarningIcon,
} from "@wuduan/web-kit/icons.tsx";
import { greeting, measureDue, nobodyOnDuty } from "../describe.ts";
import { Clock, Notice, StatusLine } from "./frame.tsx";
import { Key, useTv } from "./tv-context.tsx";

const ICON = "1.7em";

/** That no doctor is there comes before what is to be measured, and that before how to use the keys. */
function Hint() {
  const { tv, say } = useTv();
  const nobody = nobodyOnDuty(tv, say);
  const due = measureDue(tv, say);
  if (nobody === undefined && due !== undefined)
    return (
      <p className="notice" role="status" data-notice="measure-due">
        <CuffIcon />
        <span>{due}</span>
      </p>
    );
  return nobody === undefined ? (
    <p className="hint">{say("homeHint")}</p>
  ) : (
    <p className="notice warn" role="status" data-notice="nobody-on-duty">
      <WarningIcon />
      <span>{nobody}</span>
    </p>
  );
}

/** Four things, always in the same places. */
export function Home() {
  const { tv, say } = useTv();
  return (
    <>
      <header className="top">
        <h1 className="greeting">{greeting(tv, say)}</h1>
        <Clock />
      </header>
      <div className="tiles">
        <Key id="see" tone="primary" icon={<DoctorIcon size={ICON} />} />
        <Key id="measure" icon={<CuffIcon size={ICON} />} />
        <Key id="health" icon={<HeartIcon size={ICON} />} />
        <Key id="family" icon={<PeopleIcon size={ICON} />} />
      </div>
      {tv.notice === undefined ? <Hint /> : <Notice />}
      <StatusLine />
    </>
  );
}
