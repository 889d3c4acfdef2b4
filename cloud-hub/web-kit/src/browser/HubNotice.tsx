import { useState } from "react";
import type { Live } from "@wuduan/contract/live.ts";
import type { Language } from "@wuduan/contract/messages.ts";
import { WarningIcon } from "../icons.tsx";
import { useNotice } from "../react.tsx";
import type { Word } from "../words.ts";

const NO_NEW_CALLS: Word = {
  "zh-CN": "系统就要停机维护：现在不能开始新的看诊，正在进行的不受影响。急症请拨打 120。",
  en: "The system is about to be stopped for maintenance: no new consultations now, those under way go on. In an emergency call 120.",
};
const UNDERSTOOD: Word = { "zh-CN": "知道了", en: "Understood" };

/** What the hub wants every screen to say, over the page until it is put away; it comes again with the next time. */
export function HubNotice({ live, language }: { live: Live; language: Language }) {
  const notice = useNotice(live);
  return notice === undefined ? null : <Told key={notice} language={language} />;
}

function Told({ language }: { language: Language }) {
  const [away, setAway] = useState(false);
  if (away) return null;
  return (
    <div className="hub-notice" role="status" data-notice="no-new-calls">
      <WarningIcon />
      <span>{NO_NEW_CALLS[language]}</span>
      <button
        type="button"
        className="button"
        data-action="understood"
        onClick={() => setAway(true)}
      >
        {UNDERSTOOD[language]}
      </button>
    </div>
  );
}
