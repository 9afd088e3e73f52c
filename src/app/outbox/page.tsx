import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { demoMails } from "@/modules/notices/queries/outbox";
import { OutboxList } from "@/modules/notices/ui/outbox-list";
import { OutboxMailView, shownParts } from "@/modules/notices/ui/outbox-mail";
import { demoPeople } from "@/server/auth/credentials";
import { viewer } from "@/server/auth/viewer";
import { publicPage } from "@/server/page";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { PageHead } from "@/ui/page-head";
import { Hydrated } from "@/ui/shell/hydrated";
import { Tabs } from "@/ui/tabs";
import { WindowTitle } from "@/ui/window-title";

const here = "/outbox";
const mostPeople = 12;

/** Every mail of the demo program, where anybody may sign in as anybody anyway. In any other database there is no such page. */
export default publicPage(async ({ search }) => {
  if ((await demoPeople()).length === 0) notFound();
  const t = await getTranslations("notices.outbox");
  const reading = { locale: await getLocale(), zone: (await viewer())?.actor.zone ?? "UTC" };
  const all = await demoMails();
  const people = [...new Map(all.map(({ email, recipient }) => [email, recipient])).entries()].slice(0, mostPeople);
  const to = people.find(([email]) => email === search.to)?.[0];
  const mails = all.filter(({ email }) => to === undefined || email === to);
  const chosen = mails.find(({ id }) => id === search.mail) ?? mails.find(({ html }) => html !== null);
  const part = shownParts.find((name) => name === search.part) ?? "html";
  const address = (mail: string | undefined, shown: string) =>
    `${here}?${new URLSearchParams({ ...(to ? { to } : {}), ...(mail ? { mail } : {}), part: shown })}`;
  return (
    <main className="mx-auto min-h-dvh max-w-content bg-surface px-4 py-6 md:px-8">
      <WindowTitle name={t("title")} />
      <Hydrated />
      <PageHead
        title={t("title")}
        count={mails.length}
        sub={t("sub")}
        actions={<LinkButton href="/">{t("back")}</LinkButton>}
      />
      {all.length === 0 ? (
        <EmptyState title={t("none")} text={t("noneText")} />
      ) : (
        <>
          <div className="mt-4 pb-2.5">
            <Tabs
              label={t("people")}
              items={[
                { href: here, label: t("all"), current: to === undefined },
                ...people.map(([email, name]) => ({
                  href: `${here}?${new URLSearchParams({ to: email })}`,
                  label: name,
                  current: email === to,
                })),
              ]}
            />
          </div>
          <div className="grid gap-x-8 gap-y-6 border-t border-line lg:grid-cols-[22rem_minmax(0,1fr)]">
            <OutboxList mails={mails} chosenId={chosen?.id} hrefOf={(id) => address(id, part)} {...reading} />
            {chosen && (
              <OutboxMailView mail={chosen} part={part} hrefOf={(shown) => address(chosen.id, shown)} {...reading} />
            )}
          </div>
        </>
      )}
    </main>
  );
});
