import { PersonIcon } from "@wuduan/web-kit/icons.tsx";
import { layoutOf, peopleOnPage } from "../core/screen.ts";
import { Notice, StatusLine } from "./frame.tsx";
import { Key, useTv } from "./tv-context.tsx";

export function Choose() {
  const { tv, say } = useTv();
  const ids = layoutOf(tv).flat();
  return (
    <>
      <header className="top">
        <h1>{say("choose")}</h1>
        <StatusLine />
      </header>
      <div className="people">
        {peopleOnPage(tv).map((patient) => (
          <Key
            key={patient.id}
            id={patient.id}
            icon={<PersonIcon size="1.4em" />}
            hint={say("bornIn", { year: patient.birthYear })}
          />
        ))}
        {ids.includes("more") ? <Key id="more" /> : null}
        {ids.includes("home") ? <Key id="home" /> : null}
      </div>
      <Notice />
    </>
  );
}
