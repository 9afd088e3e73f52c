import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { viewer } from "./auth/viewer";
import { pseudoMessages } from "./pseudo-locale";

type Messages = { [key: string]: string | Messages };

/** English with accents and padding, made from the English files: what stays plain on a screen was never translated. */
export const pseudoLocale = "en-XA";
const folder = path.join(process.cwd(), "messages");

function read(locale: string): Messages {
  const files = readdirSync(path.join(folder, locale)).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(
    files.map((name) => [
      path.basename(name, ".json"),
      JSON.parse(readFileSync(path.join(folder, locale, name), "utf8")),
    ]),
  );
}

const loaded = new Map<string, Messages>();

/** All messages of a locale; files are read once, except while developing. */
export function messagesOf(locale: string): Messages {
  const known = process.env.NODE_ENV === "development" ? undefined : loaded.get(locale);
  if (known) return known;
  const messages = locale === pseudoLocale ? pseudoMessages(read("en")) : read(locale);
  loaded.set(locale, messages);
  return messages;
}

/** The languages the product can be read in. Adding one is adding a folder. */
export function languages(): string[] {
  return readdirSync(folder).sort();
}

export const localeCookie = "locale";

/** Cookie first (also before anybody has signed in), then the person's own language, then English. */
export async function chosenLocale(): Promise<string> {
  const cookie = (await cookies()).get(localeCookie)?.value;
  if (cookie === pseudoLocale) return pseudoLocale;
  const known = languages();
  if (cookie && known.includes(cookie)) return cookie;
  const own = (await viewer())?.actor.locale;
  return own && known.includes(own) ? own : "en";
}

export default getRequestConfig(async () => {
  const locale = await chosenLocale();
  return {
    locale,
    messages: messagesOf(locale),
    timeZone: (await viewer())?.actor.zone ?? "UTC",
    onError(error) {
      if (process.env.NODE_ENV !== "production") throw error;
    },
  };
});
