import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import type { Diagnosis, DiagnosisList } from "@wuduan/contract/messages.ts";
import { findDiagnoses } from "@wuduan/contract/records.ts";
import { CloseIcon } from "@wuduan/web-kit/icons.tsx";
import { useDesk } from "../desk.tsx";
import { t } from "./language.ts";

/** A pause in typing after which the hub is asked, in milliseconds. */
const ASKED_AFTER_MILLIS = 120;

interface Props {
  chosen: readonly Diagnosis[];
  disabled?: boolean;
  onChange(chosen: Diagnosis[]): void;
}

/** Diagnoses by code, name or sounds: type, arrows, Enter. */
export function DiagnosisPicker({ chosen, disabled = false, onChange }: Props) {
  return (
    <div className="diagnoses" data-field="diagnoses">
      <ol className="diagnosis-list">
        {chosen.map(({ code, name }) => (
          <li key={code} data-code={code}>
            <span>
              <b>{code}</b> {name}
            </span>
            {!disabled && (
              <button
                type="button"
                className="button small quiet"
                data-action="remove-diagnosis"
                aria-label={t("diagnosis.remove", { name })}
                onClick={() => onChange(chosen.filter((one) => one.code !== code))}
              >
                <CloseIcon />
              </button>
            )}
          </li>
        ))}
      </ol>
      {!disabled && (
        <DiagnosisSearch
          onChoose={(one) => {
            if (!chosen.some(({ code }) => code === one.code)) onChange([...chosen, one]);
          }}
        />
      )}
    </div>
  );
}

type Found = DiagnosisList | "unreachable" | null;

/**
 * What the hub found last, and whether that is for the newest words; an answer that a newer question overtook is dropped.
 */
function useFound(words: string): { found: Found; newest: boolean } {
  const { commands } = useDesk();
  const [found, setFound] = useState<{ words: string; answer: Found }>({ words: "", answer: null });
  const asked = useRef(0);
  useEffect(() => {
    if (words === "") return undefined;
    const question = ++asked.current;
    const timer = setTimeout(() => {
      void findDiagnoses(commands.send, words).then((answer) => {
        if (question !== asked.current) return;
        setFound({ words, answer: answer.ok ? answer.value : "unreachable" });
      });
    }, ASKED_AFTER_MILLIS);
    return () => clearTimeout(timer);
  }, [commands, words]);
  const shown = words === "" || found.words === "" ? null : found.answer;
  return { found: shown, newest: found.words === words };
}

function DiagnosisSearch({ onChoose }: { onChoose(one: Diagnosis): void }) {
  const [words, setWords] = useState("");
  const [active, setActive] = useState(0);
  const list = useId();
  const { found, newest } = useFound(words.trim());
  const hits = found === null || found === "unreachable" ? [] : found.diagnoses;
  const choose = (one: Diagnosis | undefined) => {
    if (!one) return;
    onChoose(one);
    setWords("");
    setActive(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && hits.length > 0) {
      event.preventDefault();
      setActive((active + step + hits.length) % hits.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      // what is still shown for earlier words is not what was typed
      if (newest) choose(hits[active]);
    } else if (event.key === "Escape") setWords("");
  };
  return (
    <div className="diagnosis-search">
      <input
        type="search"
        name="diagnosis"
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={list}
        aria-label={t("field.diagnoses")}
        aria-activedescendant={hits[active] && `${list}-${active}`}
        autoComplete="off"
        placeholder={t("diagnosis.search")}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {words.trim() !== "" && <Hits id={list} found={found} active={active} onChoose={choose} />}
    </div>
  );
}

function Hits(props: { id: string; found: Found; active: number; onChoose(one: Diagnosis): void }) {
  const { id, found, active, onChoose } = props;
  if (found === null) return null;
  if (found === "unreachable") return <p className="problem">{t("diagnosis.unreachable")}</p>;
  if (found.diagnoses.length === 0) return <p className="soft">{t("diagnosis.none")}</p>;
  return (
    <>
      <ul id={id} role="listbox" className="diagnosis-hits">
        {found.diagnoses.map((one, index) => (
          <li
            key={one.code}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            data-code={one.code}
            onMouseDown={(event) => {
              event.preventDefault();
              onChoose(one);
            }}
          >
            <b>{one.code}</b> {one.name}
          </li>
        ))}
      </ul>
      <small className="soft">{t("diagnosis.source", { source: found.source })}</small>
    </>
  );
}
