import { CuffIcon, DoctorIcon, HeartIcon, PeopleIcon } from "@wuduan/web-kit/icons.tsx";
import { greeting } from "../describe.ts";
import { Clock, Notice, StatusLine } from "./frame.tsx";
import { Key, useTv } from "./tv-context.tsx";

const ICON = "1.7em";

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
      {tv.notice === undefined ? <p className="hint">{say("homeHint")}</p> : <Notice />}
      <StatusLine />
    </>
  );
}
