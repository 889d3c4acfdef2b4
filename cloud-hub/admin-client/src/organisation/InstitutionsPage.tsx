import { useState } from "react";
import type { Institution, InstitutionList } from "@wuduan/contract/messages.ts";
import { departmentWord } from "@wuduan/web-kit/words.ts";
import { i18n } from "../language.ts";
import { Listing } from "../parts/Listing.tsx";
import { useAnswer } from "../parts/useAnswer.ts";
import { InstitutionDialog } from "./InstitutionDialog.tsx";
import { StandingDialog } from "./StandingDialog.tsx";
import { t } from "./words.ts";

export const INSTITUTIONS = "/api/administration/institutions";

type Open =
  { dialog: "new" } | { dialog: "edit" | "standing"; institution: Institution } | undefined;

/** The institutions of the consortium and who leads whom. */
export function InstitutionsPage() {
  const answer = useAnswer<InstitutionList>(INSTITUTIONS);
  const [open, setOpen] = useState<Open>();
  const all = answer.value?.institutions ?? [];
  const close = () => setOpen(undefined);
  const done = () => {
    close();
    void answer.reload();
  };
  const newest = async (id: string) =>
    (await answer.reload())?.institutions.find((one) => one.id === id);
  return (
    <>
      <header className="page-head">
        <h1>{t("institutions")}</h1>
        <span className="grow" />
        <button
          type="button"
          className="button primary"
          data-action="new"
          onClick={() => setOpen({ dialog: "new" })}
        >
          {t("institution.new")}
        </button>
      </header>
      <Listing answer={answer}>
        {() =>
          all.length === 0 ? (
            <p className="empty">{t("institution.none")}</p>
          ) : (
            <Rows all={all} onOpen={setOpen} />
          )
        }
      </Listing>
      {open?.dialog === "standing" ? (
        <StandingDialog of={open.institution} path="institutions" onDone={done} onClose={close} />
      ) : (
        open && (
          <InstitutionDialog
            {...(open.dialog === "edit" && { institution: open.institution })}
            all={all}
            newest={newest}
            onSaved={done}
            onClose={close}
          />
        )
      )}
    </>
  );
}

function Rows({ all, onOpen }: { all: readonly Institution[]; onOpen(open: Open): void }) {
  return (
    <div className="table-frame">
      <table className="table">
        <thead>
          <tr>
            <th>{t("name")}</th>
            <th>{t("level")}</th>
            <th>{t("parent")}</th>
            <th>{t("departments")}</th>
            <th>{t("state")}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {all.map((institution) => (
            <tr key={institution.id} data-institution={institution.name}>
              <td>
                <strong>{institution.name}</strong>
              </td>
              <td>{t(`level.${institution.level}`)}</td>
              <td>{all.find(({ id }) => id === institution.parentId)?.name ?? "—"}</td>
              <td>
                {institution.departments
                  .map((one) => departmentWord(one, i18n.language()))
                  .join(" · ")}
              </td>
              <td>
                <span className={institution.active ? "chip chip-live" : "chip chip-off"}>
                  {t(institution.active ? "active" : "inactive")}
                </span>
              </td>
              <td>
                <div className="acts">
                  <button
                    type="button"
                    className="button"
                    data-action="edit"
                    onClick={() => onOpen({ dialog: "edit", institution })}
                  >
                    {t("edit")}
                  </button>
                  <button
                    type="button"
                    className="button"
                    data-action="standing"
                    onClick={() => onOpen({ dialog: "standing", institution })}
                  >
                    {t(institution.active ? "deactivate" : "reactivate")}
                  </button>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
