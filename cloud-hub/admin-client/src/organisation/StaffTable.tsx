import type { StaffMember } from "@wuduan/contract/messages.ts";
import { departmentWord } from "@wuduan/web-kit/words.ts";
import { i18n } from "../language.ts";
import { KINDS, ROLES } from "../rank.ts";
import { t } from "./words.ts";

export type Act = "edit" | "standing" | "link";

interface Props {
  staff: readonly StaffMember[];
  onAct(act: Act, member: StaffMember): void;
}

export function StaffTable({ staff, onAct }: Props) {
  return (
    <div className="table-frame">
      <table className="table">
        <thead>
          <tr>
            <th>{t("person")}</th>
            <th>{t("kind")}</th>
            <th>{t("institution")}</th>
            <th>{t("title")}</th>
            <th>{t("state")}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {staff.map((member) => (
            <Row key={member.id} member={member} onAct={onAct} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ member, onAct }: { member: StaffMember; onAct: Props["onAct"] }) {
  const language = i18n.language();
  const button = (act: Act, word: string) => (
    <button type="button" className="button" data-action={act} onClick={() => onAct(act, member)}>
      {word}
    </button>
  );
  return (
    <tr data-login={member.login}>
      <td>
        <strong>{member.name}</strong>
        <small>{member.login}</small>
      </td>
      <td>{(member.role ? ROLES[member.role] : KINDS[member.kind])[language]}</td>
      <td>{member.institution?.name ?? "—"}</td>
      <td>{member.post ? <Credentials post={member.post} /> : "—"}</td>
      <td>
        <State member={member} />
      </td>
      <td>
        <div className="acts">
          {member.active && !member.activated && button("link", t("link"))}
          {member.active && button("edit", t("edit"))}
          {button("standing", t(member.active ? "deactivate" : "reactivate"))}
        </div>
      </td>
    </tr>
  );
}

function Credentials({ post }: { post: NonNullable<StaffMember["post"]> }) {
  const years = post.practisingSince && new Date().getFullYear() - post.practisingSince;
  return (
    <>
      {post.title} · {departmentWord(post.department, i18n.language())}
      {years !== undefined && <small>{t("years", { years })}</small>}
      {post.internetPractice !== true && <small>{t("noInternetPractice")}</small>}
    </>
  );
}

function State({ member }: { member: StaffMember }) {
  if (!member.active) return <span className="chip chip-off">{t("inactive")}</span>;
  return member.activated ? (
    <span className="chip chip-live">{t("active")}</span>
  ) : (
    <span className="chip chip-pending">{t("pending")}</span>
  );
}
