import { useState } from "react";
import type { Id, WearablePairing, WearablesView } from "@wuduan/contract/messages.ts";
import type { WearableCommands } from "@wuduan/contract/wearables.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import {
  kindOfWearable,
  nearestFirst,
  nearness,
  PAIRING_FAILURES,
} from "@wuduan/web-kit/wearables.ts";
import { i18n, t } from "../language.ts";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { usePhone } from "../phone.tsx";

const CODE_LENGTH = 6;

interface Props {
  pairingId: Id;
  view: WearablesView;
  wearables: WearableCommands;
  onClose(): void;
}

/** Adding a device, step by step as the hub says; the television shows the same steps. */
export function PairingSheet({ pairingId, view, wearables, onClose }: Props) {
  const { session } = usePhone();
  const { busy, problem, give } = useCommand(session);
  const pairing = view.pairing?.id === pairingId ? view.pairing : undefined;
  const close = async () => {
    if (pairing) await give(() => wearables.end({ pairingId }));
    onClose();
  };
  const step = { view, busy, wearables, give } satisfies Omit<StepProps, "pairing">;
  return (
    <Sheet name="pairing" title={t("pairing.title")} onClose={() => void close()}>
      <div data-pairing={pairing?.state ?? "over"} aria-live="polite">
        {pairing ? <Step pairing={pairing} {...step} /> : <p>{t("pairing.over")}</p>}
      </div>
      <ProblemLine problem={problem} />
      <button
        type="button"
        className={`button ${pairing?.state === "measured" ? "answer big" : "quiet"}`}
        data-action="end-pairing"
        onClick={() => void close()}
      >
        {t(pairing && pairing.state !== "measured" ? "pairing.stop" : "pairing.done")}
      </button>
    </Sheet>
  );
}

interface StepProps {
  pairing: WearablePairing;
  view: WearablesView;
  busy: boolean;
  wearables: WearableCommands;
  give: ReturnType<typeof useCommand>["give"];
}

function Step(props: StepProps) {
  const { pairing } = props;
  switch (pairing.state) {
    case "searching":
      return <Found {...props} />;
    case "pairing":
      return <p className="sentence">{t("pairing.pairing")}</p>;
    case "type_code":
      return <TypeCode {...props} />;
    case "show_code":
      return <Code words={t("pairing.show")} code={pairing.code} />;
    case "compare_code":
      return <Compare {...props} />;
    case "failed":
      return (
        <>
          {pairing.failure && (
            <p className="sentence" role="alert" data-failure={pairing.failure}>
              {PAIRING_FAILURES[pairing.failure][i18n.language()]}
            </p>
          )}
          <Found {...props} />
        </>
      );
    case "paired":
      return <ForWhom {...props} />;
    case "added":
      return <p className="sentence">{t("pairing.added")}</p>;
    case "measured":
      return <p className="sentence">{t("pairing.measured")}</p>;
  }
}

function Found({ pairing, busy, wearables, give }: StepProps) {
  const language = i18n.language();
  const choose = (address: string) =>
    void give(() => wearables.choose({ pairingId: pairing.id, address }));
  return (
    <>
      <p>{t(pairing.found.length === 0 ? "pairing.searching" : "pairing.choose")}</p>
      <ul className="devices">
        {nearestFirst(pairing.found).map((one) => (
          <li key={one.address}>
            <button
              type="button"
              className="button found"
              data-action="choose-device"
              data-device={one.address}
              disabled={busy}
              onClick={() => choose(one.address)}
            >
              <b>{kindOfWearable(one)[language]}</b>
              <span>
                {one.model} · {nearness(one)[language]}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Code({ words, code }: { words: string; code: string | undefined }) {
  return (
    <>
      <p>{words}</p>
      <p className="code" data-label="code">
        {code}
      </p>
    </>
  );
}

function TypeCode({ pairing, busy, wearables, give }: StepProps) {
  const [code, setCode] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void give(() => wearables.answer({ pairingId: pairing.id, answer: code }));
      }}
    >
      <label className="field">
        <span>{t("pairing.type")}</span>
        <input
          name="passkey"
          className="code"
          inputMode="numeric"
          autoComplete="off"
          maxLength={CODE_LENGTH}
          value={code}
          onChange={(event) => setCode(event.target.value.replace(/[^0-9]/g, ""))}
        />
      </label>
      <button
        className="button answer big"
        data-action="send-code"
        disabled={busy || code.length < CODE_LENGTH}
      >
        {t("pairing.send")}
      </button>
    </form>
  );
}

function Compare({ pairing, busy, wearables, give }: StepProps) {
  const say = (answer: "yes" | "no") =>
    void give(() => wearables.answer({ pairingId: pairing.id, answer }));
  return (
    <>
      <Code words={t("pairing.compare")} code={pairing.code} />
      <button
        type="button"
        className="button answer big"
        data-action="code-same"
        disabled={busy}
        onClick={() => say("yes")}
      >
        {t("pairing.same")}
      </button>
      <button
        type="button"
        className="button"
        data-action="code-different"
        disabled={busy}
        onClick={() => say("no")}
      >
        {t("pairing.different")}
      </button>
    </>
  );
}

function ForWhom({ pairing, view, busy, wearables, give }: StepProps) {
  return (
    <>
      <p>{t("pairing.paired")}</p>
      {view.patients.map((patient) => (
        <button
          key={patient.id}
          type="button"
          className="button big"
          data-action="wearer"
          data-patient={patient.id}
          disabled={busy}
          onClick={() =>
            void give(() => wearables.add({ pairingId: pairing.id, patientId: patient.id }))
          }
        >
          {patient.name}
        </button>
      ))}
    </>
  );
}
