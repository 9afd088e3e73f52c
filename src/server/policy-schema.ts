import { z } from "zod";
import type { Condition, PolicyBody } from "@/kernel/policy/language";

const name = z.string().min(1).max(120);
const text = z.object({ en: z.string().min(1).max(500) }).catchall(z.string().max(500));
const setting = z.union([z.number(), z.string(), z.boolean()]);
const value = z.union([z.number(), z.string(), z.boolean(), z.null()]);
const reference = z.union([z.strictObject({ setting: name }), z.strictObject({ fact: name })]);
const operand = z.union([value, reference]);
const counted = z.union([name, reference]);

/** Chooses the shape by the key that is there, so that a fault is told of the part that has it. */
function byKey(shapes: Readonly<Record<string, z.ZodType>>) {
  return z.unknown().transform((input, context) => {
    const isRecord = typeof input === "object" && input !== null && !Array.isArray(input);
    const key = isRecord ? Object.keys(shapes).find((candidate) => Object.hasOwn(input, candidate)) : undefined;
    const shape = key === undefined ? undefined : shapes[key];
    if (!shape) {
      context.addIssue({ code: "custom", message: `one of ${Object.keys(shapes).join(", ")} is needed here` });
      return z.NEVER;
    }
    const parsed = shape.safeParse(input);
    if (parsed.success) return parsed.data;
    // What is wrong inside is told where it is.
    for (const { path, message } of parsed.error.issues) context.addIssue({ code: "custom", path: [...path], message });
    return z.NEVER;
  });
}

// The shapes below are those of the type; a transform does not say so.
const condition = z.lazy(() => conditions) as unknown as z.ZodType<Condition>;
const group = z.array(condition).max(60);
const comparison = z.enum(["eq", "ne", "lt", "lte", "gt", "gte"]);
const conditions = byKey({
  all: z.strictObject({ all: group }),
  any: z.strictObject({ any: group }),
  not: z.strictObject({ not: condition }),
  atLeast: z.strictObject({ atLeast: z.int(), of: group }),
  is: z.strictObject({ fact: name, is: comparison, value: operand }),
  in: z.strictObject({ fact: name, in: z.array(value).max(400) }),
  from: z.strictObject({ fact: name, from: z.number(), to: z.number().optional() }),
  to: z.strictObject({ fact: name, to: z.number() }),
});

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,79}$/, "letters, digits, dots, dashes and underscores");
const most = z.number().optional();
const calculation = byKey({
  sum: z.strictObject({
    sum: z.array(z.strictObject({ of: counted, times: z.number().optional(), most })).max(60),
    most,
  }),
  ratio: z.strictObject({
    ratio: counted,
    of: counted,
    round: z.enum(["down", "up"]).optional(),
    most,
    otherwise: z.number().optional(),
  }),
  points: z.strictObject({
    points: z
      .array(
        byKey({
          when: z.strictObject({ id, when: condition, points: z.number() }),
          per: z.strictObject({ id, per: name, each: z.number(), points: z.number(), most }),
        }),
      )
      .max(60),
    most,
  }),
  bands: z.strictObject({
    bands: name,
    steps: z.array(z.strictObject({ from: z.number(), then: z.number() })).max(60),
    otherwise: z.number().optional(),
  }),
  rank: z.strictObject({ rank: name, within: name.optional(), as: z.enum(["position", "share"]) }),
});

const rule = z.strictObject({
  id,
  title: text,
  appliesWhen: condition.optional(),
  pass: condition,
  otherwise: z.enum(["review", "ask", "reject"]),
  because: text,
  reason: id.optional(),
});
const table = z.strictObject({
  title: text.optional(),
  hit: z.enum(["first", "unique", "collect", "sum", "highest", "lowest"]),
  rows: z.array(z.strictObject({ id, when: condition, then: operand })).max(200),
  otherwise: value.optional(),
});
const effect = z.strictObject({
  at: z.enum(["once", "month", "quarter", "half", "year"]),
  after: z.int().min(0).max(730).optional(),
  warn: z.int().min(0).max(730).optional(),
});
const stage = z.strictObject({
  id,
  who: name,
  within: z.union([z.int(), z.strictObject({ setting: name })]),
  unit: z.enum(["business_minutes", "business_days", "days"]),
  late: z.enum(["escalate", "approve", "reject", "withdraw", "release", "remind"]),
  when: condition.optional(),
});

/** The body of a policy as it is stored and as it stands in a file. */
export const policyBodySchema = z.strictObject({
  rules: z.array(rule).max(200),
  tables: z.record(id, table),
  settings: z.record(id, setting),
  values: z.record(id, calculation).optional(),
  bounds: z
    .record(
      id,
      z.union([z.strictObject({ least: z.number(), most: z.number() }), z.strictObject({ oneOf: z.array(setting) })]),
    )
    .optional(),
  overrides: z.array(z.strictObject({ id, title: text, when: condition, set: z.record(id, setting) })).optional(),
  holds: z.record(id, z.strictObject({ order: z.array(value), up: effect, down: effect })).optional(),
  clocks: z.record(id, z.array(stage).max(12)).optional(),
  // What a shape chosen by its key gives has the type of the language.
}) as unknown as z.ZodType<PolicyBody>;

const fact = z.strictObject({
  id: name,
  type: z.enum(["number", "money", "boolean", "text", "date", "days", "score", "share", "points"]),
  label: text,
  audience: z.enum(["all", "vendor"]).default("all"),
  unit: name.optional(),
  values: z.array(z.string()).optional(),
  least: z.number().optional(),
  most: z.number().optional(),
  known: z.boolean().optional(),
  /** Over which time it is measured, in words. */
  window: text.optional(),
});

/** A program as a file: what it is, where its figures come from, the facts it asks, the policy. */
export const policyFileSchema = z.strictObject({
  format: z.literal(1),
  kind: id,
  name: text,
  about: text.optional(),
  source: z.strictObject({ name: z.string(), url: z.string(), version: z.string() }).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default("EUR"),
  facts: z.array(fact).default([]),
  policy: policyBodySchema,
});

export type PolicyFile = z.infer<typeof policyFileSchema>;
