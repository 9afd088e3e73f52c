import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mailLike } from "@/modules/notices/repository/mail-like";
import { withActor } from "@/server/db";
import { publicPage } from "@/server/page";
import { verified } from "@/server/signature";
import { Button } from "@/ui/button";
import { WindowTitle } from "@/ui/window-title";

/** Where the link under a mail leads: what would stop, and one button. Looking at it changes nothing, for machines follow links too. */
export default publicPage(async ({ search }) => {
  const token = search.token ?? "";
  const mailId = verified("unsubscribe", token);
  const mail = mailId && (await withActor({ kind: "system", cause: "link" }, (tx) => mailLike(tx, mailId)));
  if (!mail) notFound();
  const t = await getTranslations("notices");
  const isStopped = mail.kinds.every(({ stopped }) => stopped);
  return (
    <main className="grid min-h-dvh place-items-center bg-surface px-4 py-10">
      <WindowTitle name={t(isStopped ? "stop.doneTitle" : "stop.title")} />
      <div className="w-full max-w-100">
        <h1 className="text-lg tracking-tight">{t(isStopped ? "stop.doneTitle" : "stop.title")}</h1>
        <p className="mt-1 text-ink-2">{t(isStopped ? "stop.done" : "stop.text")}</p>
        <ul className="mt-2 list-disc ps-5">
          {mail.kinds.map(({ kind }) => (
            <li key={kind}>{t(`kinds.${kind}.name`)}</li>
          ))}
        </ul>
        <p className="mt-3 text-ink-2">{t("stop.inbox")}</p>
        {!isStopped && (
          <form action={`/unsubscribe/${token}`} method="post" className="mt-6">
            <Button type="submit" variant="primary" size="lg">
              {t("stop.stop")}
            </Button>
          </form>
        )}
      </div>
    </main>
  );
});
