import type { PlainDate } from "@/kernel/dates";
import type { Money } from "@/kernel/money";

/** The lines of one order or invoice in the vendor's books, summed. */
export type Order = {
  readonly lineIds: readonly string[];
  readonly reference: string;
  readonly partnerId: string | null;
  readonly bookedOn: PlainDate;
  readonly amount: Money;
};
