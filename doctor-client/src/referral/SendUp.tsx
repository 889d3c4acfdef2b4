import { useEffect, useState, type FormEvent } from "react";
import { newId } from "@wuduan/contract/commands.ts";
import type {
  ConsultationView,
  Department,
  Id,
  LatestVitals,
  ReferralTargets,
  SendReferral,
  Urgency,
} from "@wuduan/contract/messages.ts";
import { useDraft } from "@wuduan/web-kit/browser/hooks.tsx";
import { useSigningCommand } from "@wuduan/web-kit/browser/useSigning.tsx";
import { departmentWord } from "@wuduan/web-kit/words.ts";
import { useDesk } from "../desk.tsx";
import { prefilled } from "../invitation.ts";
import { i18n } from "../language.ts";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { useSignatory } from "../signing/signatory.ts";
import { useReferralCommands } from "./useReferrals.ts";
import { t } from "./words.ts";

const URGENCIES: Urgency[] = ["routine", "urgent", "emergency"];

type Place = ReferralTargets["institutions"][number];

interface Form {
  institutionId: string;
  department: Department | "";
  disease: string;
  code: string;
  urgency: Urgency;
  green: boolean;
  greenReason: string;
  summary: string;
}

const EMPTY: Omit<Form, "summary"> = {
  institutionId: "",
  department: "",
  disease: "",
  code: "",
  urgency: "routine",
  green: false,
  greenReason: "",
};

function readForm(text: string, summary: string): Form {
  try {
    return { ...EMPTY, summary, ...(JSON.parse(text) as Partial<Form>) };
  } catch {
    return { ...EMPTY, summary };
  }
}

/** Only what is on record: complaint, values at home, opinions. */
function summaryOf(view: ConsultationView, vitals: LatestVitals): string {
  const facts = prefilled(view, vitals, i18n.language()).caseSummary;
  const opinions = view.opinions.map((opinion) => `${opinion.doctor.name}: ${opinion.text}`);
  return [facts, ...opinions].join("\n").slice(0, 4000);
}

interface Props {
  view: ConsultationView;
  vitals: LatestVitals;
}

/** Refers the patient of this case to a higher level. */
export function SendUp({ view, vitals }: Props) {
  const { drafts } = useDesk();
  const referrals = useReferralCommands();
  const { busy, problem, give, question } = useSigningCommand(useSignatory());
  const [sent, setSent] = useState(false);
  // Kept for a repeat: an answer that was lost makes no second referral.
  const [id, setId] = useState(newId);
  const draft = useDraft(drafts, `${view.id}/referral`);
  const form = readForm(draft.text, summaryOf(view, vitals));
  const places = useTargets();
  const fits = useAdvice(form);
  const set = (change: Partial<Form>) => {
    setSent(false);
    draft.set(JSON.stringify({ ...form, ...change }));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wish = wishOf(id, view, form);
    if (!wish || !(await give(() => referrals.send(wish)))) return;
    draft.forget();
    setId(newId());
    setSent(true);
  };
  return (
    <>
      <form className="referral-form" data-form="refer-up" onSubmit={(event) => void submit(event)}>
        <Where form={form} places={places} set={set} />
        <What form={form} set={set} />
        {!fits && (
          <p className="rule caution" data-notice="catalogue-mismatch">
            {t("advice.mismatch")}
          </p>
        )}
        <ProblemLine problem={problem} />
        {sent && (
          <p className="soft" role="status" data-state="referral-sent">
            {t("sent")}
          </p>
        )}
        <button className="button primary" data-action="send-referral" disabled={busy}>
          {t("send")}
        </button>
      </form>
      {question}
    </>
  );
}

function wishOf(id: Id, view: ConsultationView, form: Form): SendReferral | null {
  if (form.department === "" || form.institutionId === "") return null;
  const code = form.code.trim();
  return {
    id,
    patientId: view.patient.id,
    consultationId: view.id,
    direction: "up",
    institutionId: form.institutionId,
    department: form.department,
    disease: { name: form.disease.trim(), ...(code && { code }) },
    urgency: form.urgency,
    summary: form.summary.trim(),
    ...(form.green && { greenChannel: form.greenReason.trim() }),
  };
}

function useTargets(): readonly Place[] {
  const referrals = useReferralCommands();
  const { doctor } = useDesk();
  const [places, setPlaces] = useState<readonly Place[]>([]);
  useEffect(() => {
    let wanted = true;
    void referrals.targets().then((answer) => {
      if (!wanted || !answer.ok) return;
      setPlaces(
        answer.value.institutions.filter(
          ({ institution, level }) =>
            level !== "first_contact" && institution.name !== doctor.institution,
        ),
      );
    });
    return () => {
      wanted = false;
    };
  }, [referrals, doctor.institution]);
  return places;
}

/** Whether the catalogue sends this disease to that level; true until it says otherwise. */
function useAdvice({ disease, code, institutionId }: Form): boolean {
  const referrals = useReferralCommands();
  const [said, setSaid] = useState({ asked: "", fits: true });
  const asked = [disease.trim(), code.trim(), institutionId].join("\n");
  useEffect(() => {
    const [name = "", icd = "", institution = ""] = asked.split("\n");
    if (name === "" || institution === "") return undefined;
    let wanted = true;
    void referrals.advice({ name, institution, ...(icd && { code: icd }) }).then((answer) => {
      if (wanted && answer.ok) setSaid({ asked, fits: answer.value.fits });
    });
    return () => {
      wanted = false;
    };
  }, [referrals, asked]);
  return said.asked !== asked || said.fits;
}

interface PartProps {
  form: Form;
  set(change: Partial<Form>): void;
}

function Where({ form, places, set }: PartProps & { places: readonly Place[] }) {
  const place = places.find(({ institution }) => institution.id === form.institutionId);
  return (
    <>
      <label className="field">
        <span>{t("institution")}</span>
        <select
          name="institution"
          required
          value={form.institutionId}
          onChange={(event) => set({ institutionId: event.target.value, department: "" })}
        >
          <option value="">{t("choose")}</option>
          {places.map(({ institution }) => (
            <option key={institution.id} value={institution.id}>
              {institution.name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t("department")}</span>
        <select
          name="department"
          required
          value={form.department}
          onChange={(event) => set({ department: event.target.value as Department })}
        >
          <option value="">{t("choose")}</option>
          {place?.departments.map((one) => (
            <option key={one} value={one}>
              {departmentWord(one, i18n.language())}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

function What({ form, set }: PartProps) {
  return (
    <>
      <label className="field">
        <span>{t("disease")}</span>
        <input
          name="disease"
          required
          maxLength={200}
          value={form.disease}
          onChange={(event) => set({ disease: event.target.value })}
        />
      </label>
      <label className="field">
        <span>{t("code")}</span>
        <input
          name="code"
          maxLength={20}
          pattern="[A-Z][0-9A-Za-z.+*x\-]{1,19}"
          value={form.code}
          onChange={(event) => set({ code: event.target.value.toUpperCase() })}
        />
      </label>
      <label className="field">
        <span>{t("urgency")}</span>
        <select
          name="urgency"
          value={form.urgency}
          onChange={(event) => set({ urgency: event.target.value as Urgency })}
        >
          {URGENCIES.map((one) => (
            <option key={one} value={one}>
              {t(`urgency.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <Green form={form} set={set} />
      <label className="field">
        <span>{t("summary")}</span>
        <textarea
          name="referralSummary"
          required
          rows={6}
          maxLength={4000}
          value={form.summary}
          onChange={(event) => set({ summary: event.target.value })}
        />
      </label>
    </>
  );
}

/** 绿色通道, and why. */
function Green({ form, set }: PartProps) {
  return (
    <>
      <label className="choice">
        <input
          type="checkbox"
          name="green"
          checked={form.green}
          onChange={(event) => set({ green: event.target.checked })}
        />
        <span>{t("green")}</span>
      </label>
      {form.green && (
        <label className="field">
          <span>{t("greenReason")}</span>
          <input
            name="greenReason"
            required
            maxLength={300}
            value={form.greenReason}
            onChange={(event) => set({ greenReason: event.target.value })}
          />
        </label>
      )}
    </>
  );
}
