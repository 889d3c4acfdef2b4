import { CheckIcon, CloseIcon, NoteIcon } from "@wuduan/web-kit/icons.tsx";
import { dialogOf, layoutOf, textPages } from "../core/screen.ts";
import { Ask } from "./ask.tsx";
import { Frame, PageNumber, Remark } from "./frame.tsx";
import { Key, useTv } from "./tv-context.tsx";

export function Consent() {
  const { tv, say } = useTv();
  const text = tv.consentText;
  if (dialogOf(tv) === "refuse") {
    return <Ask question="refuseAsk" really="refuse-really" />;
  }
  const there = typeof text === "object";
  return (
    <Frame title={there ? text.title : say("consentTitle")} keys={<ConsentKeys />}>
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

function ConsentKeys() {
  const { tv } = useTv();
  const ids = layoutOf(tv).flat();
  return (
    <>
      {ids.includes("fetch") ? <Key id="fetch" tone="primary" /> : null}
      {ids.includes("next") ? <Key id="next" tone="primary" icon={<NoteIcon />} /> : null}
      {ids.includes("agree") ? <Key id="agree" tone="answer" icon={<CheckIcon />} /> : null}
      <Key id="refuse" icon={<CloseIcon />} />
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
