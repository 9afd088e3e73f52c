import { sendMails } from "@/modules/notices/schedule";
import { personLinks, sendLinks } from "@/modules/people/reactions";
import { deliverEvents } from "@/server/deliveries";
import { sql } from "./world";

/** Delivers what waits and returns the newest mail to an address, as a demo program keeps it, with the signed end of its link. */
export async function mailedTo(
  address: string,
  now: Date,
): Promise<{ subject: string; text: string; token: string } | null> {
  await sql("update installation set demo = true");
  await deliverEvents([sendLinks], new Date(now.getTime() + 1000));
  await sendMails({ sources: [], links: personLinks, smtp: null })(new Date(now.getTime() + 2000));
  await sql("update installation set demo = false");
  const [mail] = await sql<{ subject: string; text: string }>(
    "select subject, text from mail where recipient ->> 'address' = $1 order by id desc limit 1",
    [address],
  );
  if (!mail) return null;
  const [, token] = /http:\/\/localhost:3000\/\w+\/(\S+)/.exec(mail.text) ?? [];
  return { ...mail, token: token ?? "" };
}
