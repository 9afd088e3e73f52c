import { evaluate, type Facts } from "@/kernel/policy";
import { backtest, type DecidedCase } from "@/kernel/policy/backtest";
import { registrationPolicy } from "@/modules/deals/domain/classic-program";

const cases = 100_000;
const inForce = registrationPolicy(15_000_000);
const draft = registrationPolicy(10_000_000);

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const types = ["new", "expansion", "renewal"] as const;
const tiers = ["registered", "silver", "gold", "platinum"] as const;

function facts(index: number): Facts {
  return {
    "deal.amount": ((index * 7919) % 25_000) * 1000,
    "deal.type": pick(types, index),
    "deal.product_line": "core",
    "deal.role": "selling",
    "deal.days_to_close": (index * 31) % 500,
    "deal.need_described": true,
    "customer.country": "DE",
    "customer.in_territory": true,
    "partner.territory": "DE",
    "partner.stage": "active",
    "partner.tier": pick(tiers, index),
    "partner.approved_deals": index % 4,
    "conflict.protected_score": index % 9 === 0 ? 80 : 0,
    "conflict.engaged_score": index % 11 === 0 ? 70 : 0,
    "conflict.existing_customer": index % 5 === 0,
    "conflict.scope_free": true,
  };
}

const decided: DecidedCase[] = Array.from({ length: cases }, (_, index) => {
  const known = facts(index);
  const groups = { tier: pick(tiers, index), outcome: index % 2 ? "approved" : "in_review" };
  return {
    id: String(index),
    facts: known,
    evaluation: evaluate(inForce, known),
    amount: Number(known["deal.amount"]),
    groups,
  };
});

// Other work on the machine does not count.
const started = process.cpuUsage();
const result = backtest(draft, decided);
const { user, system } = process.cpuUsage(started);
const seconds = (user + system) / 1_000_000;
console.log(
  `${cases} cases judged by a draft in ${seconds.toFixed(2)} s of processor time (limit 10 s): ${result.flips.length} would come out otherwise`,
);
process.exitCode = seconds <= 10 ? 0 : 1;
