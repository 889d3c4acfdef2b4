import { CheckIcon, CloseIcon, NoteIcon } from "@wuduan/web-kit/icons.tsx";
import { dialogOf, textPages } from "../core/screen.ts";
import { Ask } from "./ask.tsx";
import { Frame, PageNumber, Remark } from "./frame.tsx";
import { Key, useTv } from "./tv-context.tsx";

export function Consent() {
  const { tv, say } = useTv();
  const text = tv.consentText;
  if (dialogOf(tv) === "refuse") {
    return <Ask question="refuseAsk" stay="reread" really="refuse-really" word="refuseReally" />;
  }
  const there = typeof text === "object";
  return (
    <Frame title={there ? text.title : say("consentTitle")} keys={<ConsentKeys there={there} />}>
      {there ? (
        <ConsentPage version={text.version} />
      ) : (
        <Remark icon={<NoteIcon />}>
          {say(text === "missing" ? "consentMissing" : "consentLoading")}
        </Remark>
      )}
    </Frame>
  );
}

function ConsentKeys({ there }: { readonly there: boolean }) {
  const { say } = useTv();
  return (
    <>
      {there ? (
        <Key id="agree" tone="answer" icon={<CheckIcon />}>
          {say("agree")}
        </Key>
      ) : (
        <Key id="fetch" tone="primary">
          {say("fetchAgain")}
        </Key>
      )}
      <Key id="refuse" icon={<CloseIcon />}>
        {say("refuse")}
      </Key>
    </>
  );
}

function ConsentPage({ version }: { readonly version: string }) {
  const { tv } = useTv();
  const pages = textPages(tv);
  return (
    <div className="sheet" data-version={version}>
      {(pages[tv.page] ?? []).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <PageNumber page={tv.page} pages={pages.length} />
    </div>
  );
}
