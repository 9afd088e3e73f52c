import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { listImports } from "@/modules/imports/queries/list-imports";
import { ImportStatusChip } from "@/modules/imports/ui/import-status-chip";
import { heartbeatAt, troublesOf } from "@/modules/operations/domain/heartbeat";
import { operationsStanding, overdueClocks, troubledDeliveries, troubledMails } from "@/modules/operations/queries";
import { TroubledList } from "@/modules/operations/ui/troubled-list";
import { page } from "@/server/page";
import { expectedMigration } from "@/server/readiness";
import { formatDayTime, formatNumber } from "@/ui/format/format";
import { KeyFacts } from "@/ui/key-facts";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { PageHead } from "@/ui/page-head";
import { Section } from "@/ui/section";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { readerOf } from "../../reader";

const latestImports = 5;
const backupCommand = "npm run backup -- --to FILE";
const mebibyte = 1024 * 1024;

export default page("operations.manage", async (context) => {
  const { tx, now } = context;
  const { locale, zone } = await readerOf(context);
  const t = await getTranslations("operations");
  const standing = await operationsStanding(tx);
  const deliveries = await troubledDeliveries(tx);
  const mails = await troubledMails(tx);
  const clocks = await overdueClocks(tx);
  const imports = (await listImports(tx)).rows.slice(0, latestImports);
  const heartbeat = heartbeatAt(standing.beat, now);
  const expected = expectedMigration();
  const troubles = troublesOf({
    heartbeat,
    clocksOverdue: standing.clocks_overdue,
    deliveriesFailed: standing.deliveries_failed,
    deliveriesWaiting: standing.deliveries_waiting,
    mailsFailed: standing.mails_failed,
    mailsWaiting: standing.mails_waiting,
    migrationsFit: standing.latest_migration === expected,
  });
  const when = (at: Date) => formatDayTime(at, locale, zone, { zoneName: true });
  const { ui, failures, operations } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ ui, failures, operations }}>
      <PageCrumbs crumbs={[{ label: t("title") }]} />
      <PageHead
        title={troubles.length === 0 ? t("allWell") : t("troubled", { count: troubles.length })}
        sub={t("sub", { when: when(now) })}
      />
      <div className="mt-4 grid gap-3">
        {troubles.map((trouble) => (
          <Notice
            key={trouble}
            tone={trouble === "mails" ? "warning" : "critical"}
            title={t(`trouble.${trouble}.title`, {
              failed: trouble === "mails" ? standing.mails_failed : standing.deliveries_failed,
              waiting: trouble === "mails" ? standing.mails_waiting : standing.deliveries_waiting,
              count: standing.clocks_overdue,
            })}
          >
            {t(`trouble.${trouble}.text`)}
          </Notice>
        ))}
      </div>
      <div className="mt-6 grid gap-x-10 gap-y-8 lg:grid-cols-2">
        <Section title={t("facts")}>
          <KeyFacts
            facts={[
              {
                label: t("worker"),
                value: t(`heartbeat.${heartbeat}`),
                detail: standing.beat ? t("lastBeat", { when: when(standing.beat) }) : undefined,
              },
              { label: t("database"), value: `PostgreSQL ${standing.server_version}` },
              {
                label: t("size"),
                value: `${formatNumber(Number(standing.database_bytes) / mebibyte, locale)} MiB`,
              },
              {
                label: t("schema"),
                value: standing.latest_migration ?? "–",
                detail:
                  standing.latest_migration === expected
                    ? t("schemaFits")
                    : t("schemaExpected", { expected: expected ?? "–" }),
              },
              { label: t("node"), value: process.version },
            ]}
          />
        </Section>
        <Section title={t("backup")}>
          <p className="mt-3 max-w-prose">{t("backupText")}</p>
          <pre className="mt-2 overflow-x-auto rounded-md bg-sunken px-3 py-2 text-xs">{backupCommand}</pre>
          <p className="mt-2 max-w-prose text-ink-2">{t("restoreText")}</p>
        </Section>
      </div>
      <Section title={t("clocks.title")} spaced>
        {clocks.length === 0 ? (
          <p className="mt-3 text-ink-2">{t("clocks.none")}</p>
        ) : (
          <ul aria-label={t("clocks.title")}>
            {clocks.map((clock) => (
              <li key={clock.id} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2">
                <span>{t.has(`clocks.kinds.${clock.kind}`) ? t(`clocks.kinds.${clock.kind}`) : clock.kind}</span>
                <span className="figures">{t("clocks.due", { when: when(clock.due_at) })}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t("deliveries.title")} spaced>
        {deliveries.length === 0 && <p className="mt-3 text-ink-2">{t("deliveries.none")}</p>}
        <TroubledList
          what="deliveries"
          rows={deliveries.map(({ type, ...row }) => ({ ...row, name: type }))}
          locale={locale}
          zone={zone}
        />
      </Section>
      <Section title={t("mails.title")} spaced>
        {mails.length === 0 && <p className="mt-3 text-ink-2">{t("mails.none")}</p>}
        <TroubledList
          what="mails"
          rows={mails.map(({ recipient, ...row }) => ({ ...row, name: t("mails.to", { name: recipient }) }))}
          locale={locale}
          zone={zone}
        />
      </Section>
      <Section title={t("imports")} aside={<Link href="/settings/imports">{t("allImports")}</Link>} spaced>
        {imports.length === 0 && <p className="mt-3 text-ink-2">{t("noImports")}</p>}
        <ul aria-label={t("imports")}>
          {imports.map((row) => (
            <li
              key={row.id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2"
            >
              <Link look="name" href={`/settings/imports/${row.id}`}>
                {row.name}
              </Link>
              <span className="flex flex-wrap items-center gap-3 text-ink-2">
                {t("importedBy", { name: row.by, when: when(row.at) })}
                <ImportStatusChip status={row.status} hasQuestions={row.hasQuestions} />
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </NextIntlClientProvider>
  );
});
