import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { viewer } from "./auth/viewer";
import { givenWords, withGivenWords } from "./given-words";
import {
  firstLanguage,
  languageName,
  languages,
  type Messages,
  messagesIn,
  messagesWithFallback,
  preferredLanguage,
} from "./languages";
import { pseudoMessages } from "./pseudo-locale";

/** English with accents and padding, made from the English files: what stays plain on a screen was never translated. */
export const pseudoLocale = "en-XA";

const loaded = new Map<string, Messages>();

/** All messages of a locale; files are read once, except while developing. */
export function messagesOf(locale: string): Messages {
  const known = process.env.NODE_ENV === "development" ? undefined : loaded.get(locale);
  if (known) return known;
  const messages = locale === pseudoLocale ? pseudoMessages(messagesIn(firstLanguage)) : messagesWithFallback(locale);
  loaded.set(locale, messages);
  return messages;
}

export const localeCookie = "locale";

/** What was chosen on this device (also before anybody has signed in), then the person's own language, then the browser's, then English. */
export async function chosenLocale(): Promise<string> {
  const cookie = (await cookies()).get(localeCookie)?.value;
  if (cookie === pseudoLocale) return pseudoLocale;
  const known = languages();
  if (cookie && known.includes(cookie)) return cookie;
  const own = (await viewer())?.actor.locale;
  if (own && known.includes(own)) return own;
  return preferredLanguage((await headers()).get("accept-language"), known) ?? firstLanguage;
}

/** What a choice of language needs: where it is remembered, the one in use, and each with its own name. */
export async function languageChoice() {
  const current = await chosenLocale();
  const offered = [...new Set([...languages(), current])];
  return {
    cookie: localeCookie,
    current,
    options: offered.map((language) => ({ value: language, name: languageName(language) })),
  };
}

export default getRequestConfig(async () => {
  const locale = await chosenLocale();
  return {
    locale,
    messages: withGivenWords(messagesOf(locale), locale, await givenWords()),
    timeZone: (await viewer())?.actor.zone ?? "UTC",
    onError(error) {
      if (process.env.NODE_ENV !== "production") throw error;
    },
  };
});
