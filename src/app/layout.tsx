import type { Viewport } from "next";
import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { accentTokens } from "@/modules/vendor/domain/accent";
import { brand } from "@/server/brand";
import { themeAttribute, themeCookie, themeOf } from "@/ui/shell/theme";
import "./globals.css";

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

const rightToLeft = new Set(["ar", "fa", "he", "ur"]);

// What client components say; the rest stays on the server.
const spokenByClients = [
  "ui",
  "failures",
  "deals",
  "signIn",
  "channel",
  "records",
  "partnerContacts",
  "opportunities",
  "lists",
] as const;

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, messages, jar, look] = await Promise.all([getLocale(), getMessages(), cookies(), brand()]);
  const direction = rightToLeft.has(locale.split("-")[0] ?? "") ? "rtl" : "ltr";
  return (
    <html
      lang={locale}
      dir={direction}
      data-theme={themeAttribute(themeOf(jar.get(themeCookie)?.value))}
      style={look?.accent ? accentTokens(look.accent) : undefined}
      suppressHydrationWarning
    >
      <body>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <NextIntlClientProvider messages={Object.fromEntries(spokenByClients.map((name) => [name, messages[name]]))}>
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
