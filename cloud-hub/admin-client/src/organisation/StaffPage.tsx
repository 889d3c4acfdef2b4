import { useDeferredValue, useState } from "react";
import type { InstitutionList, StaffList, StaffMember } from "@wuduan/contract/messages.ts";
import { Listing } from "../parts/Listing.tsx";
import { useAnswer } from "../parts/useAnswer.ts";
import { useOffice } from "../office.tsx";
import { hrefOf } from "../route.ts";
import { INSTITUTIONS } from "./InstitutionsPage.tsx";
import { LinkDialog } from "./LinkDialog.tsx";
import { StaffDialog } from "./StaffDialog.tsx";
import { StaffTable, type Act } from "./StaffTable.tsx";
import { StandingDialog } from "./StandingDialog.tsx";
import { t } from "./words.ts";

type Open = { dialog: "new" } | { dialog: Act; member: StaffMember } | undefined;

/** Who works here: doctors, pharmacists, registrars and administrators. */
export function StaffPage() {
  const { commands } = useOffice();
  const [words, setWords] = useState("");
  const asked = useDeferredValue(words.trim());
  const answer = useAnswer<StaffList>(
    `/api/administration/staff?words=${encodeURIComponent(asked)}`,
  );
  const institutions = useAnswer<InstitutionList>(INSTITUTIONS);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const newest = async (id: string) => (await answer.reload())?.staff.find((one) => one.id === id);
  const done = () => {
    close();
    void answer.reload();
  };
  const saved = async (id: string) => {
    const member = await newest(id);
    setOpen(member && !member.activated ? { dialog: "link", member } : undefined);
  };
  return (
    <>
      <Head words={words} onWords={setWords} onNew={() => setOpen({ dialog: "new" })} />
      <Listing answer={answer}>
        {({ staff, more }) =>
          staff.length === 0 ? (
            <p className="empty">{t("staff.none")}</p>
          ) : (
            <>
              {more && <p className="notice">{t("staff.more")}</p>}
              <StaffTable staff={staff} onAct={(dialog, member) => setOpen({ dialog, member })} />
            </>
          )
        }
      </Listing>
      {(open?.dialog === "new" || open?.dialog === "edit") && (
        <StaffDialog
          {...(open.dialog === "edit" && { member: open.member })}
          institutions={institutions.value?.institutions ?? []}
          newest={newest}
          onSaved={(id) => void saved(id)}
          onClose={close}
        />
      )}
      {open?.dialog === "standing" && (
        <StandingDialog of={open.member} path="staff" onDone={done} onClose={close} />
      )}
      {open?.dialog === "link" && (
        <LinkDialog
          name={open.member.name}
          make={() =>
            commands.send("POST", `/api/administration/staff/${open.member.id}/activation-link`)
          }
          onClose={done}
        />
      )}
    </>
  );
}

interface HeadProps {
  words: string;
  onWords(words: string): void;
  onNew(): void;
}

function Head({ words, onWords, onNew }: HeadProps) {
  return (
    <header className="page-head">
      <h1>{t("staff")}</h1>
      <span className="grow" />
      <input
        className="search"
        type="search"
        name="words"
        aria-label={t("staff.search")}
        placeholder={t("staff.search")}
        maxLength={64}
        value={words}
        onChange={(event) => onWords(event.target.value)}
      />
      <button type="button" className="button primary" data-action="new" onClick={onNew}>
        {t("staff.new")}
      </button>
      <a className="button" data-action="import" href={hrefOf("staff", "import")}>
        {t("staff.import")}
      </a>
    </header>
  );
}
