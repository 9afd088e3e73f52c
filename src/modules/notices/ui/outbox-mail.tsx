import { useTranslations } from "next-intl";
import { Tabs } from "@/ui/tabs";
import type { OutboxMail } from "../queries/outbox";

export const shownParts = ["html", "text", "headers"] as const;
type Part = (typeof shownParts)[number];

type Props = { mail: OutboxMail; part: Part; hrefOf: (part: Part) => string };

/** One mail of the demo as its reader would see it, as plain text, and with the headers a reader of mail goes by. */
export function OutboxMailView({ mail, part, hrefOf }: Props) {
  const t = useTranslations("notices.outbox");
  return (
    <section aria-label={t("html")} className="min-w-0 pt-4 max-lg:order-first">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="min-w-0 text-ink-2 wrap-anywhere">{t("to", { name: mail.recipient, address: mail.email })}</p>
        <Tabs
          label={t("parts")}
          items={shownParts.map((each) => ({ href: hrefOf(each), label: t(each), current: each === part }))}
        />
      </div>
      <div className="mt-3">
        {part === "html" && mail.html !== null && (
          // Nothing in a mail runs; its links open in the window around it.
          <iframe
            title={mail.subject ?? ""}
            srcDoc={mail.html.replace("<head>", '<head><base target="_top">')}
            sandbox="allow-top-navigation-by-user-activation"
            className="h-[max(36rem,calc(100dvh-12rem))] w-full rounded-lg border border-line"
          />
        )}
        {part === "text" && <Written text={mail.body ?? ""} />}
        {part === "headers" && <Written text={headersOf(mail)} />}
        {mail.html === null && <p className="text-ink-2">{t("choose")}</p>}
      </div>
    </section>
  );
}

function Written({ text }: { text: string }) {
  return (
    <pre className="overflow-x-auto rounded-lg border border-line p-4 font-mono text-xs whitespace-pre-wrap wrap-anywhere">
      {text}
    </pre>
  );
}

function headersOf({ recipient, email, subject, message_id, headers }: OutboxMail): string {
  const all = { To: `${recipient} <${email}>`, Subject: subject ?? "", "Message-ID": message_id ?? "", ...headers };
  return Object.entries(all)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}
