import { CuffIcon, DoctorIcon, HeartIcon, PeopleIcon } from "@wuduan/web-kit/icons.tsx";
import { openConsultation } from "../core/screen.ts";
import { greeting } from "../describe.ts";
import { Clock, Notice, StatusLine } from "./frame.tsx";
import { Key, useTv } from "./tv-context.tsx";

const ICON = "1.7em";

/** Four things, always in the same places. */
export function Home() {
  const { tv, say } = useTv();
  const open = openConsultation(tv);
  const again = open?.state === "live" ? "backToCall" : "backToWaiting";
  return (
    <>
      <header className="top">
        <h1 className="greeting">{greeting(tv, say)}</h1>
        <Clock />
      </header>
      <div className="tiles">
        <Key id="see" tone="primary" icon={<DoctorIcon size={ICON} />}>
          {say(open === undefined ? "seeDoctor" : again)}
        </Key>
        <Key id="measure" icon={<CuffIcon size={ICON} />}>
          {say("measure")}
        </Key>
        <Key id="health" icon={<HeartIcon size={ICON} />}>
          {say("health")}
        </Key>
        <Key id="family" icon={<PeopleIcon size={ICON} />}>
          {say("family")}
        </Key>
      </div>
      {tv.notice === undefined ? <p className="hint">{say("homeHint")}</p> : <Notice />}
      <StatusLine />
    </>
  );
}
