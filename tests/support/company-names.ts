import { readFileSync } from "node:fs";
import { z } from "zod";

const pair = z.tuple([z.string(), z.string(), z.enum(["same", "typo", "apart"]), z.string()]);

/** Names of real companies in two spellings or of two companies; where they come from stands beside the file. */
export const realPairs = z
  .array(pair)
  .parse(JSON.parse(readFileSync("tests/fixtures/company-names/pairs.json", "utf8")));
