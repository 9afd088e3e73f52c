import { parseArgs } from "node:util";
import { z } from "zod";
import { Refused } from "./refused";

const count = (usual: number, least: number) => z.coerce.number().int().min(least).max(5_000_000).default(usual);

const schema = z.strictObject({
  profile: z.enum(["demo", "maven", "blackbox", "load"]).default("demo"),
  /** Where what a checker from outside needs to know is written. */
  out: z.string().min(1).optional(),
  deals: count(100_000, 1),
  partners: count(1000, 20),
  accounts: count(20_000, 100),
  now: z.coerce.date(),
});

/** What the seed was asked for. */
export type SeedSettings = z.infer<typeof schema>;

const usage = `npm run db:seed -- --profile=demo
npm run db:seed -- --profile=maven
npm run db:seed -- --profile=blackbox --out FILE
npm run db:seed -- --profile=load --deals=1000000 --partners=10000 --accounts=200000 [--out FILE]`;

/** Reads the command line; SEED_NOW is the moment at which the program plays, now where it is not set. */
export function readSettings(args: readonly string[], env: Readonly<Record<string, string | undefined>>): SeedSettings {
  const option = { type: "string" } as const;
  const options = { profile: option, out: option, deals: option, partners: option, accounts: option };
  try {
    const { values } = parseArgs({ args: [...args], options });
    const settings = schema.parse({ ...values, now: env.SEED_NOW || new Date() });
    if (settings.profile === "blackbox" && !settings.out) throw new Error("blackbox needs --out FILE for its manifest");
    return settings;
  } catch (error) {
    const issues =
      error instanceof z.ZodError ? error.issues.map((each) => `${each.path.join(".")}: ${each.message}`) : null;
    const why = issues?.join("; ") ?? (error instanceof Error ? error.message : String(error));
    throw new Refused(`${why}\nUse it like this:\n${usage}`, { cause: error });
  }
}
