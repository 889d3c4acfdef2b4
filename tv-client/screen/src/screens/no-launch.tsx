import { useEffect } from "react";
import { sayIn } from "../words.ts";

/**
 * What is shown when the address had no launch token: the box answers such a page nothing, and every other screen would
 * say that the network is away. The box's language is not known either, so both are there.
 */
export function NoLaunch({ onAddress }: { onAddress(): void }) {
  // the whole address differs in its fragment alone: typed into the same tab, nothing would be loaded anew
  useEffect(() => {
    window.addEventListener("hashchange", onAddress);
    return () => window.removeEventListener("hashchange", onAddress);
  }, [onAddress]);
  return (
    <main className="screen" data-screen="no-launch">
      <div className="body">
        {(["zh-CN", "en"] as const).map((language) => (
          <section key={language} lang={language}>
            <p className="lead">{sayIn(language)("noLaunch")}</p>
            <p className="remark">{sayIn(language)("noLaunchText")}</p>
          </section>
        ))}
      </div>
    </main>
  );
}
