import { randomBytes } from "node:crypto";
import { canaryPattern, type Manifest } from "./manifest";

type Entry = Manifest["canaries"][number];

/** Every canary of a database, made as its records are. */
export type Canaries = {
  /** A new word for a record; `about` is the organisation that a text of the vendor speaks of. */
  readonly make: (organisation: string, kind: string, about?: string) => string;
  readonly all: () => readonly Entry[];
};

export function openCanaries(): Canaries {
  const entries: Entry[] = [];
  return {
    make(organisation, kind, about = organisation) {
      const canary = `CNRY-${organisation}-${kind}-${randomBytes(10).toString("hex")}`;
      entries.push({ canary, organisation, kind, about });
      return canary;
    },
    all: () => entries,
  };
}

/** The canaries in a text, as they were made; names and addresses hold them in other letters and with other marks. */
export function canariesIn(text: string): string[] {
  const found = text.replace(/cnry[- ]([a-z]+)[- ]([a-z]+)[- ]/gi, "cnry-$1-$2-").match(canaryPattern) ?? [];
  return [
    ...new Set(found.map((word) => word.replace(/^cnry/i, "CNRY").replace(/(?<=-).*/, (rest) => rest.toLowerCase()))),
  ];
}
