import { z } from "zod";
import { demoMayBeOffered } from "@/server/auth/cookie";
import { authPool } from "@/server/db";

const outboxRow = z.object({
  id: z.uuid(),
  recipient: z.string(),
  email: z.string(),
  form: z.enum(["single", "digest"]),
  state: z.enum(["queued", "sending", "sent", "failed", "skipped"]),
  due_at: z.date(),
  sent_at: z.date().nullable(),
  message_id: z.string().nullable(),
  locale: z.string().nullable(),
  subject: z.string().nullable(),
  html: z.string().nullable(),
  body: z.string().nullable(),
  headers: z.record(z.string(), z.string()),
  notices: z.number(),
});

/** A mail of the demo program. It holds what it says once it was its turn. */
export type OutboxMail = z.infer<typeof outboxRow>;

const most = 200;

/** The latest mails of a demo program, as everybody's mailbox would hold them; none in any other database or on a public address. */
export async function demoMails(): Promise<OutboxMail[]> {
  if (!demoMayBeOffered()) return [];
  const { rows } = await authPool().query("select * from identity.demo_mails($1)", [most]);
  return z.array(outboxRow).parse(rows);
}
