import { i18n, t } from "../language.ts";
import { useOffice } from "../office.tsx";
import { rankWord } from "../rank.ts";
import { hrefOf } from "../route.ts";
import type { Section } from "../section.ts";

/** The first page: who I am here, and what I can do. */
export function HomePage({ sections }: { sections: readonly Section[] }) {
  const { me } = useOffice();
  const language = i18n.language();
  return (
    <>
      <header className="page-head">
        <h1>{t("home.hello", { name: me.name })}</h1>
        <p className="soft">{rankWord(me, language)}</p>
      </header>
      {sections.length === 0 ? (
        <p className="empty">{t("home.nothing")}</p>
      ) : (
        <ul className="cards">
          {sections.map((section) => (
            <li key={section.id}>
              <a className="card" href={hrefOf(section.id)}>
                <strong>{section.title[language]}</strong>
                <span className="soft">{section.purpose[language]}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
