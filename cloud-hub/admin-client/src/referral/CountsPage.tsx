import type { ReferralCounts } from "@wuduan/contract/messages.ts";
import { Listing } from "../parts/Listing.tsx";
import { useAnswer } from "../parts/useAnswer.ts";
import { sums } from "./counts.ts";
import { t } from "./words.ts";

const COUNTS = "/api/administration/referral-counts";

type Dimension = "byInstitution" | "byState" | "byDisease";
const DIMENSIONS: Dimension[] = ["byInstitution", "byState", "byDisease"];

/** How many patients went up and down; each table says whether it adds up to the totals. */
export function CountsPage() {
  const answer = useAnswer<ReferralCounts>(COUNTS);
  return (
    <>
      <header className="page-head">
        <h1>{t("counts")}</h1>
      </header>
      <Listing answer={answer}>
        {(counts) => (
          <>
            <p data-label="totals">
              {t("total")}: {t("up")} <b data-total="up">{counts.up}</b>, {t("down")}{" "}
              <b data-total="down">{counts.down}</b>
            </p>
            {DIMENSIONS.map((dimension) => (
              <Table key={dimension} counts={counts} dimension={dimension} />
            ))}
          </>
        )}
      </Listing>
    </>
  );
}

function Table({ counts, dimension }: { counts: ReferralCounts; dimension: Dimension }) {
  const rows = counts[dimension];
  const sum = sums(rows);
  const agrees = sum.up === counts.up && sum.down === counts.down;
  return (
    <section className="table-frame" data-counts={dimension} data-agrees={agrees}>
      <h2>{t(dimension)}</h2>
      <table className="table">
        <thead>
          <tr>
            <th>{t("name")}</th>
            <th>{t("up")}</th>
            <th>{t("down")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, up, down }) => (
            <tr key={name} data-name={name}>
              <th scope="row">{dimension === "byState" ? stateWord(name) : name}</th>
              <td>{up}</td>
              <td>{down}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">
              {t("total")} ({t(agrees ? "agrees" : "differs")})
            </th>
            <td>{sum.up}</td>
            <td>{sum.down}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function stateWord(name: string): string {
  return name === "sent" || name === "accepted" || name === "declined" ? t(`state.${name}`) : name;
}
