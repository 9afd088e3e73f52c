"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Avatar } from "@/ui/avatar";
import { enter } from "./enter";

type Props = { people: { id: string; name: string; detail: string }[]; returnTo: string };

/** One click per persona; the server offers it only in a demo database on a loopback address. */
export function DemoSignIn({ people, returnTo }: Props) {
  const t = useTranslations("signIn");
  const [busy, setBusy] = useState<string | null>(null);
  return (
    <section aria-labelledby="demo" className="mt-10">
      <h2 id="demo" className="border-b border-line pb-2">
        {t("demoTitle")}
      </h2>
      <ul>
        {people.map((person) => (
          <li key={person.id} className="border-b border-line">
            <button
              type="button"
              aria-busy={busy === person.id}
              className="flex w-full items-center gap-3 px-1 py-2.5 text-start hover:bg-hover"
              onClick={async () => {
                setBusy(person.id);
                if (await enter("demo", { personId: person.id }, returnTo)) setBusy(null);
              }}
            >
              <Avatar name={person.name} />
              <span className="min-w-0">
                <span className="block truncate font-strong">{person.name}</span>
                <span className="block truncate text-xs text-ink-2">{person.detail}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
