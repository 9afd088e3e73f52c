import { v5 } from "uuid";

const namespace = "0b0f8f6e-52c7-4f1c-9a53-7d7e3c1a9b21";

/** The same name gives the same id in every program. */
export const seedId = (...name: string[]) => v5(name.join("/"), namespace);

export const productId = (code: string) => seedId("product", code);

/** Ids of a kind in the order they are asked for: the same in every run. */
export function idsOf(kind: string): () => string {
  let counter = 0;
  return () => seedId(kind, String(counter++));
}
