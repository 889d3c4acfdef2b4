import { t } from "../language.ts";
import { SHORTCUT_KEYS } from "../shortcuts.ts";
import { Dialog } from "./Dialog.tsx";

export function HelpSheet({ onClose }: { onClose(): void }) {
  return (
    <Dialog name="help" title={t("help.title")} onClose={onClose}>
      <dl className="shortcuts">
        {SHORTCUT_KEYS.map(([key, kind]) => (
          <div key={kind}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`help.${kind}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="soft dialog-body">{t("help.note")}</p>
    </Dialog>
  );
}
