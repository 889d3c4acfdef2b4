import { HomeIcon, WarningIcon } from "@wuduan/web-kit/icons.tsx";
import { askedKey, TAUGHT_KEYS } from "../core/teaching.ts";
import { KEY_WORDS } from "../spoken.ts";
import { Frame, Remark } from "./frame.tsx";
import { Key, useTv } from "./tv-context.tsx";

/** The television asks for one key after the other and learns what this remote sends. */
export function Teach() {
  const { tv, say } = useTv();
  const asked = askedKey(tv.teaching);
  return (
    <Frame
      title={say("teachTitle")}
      keys={<Key id="home" icon={<HomeIcon />} hint={say("teachLeaveHint")} />}
    >
      <p>
        {say("teachStep", { step: tv.teaching.codes.length + 1, steps: TAUGHT_KEYS.length + 1 })}
      </p>
      <p className="asked-key" data-asked={asked}>
        {say("teachPress")} <strong>{say(KEY_WORDS[asked])}</strong>
      </p>
      {tv.teaching.repeated ? (
        <Remark icon={<WarningIcon />} warn>
          {say("teachRepeated")}
        </Remark>
      ) : null}
    </Frame>
  );
}
