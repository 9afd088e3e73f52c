import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

// What the forms of an import say; the rest of its words stays on the server.
const spokenByForms = [
  "upload",
  "progress",
  "columns",
  "questions",
  "duplicates",
  "commit",
  "undo",
  "discard",
  "errors",
];

export default async function Layout({ children }: { children: ReactNode }) {
  const { ui, failures, imports = {} } = await getMessages();
  const spoken = Object.entries(imports).filter(([name]) => spokenByForms.includes(name));
  return (
    <NextIntlClientProvider messages={{ ui, failures, imports: Object.fromEntries(spoken) }}>
      {children}
    </NextIntlClientProvider>
  );
}
