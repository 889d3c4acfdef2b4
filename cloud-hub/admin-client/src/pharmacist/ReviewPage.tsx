import { useMemo } from "react";
import { prescribing } from "@wuduan/contract/prescribing.ts";
import type { PharmacistInbox } from "@wuduan/contract/messages.ts";
import { useView } from "@wuduan/web-kit/react.tsx";
import { useOffice } from "../office.tsx";
import { ReviewCard } from "./ReviewCard.tsx";
import { w } from "./words.ts";
import "./pharmacist.css";

/** What waits for this pharmacist, the longest first, and what was decided last. */
export function ReviewPage() {
  const { live, commands } = useOffice();
  const inbox = useView<PharmacistInbox>(live, "inbox").view;
  const orders = useMemo(() => prescribing(commands.send), [commands]);
  if (!inbox) return null;
  return (
    <div data-screen="reviews">
      <header className="page-head">
        <h1>{w("title")}</h1>
        <p className="soft" data-label="count">
          {inbox.waiting.length > 0 && w("waiting", { count: inbox.waiting.length })}
        </p>
      </header>
      {inbox.waiting.length === 0 && <p className="empty">{w("none")}</p>}
      {inbox.waiting.map((prescription) => (
        <ReviewCard
          key={`${prescription.id} ${prescription.version}`}
          prescription={prescription}
          orders={orders}
        />
      ))}
      {inbox.decided.length > 0 && <h2>{w("decided")}</h2>}
      {inbox.decided.map((prescription) => (
        <ReviewCard key={prescription.id} prescription={prescription} orders={undefined} />
      ))}
    </div>
  );
}
