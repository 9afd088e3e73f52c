import { createTranslator } from "next-intl";
import { type GivenWord, withGivenWords } from "@/server/given-words";
import { type Messages, messagesWithFallback } from "@/server/languages";
import type { OutgoingMail } from "@/server/mail";
import type { Params } from "../domain/params";
import type { Say } from "../ui/notice-words";
import { letter, letterAsText, linkLetter, type ToldNotice } from "./letter";
import { letterAsHtml } from "./letter-mail";
import { type Link, sealed } from "./link";

type Reader = { readonly name: string; readonly address: string; readonly locale: string; readonly zone: string };

export type Composing = {
  readonly id: string;
  readonly person: Reader;
  readonly notices: readonly ToldNotice[];
  readonly vendor: string;
  /** The facts a type of notice shows. */
  readonly shows: (type: string) => readonly string[];
  readonly base: string;
  /** The end of the addresses that stop mails like this one. */
  readonly token: string;
  /** What the vendor calls its reasons. */
  readonly given: readonly GivenWord[];
};

const read = new Map<string, Messages>();

function messagesOf(locale: string): Messages {
  const messages = read.get(locale) ?? messagesWithFallback(locale);
  read.set(locale, messages);
  return messages;
}

function translator(locale: string, given: readonly GivenWord[]): Say {
  const say = createTranslator({
    locale,
    messages: withGivenWords(messagesOf(locale), locale, given),
    onError(error) {
      throw error;
    },
  });
  // Which keys there are is known when the files are read, not to the type.
  return say as unknown as Say;
}

/** A mail in the language of its reader, as HTML and as plain text, with what a reader of mail needs to sort and to stop it. */
export function compose({ id, person, notices, vendor, shows, base, token, given }: Composing): OutgoingMail {
  const { name, address, locale, zone } = person;
  const say = translator(locale, given);
  const unsubscribe = `${base}/unsubscribe?token=${token}`;
  const words = letter(notices, { say, locale, zone }, { vendor, shows, links: { base, unsubscribe } });
  const { hostname } = new URL(base);
  const [first] = notices;
  const thread: Record<string, string> =
    notices.length === 1 && first ? { References: `<${first.subjectId}@${hostname}>` } : {};
  return {
    messageId: `<${id}@${hostname}>`,
    to: { name, address },
    subject: words.subject,
    html: letterAsHtml(words, locale),
    text: letterAsText(words),
    headers: {
      "List-Unsubscribe": `<${base}/unsubscribe/${token}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "Auto-Submitted": "auto-generated",
      ...thread,
    },
  };
}

export type ComposingLink = {
  readonly id: string;
  readonly to: Reader;
  readonly link: Link;
  readonly path: string;
  readonly params: Params;
  readonly vendor: string;
  readonly base: string;
};

/** A mail with a link, in the language of its reader; the link is still sealed. */
export function composeLink({ id, to, link, path, params, vendor, base }: ComposingLink): OutgoingMail {
  const { name, address, locale, zone } = to;
  const href = `${base}${path}/${sealed(link)}`;
  const words = linkLetter(
    { purpose: link.purpose, params, href },
    { say: translator(locale, []), locale, zone },
    vendor,
  );
  return {
    messageId: `<${id}@${new URL(base).hostname}>`,
    to: { name, address },
    subject: words.subject,
    html: letterAsHtml(words, locale),
    text: letterAsText(words),
    headers: { "Auto-Submitted": "auto-generated" },
  };
}
