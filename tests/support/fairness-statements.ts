import { plainDate } from "@/kernel/dates";
import { fairnessDimensions } from "@/modules/deals/domain/fairness";
import {
  casesDecidedDifferently,
  compareDecisions,
  decidedCaseRowSchema,
  decidedGroupRowSchema,
} from "@/modules/deals/queries/fairness";
import type { Tx } from "@/server/db";
import { world } from "./world";

const file = "deals/queries/fairness.ts";
const year = { from: plainDate("2026-01-01"), until: plainDate("2027-01-01") };

/** The statements that compare decisions. */
export const fairnessStatements = [
  ...fairnessDimensions.map((by) => ({
    file,
    what: `decisions by ${by}`,
    as: world.owner,
    run: (tx: Tx) => compareDecisions(tx, year, by),
    rows: decidedGroupRowSchema.strict(),
  })),
  {
    file,
    what: "like cases decided differently",
    as: world.owner,
    run: (tx: Tx) => casesDecidedDifferently(tx, year, 100),
    rows: decidedCaseRowSchema.strict(),
  },
];
