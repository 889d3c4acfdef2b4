import { HomeIcon, PeopleIcon, PersonIcon } from "@wuduan/web-kit/icons.tsx";
import { Frame, Remark } from "./frame.tsx";
import { Key, useTv } from "./tv-context.tsx";

const NAMES_SHOWN_MAX = 4;

/** Who lives here and how the children take part. The television knows no more than this. */
export function Family() {
  const { tv, say } = useTv();
  const seated = (tv.consultation?.call?.seats ?? []).filter(({ role }) => role === "family");
  return (
    <Frame
      title={tv.inbox?.household.name ?? say("familyTitle")}
      keys={
        <>
          <Key id="home" tone="primary" icon={<HomeIcon />} />
          <Key id="children" icon={<PeopleIcon />} />
          <Key id="settings" />
        </>
      }
    >
      <div className="columns">
        <section className="list">
          <h2>{say("familyHere")}</h2>
          {(tv.inbox?.patients ?? []).slice(0, NAMES_SHOWN_MAX).map(({ patient }) => (
            <Remark key={patient.id} icon={<PersonIcon />}>
              {patient.name}
            </Remark>
          ))}
        </section>
        <section className="list">
          <h2>{say("familyInCall")}</h2>
          {seated.slice(0, NAMES_SHOWN_MAX).map((seat) => (
            <Remark key={seat.id} icon={<PeopleIcon />}>
              {seat.name}
            </Remark>
          ))}
          {seated.length === 0 ? <p>{say("familyNone")}</p> : null}
        </section>
      </div>
      <p className="lead">{say("familyHow")}</p>
    </Frame>
  );
}
