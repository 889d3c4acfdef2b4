import { useEffect, useState, type KeyboardEvent } from "react";
import type { Drug, DrugList, Id } from "@wuduan/contract/messages.ts";
import type { PrescribingCommands } from "@wuduan/contract/prescribing.ts";
import { i18n } from "../language.ts";
import { w } from "./words.ts";

interface Props {
  consultationId: Id;
  orders: PrescribingCommands;
  onChoose(drug: Drug): void;
}

export const drugName = ({ nameZh, nameEn }: Drug): string =>
  i18n.language() === "en" ? nameEn : nameZh;

/** By pinyin initials or name; arrows choose, Enter adds a line. */
export function DrugSearch({ consultationId, orders, onChoose }: Props) {
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState(0);
  const list = useFound(orders, consultationId, words.trim());
  const choose = (drug: Drug | undefined) => {
    if (!drug) return;
    onChoose(drug);
    setWords("");
  };
  const press = (event: KeyboardEvent) => {
    // while an input method composes, its Enter and arrows are its own
    if (event.nativeEvent.isComposing || !list) return;
    const last = list.drugs.length - 1;
    if (event.key === "ArrowDown") setChosen(Math.min(chosen + 1, last));
    else if (event.key === "ArrowUp") setChosen(Math.max(chosen - 1, 0));
    else if (event.key === "Enter") choose(list.drugs[chosen]);
    else return;
    event.preventDefault();
  };
  const listId = `rx-found-${consultationId}`;
  return (
    <div className="rx-search">
      <label className="field">
        <span>
          {w("search")} <small className="soft">{w("searchHint")}</small>
        </span>
        <input
          id={`rx-search-${consultationId}`}
          name="drug"
          role="combobox"
          aria-expanded={list !== undefined}
          aria-controls={listId}
          autoComplete="off"
          maxLength={64}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setChosen(0);
          }}
          onKeyDown={press}
        />
      </label>
      {list && <Found id={listId} list={list} chosen={chosen} onChoose={choose} />}
    </div>
  );
}

/** What the hub found for these words; nothing while they are newer than its answer. */
function useFound(orders: PrescribingCommands, consultationId: Id, wanted: string) {
  const [found, setFound] = useState<{ words: string; list: DrugList } | undefined>();
  useEffect(() => {
    if (wanted === "") return undefined;
    let overtaken = false;
    void orders.drugs(consultationId, wanted).then((answer) => {
      if (answer.ok && !overtaken) setFound({ words: wanted, list: answer.value });
    });
    return () => {
      overtaken = true;
    };
  }, [orders, consultationId, wanted]);
  return wanted !== "" && found?.words === wanted ? found.list : undefined;
}

interface FoundProps {
  id: string;
  list: DrugList;
  chosen: number;
  onChoose(drug: Drug): void;
}

function Found({ id, list, chosen, onChoose }: FoundProps) {
  return (
    <ul id={id} role="listbox" className="rx-found">
      {list.drugs.map((drug, index) => (
        <li
          key={drug.code}
          role="option"
          data-drug={drug.code}
          aria-selected={index === chosen}
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(drug);
          }}
        >
          <strong>{drugName(drug)}</strong> {drug.strength.value} {drug.strength.unit}
          <small className="soft">{drug.pinyin}</small>
        </li>
      ))}
      {list.drugs.length === 0 && <li className="soft">{w("notFound")}</li>}
      <li className="soft rx-whose">{w(list.own ? "ownFormulary" : "shippedFormulary")}</li>
    </ul>
  );
}
