import { CASE_TABS } from "../caseTabs.ts";
import { t } from "../language.ts";
import { SHORTCUT_KEYS } from "../shortcuts.ts";
import { Dialog } from "./Dialog.tsx";

export function HelpSheet({ onClose }: { onClose(): void }) {
  return (
    <Dialog name="help" title={t("help.title")} onClose={onClose}>
      <dl className="shortcuts">
        {SHORTCUT_KEYS.map(([key, kind]) => (
          <Line key={kind} letter={key} words={t(`help.${kind}`)} />
        ))}
        {CASE_TABS.map(({ id, letter, title }) => (
          <Line key={id} letter={letter.toUpperCase()} words={t("help.tab", { tab: title() })} />
        ))}
      </dl>
      <p className="soft dialog-body">{t("help.note")}</p>
    </Dialog>
  );
}

function Line({ letter, words }: { letter: string; words: string }) {
  return (
    <div>
      <dt>
        <kbd>{letter}</kbd>
      </dt>
      <dd>{words}</dd>
    </div>
  );
}
