import type { ReactNode } from "react";

interface Props {
  name: string;
  text: string;
  children?: ReactNode;
}

/** A page with one sentence and what can be done about it. */
export function MessagePage({ name, text, children }: Props) {
  return (
    <main className="sign-in" data-screen={name}>
      <section className="sign-in-card" role="status">
        <p>{text}</p>
        {children}
      </section>
    </main>
  );
}
