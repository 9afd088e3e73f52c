import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

// What every page's client components say; the rest stays on the server.
const always = ["ui", "failures", "signIn"] as const;

/** Gives the client components below the words of one more module, which other pages need not carry. */
export async function SpokenByClients({ also, children }: { also: string; children: ReactNode }) {
  const messages = await getMessages();
  return (
    <NextIntlClientProvider messages={Object.fromEntries([...always, also].map((name) => [name, messages[name]]))}>
      {children}
    </NextIntlClientProvider>
  );
}
