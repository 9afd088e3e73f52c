import { createTransport } from "nodemailer";

/** A mail as it goes out; `messageId` is the same in every try. */
export type OutgoingMail = {
  readonly messageId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** Taken, refused for good, or to be tried again; with what the other side said. */
export type Sending = { readonly outcome: "sent" } | { readonly outcome: "refused" | "later"; readonly why: string };

export type MailTransport = {
  readonly send: (mail: OutgoingMail) => Promise<Sending>;
  readonly close: () => void;
};

const seconds = 1000;
/** How long one mail may take at most. */
export const longestSend = 120 * seconds;

/** The mail itself is refused, by an answer that stays the same; a wrong password or a full server is mended and tried again. */
function isFinal(error: Error & { code?: unknown; responseCode?: unknown }): boolean {
  const aboutTheMail = error.code === "EENVELOPE" || error.code === "EMESSAGE";
  return aboutTheMail && typeof error.responseCode === "number" && error.responseCode >= 500;
}

/** Sends through an SMTP server, over connections that stay open. */
export function smtpTransport(url: string, from: string): MailTransport {
  const transport = createTransport(
    {
      pool: true,
      url,
      maxConnections: 2,
      connectionTimeout: 20 * seconds,
      greetingTimeout: 20 * seconds,
      socketTimeout: 60 * seconds,
    },
    { from },
  );
  return {
    async send({ headers, ...mail }) {
      try {
        await transport.sendMail({ ...mail, headers: { ...headers } });
        return { outcome: "sent" };
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        return { outcome: isFinal(error) ? "refused" : "later", why: error.message };
      }
    },
    close: () => transport.close(),
  };
}
