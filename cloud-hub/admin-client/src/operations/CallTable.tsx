import type { LiveCall, OperationsStatus } from "@wuduan/contract/messages.ts";
import { dayAndTime } from "@wuduan/web-kit/times.ts";
import { i18n } from "../language.ts";
import { shortId } from "./status.ts";
import { t } from "./words.ts";

/** The running calls by their numbers: who sits in them is nobody's business here. */
export function CallTable({ status }: { status: OperationsStatus }) {
  return (
    <section className="ops-group" data-group="calls">
      <h2>{t("group.calls")}</h2>
      {status.liveCalls.length === 0 ? (
        <p className="empty">{t("none.calls")}</p>
      ) : (
        <div className="table-frame">
          <table className="table">
            <thead>
              <tr>
                <th>{t("call.id")}</th>
                <th>{t("call.since")}</th>
                <th>{t("call.bridge")}</th>
                <th>{t("call.people")}</th>
                <th>{t("call.generation")}</th>
              </tr>
            </thead>
            <tbody>
              {status.liveCalls.map((call) => (
                <Row key={call.id} call={call} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {status.liveCalls.length < status.calls && (
        <p className="soft">
          {t("more.calls", {
            shown: String(status.liveCalls.length),
            count: String(status.calls),
          })}
        </p>
      )}
    </section>
  );
}

function Row({ call }: { call: LiveCall }) {
  return (
    <tr data-call={call.id}>
      <td title={call.id}>{shortId(call.id)}</td>
      <td>{dayAndTime(call.openedAt, i18n.language())}</td>
      <td>{call.bridge ?? t("call.nowhere")}</td>
      <td>
        {t("call.present", { present: String(call.present), seats: String(call.seats) })}
        {call.reconnecting > 0 && (
          <small>{t("call.reconnecting", { count: String(call.reconnecting) })}</small>
        )}
      </td>
      <td>{call.generation > 1 ? t("call.moves", { count: String(call.generation - 1) }) : "–"}</td>
    </tr>
  );
}
