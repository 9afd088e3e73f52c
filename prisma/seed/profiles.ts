import { writeFileSync } from "node:fs";
import { writeBlackbox } from "./blackbox/blackbox";
import { seedDemo } from "./demo";
import { seedLoad } from "./load/load";
import { seedMaven } from "./maven";
import type { SeedSettings } from "./settings";

/** Fills an empty database; returns a sentence about what it holds now. */
type Profile = (ownerUrl: string, settings: SeedSettings) => Promise<string>;

export const profiles: Record<SeedSettings["profile"], Profile> = {
  async demo(ownerUrl, { now }) {
    const { deals, moments } = await seedDemo(ownerUrl, now);
    return `Seeded the demo program: ${deals} deals, told in ${moments} moments, and what goes on now.`;
  },
  async maven(ownerUrl, { now }) {
    const { deals, partners } = await seedMaven(ownerUrl, now);
    return `Imported a real pipeline: ${deals} deals of ${partners} partners, from 2016 and 2017.`;
  },
  async blackbox(ownerUrl, { now, out = "" }) {
    const { organisations, actors, canaries } = await writeBlackbox(ownerUrl, now, out);
    return `Seeded ${organisations.length} organisations, ${actors.length} people and ${canaries.length} canaries; who and which stands in ${out}.`;
  },
  async load(ownerUrl, { now, out, ...size }) {
    const loaded = await seedLoad(ownerUrl, now, size);
    if (out) writeFileSync(out, `${JSON.stringify(loaded, null, 1)}\n`, { mode: 0o600 });
    const lines = Object.entries(loaded.rows).map(([table, rows]) => `  ${table}: ${rows} rows`);
    const times = Object.entries(loaded.seconds).map(([what, seconds]) => `  ${what}: ${seconds} s`);
    const people = loaded.actors.map(({ role, email, organisation }) => `  ${role}: ${email} (${organisation})`);
    const password = loaded.actors[0]?.password ?? "";
    return ["Loaded:", ...lines, ...times, `Everybody's password is ${password}, for example:`, ...people].join("\n");
  },
};
