import type { ReactNode } from "react";
import { t } from "../language.ts";
import type { Answer } from "./useAnswer.ts";

interface Props<T> {
  answer: Answer<T>;
  children(value: T): ReactNode;
}

/** What the hub answered, or that it is asked, or that it could not be: never an empty page. */
export function Listing<T>({ answer, children }: Props<T>) {
  return (
    <>
      {answer.failed && (
        <p className="notice caution" role="alert">
          {t("common.failed")}{" "}
          <button type="button" className="button" onClick={() => void answer.reload()}>
            {t("common.retry")}
          </button>
        </p>
      )}
      {answer.value !== undefined
        ? children(answer.value)
        : !answer.failed && <p className="empty">{t("common.loading")}</p>}
    </>
  );
}
