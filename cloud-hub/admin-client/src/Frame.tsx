import { useEffect, useRef } from "react";
import type { Live } from "@wuduan/contract/live.ts";
import { LanguageButton } from "@wuduan/web-kit/browser/SessionShell.tsx";
import { useLink } from "@wuduan/web-kit/react.tsx";
import { HomePage } from "./home/HomePage.tsx";
import { i18n, t } from "./language.ts";
import { useOffice } from "./office.tsx";
import { SignOut } from "./parts/SignOut.tsx";
import { rankWord } from "./rank.ts";
import { hrefOf, useRoute } from "./route.ts";
import { SECTIONS } from "./sections.ts";

/** The page around every section: who works here, the menu, and whether the hub is there. */
export function Frame() {
  const { me, live } = useOffice();
  const [id, ...rest] = useRoute();
  const sections = SECTIONS.filter((section) => section.isFor(me));
  const open = sections.find((section) => section.id === id);
  const main = useFocusOnChange(id ?? "");
  return (
    <div className="office">
      <a className="skip" href="#main" onClick={(event) => skipTo(event, main.current)}>
        {t("frame.skip")}
      </a>
      <header className="top">
        <img className="top-mark" src={`${import.meta.env.BASE_URL}icon.svg`} alt="" />
        <div className="top-who">
          <strong data-label="me">{me.name}</strong>
          <span>{rankWord(me, i18n.language())}</span>
        </div>
        <span className="grow" />
        <Link live={live} />
        <LanguageButton i18n={i18n} />
        <SignOut className="button quiet" />
      </header>
      <nav className="menu" aria-label={t("frame.menu")}>
        <MenuLink href={hrefOf()} word={t("home.title")} current={!open} />
        {sections.map((section) => (
          <MenuLink
            key={section.id}
            href={hrefOf(section.id)}
            word={section.title[i18n.language()]}
            current={section === open}
          />
        ))}
      </nav>
      <main className="page" ref={main} tabIndex={-1} data-section={open?.id ?? "home"}>
        {open ? <open.Page rest={rest} /> : <HomePage sections={sections} />}
      </main>
    </div>
  );
}

function MenuLink({ href, word, current }: { href: string; word: string; current: boolean }) {
  return (
    <a href={href} aria-current={current ? "page" : undefined}>
      {word}
    </a>
  );
}

function Link({ live }: { live: Live }) {
  const link = useLink(live);
  return (
    <span className={`link link-${link}`} role="status">
      <i aria-hidden="true" />
      {link === "up" ? t("link.up") : link === "connecting" ? t("link.connecting") : t("link.lost")}
    </span>
  );
}

/** A reader of the screen starts at the new page and not at the menu; not on the first one. */
function useFocusOnChange(section: string) {
  const main = useRef<HTMLElement>(null);
  const before = useRef(section);
  useEffect(() => {
    if (before.current !== section) main.current?.focus();
    before.current = section;
  }, [section]);
  return main;
}

/** The address belongs to the sections, so the jump is made by hand. */
function skipTo(event: { preventDefault(): void }, main: HTMLElement | null): void {
  event.preventDefault();
  main?.focus();
}
