import type { Tx } from "@/server/db";
import type { Params } from "../domain/params";

/** Who gets a link, and what the words about it need. */
export type LinkLetter = {
  readonly to: { readonly name: string; readonly address: string; readonly locale: string; readonly zone: string };
  readonly params: Params;
};

/**
 * What a module declares so that a link reaches somebody by mail, who may have no account yet. The words stand in the message
 * files, under `notices.links` by purpose; the link itself is signed for the purpose when the mail goes out.
 */
export type LinkSource = {
  readonly purpose: string;
  /** Where the link leads; the signed value follows. */
  readonly path: string;
  /** Null where the link opens nothing any more. */
  readonly read: (tx: Tx, value: string, now: Date) => Promise<LinkLetter | null>;
};

/** A link of a mail: what it is for, and what is signed. */
export type Link = { readonly purpose: string; readonly value: string };

/** Stands in the stored mail where the signature goes when it is sent, so that no copy of the database opens anything. */
export const sealed = (link: Link): string => `sealed-${link.value}`;
