import { useState } from "react";
import type { Department, InstitutionList } from "@wuduan/contract/messages.ts";
import { departmentWord } from "@wuduan/web-kit/words.ts";
import { i18n } from "../language.ts";
import { Select } from "../parts/FormDialog.tsx";
import { Listing } from "../parts/Listing.tsx";
import { useAnswer } from "../parts/useAnswer.ts";
import { namesOf } from "./InstitutionDialog.tsx";
import { INSTITUTIONS } from "./InstitutionsPage.tsx";
import { RosterWeek } from "./RosterWeek.tsx";
import { t } from "./rosterWords.ts";

/** Which department's week is planned. */
export function RosterPage() {
  const answer = useAnswer<InstitutionList>(INSTITUTIONS);
  const [institutionId, setInstitution] = useState("");
  const [department, setDepartment] = useState<Department | "">("");
  const all = answer.value?.institutions ?? [];
  const departments = all.find(({ id }) => id === institutionId)?.departments ?? [];
  const chosen = departments.find((one) => one === department);
  return (
    <>
      <header className="page-head">
        <h1>{t("title")}</h1>
      </header>
      <Listing answer={answer}>
        {() => (
          <div className="filters">
            <Select
              name="institution"
              label={t("institution")}
              problem={null}
              value={institutionId}
              empty="—"
              options={namesOf(all)}
              onChange={setInstitution}
            />
            <Select
              name="department"
              label={t("department")}
              problem={null}
              value={chosen ?? ""}
              empty="—"
              options={departments.map(
                (one) => [one, departmentWord(one, i18n.language())] as const,
              )}
              onChange={(value) => setDepartment(value as Department | "")}
            />
          </div>
        )}
      </Listing>
      {chosen ? (
        <RosterWeek
          key={`${institutionId}/${chosen}`}
          path={`/api/administration/rosters/${institutionId}/${chosen}`}
        />
      ) : (
        <p className="empty">{t("choose")}</p>
      )}
    </>
  );
}
