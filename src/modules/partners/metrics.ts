import { z } from "zod";
import type { PlainDate } from "@/kernel/dates";
import { toPlainDate } from "@/server/clocks";
import type { Tx } from "@/server/db";
import { type FirstDealTime, firstDealTime } from "./domain/first-deal";

export const signedPartnerRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  region: z.string(),
  agreement_date: z.date(),
  first_win_on: z.date().nullable(),
});

/** Time to first deal of the partners that signed from `from` up to and with `asOf`, as known on that day. */
export async function timeToFirstDeal(
  tx: Tx,
  { from, asOf }: { from: PlainDate; asOf: PlainDate },
): Promise<FirstDealTime> {
  const rows = await tx.$queryRaw<z.infer<typeof signedPartnerRowSchema>[]>`
    select p.id, p.trading_name as name, r.name as region, p.agreement_date,
      (select min(d.won_on) from deal d where d.partner_id = p.id and d.win_confirmed_at is not null and d.won_on <= ${asOf}::date) as first_win_on
    from partner p join region r on r.id = p.region_id
    where p.agreement_date between ${from}::date and ${asOf}::date
    order by p.agreement_date desc, p.trading_name, p.id`;
  const signed = rows.map((row) => ({
    id: row.id,
    name: row.name,
    region: row.region,
    signedOn: toPlainDate(row.agreement_date),
    firstWinOn: row.first_win_on && toPlainDate(row.first_win_on),
  }));
  return firstDealTime(signed, asOf);
}
