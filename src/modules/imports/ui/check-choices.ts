import type { Answers } from "../domain/answers";

/** What was said about an import so far; each check is given all of it. */
export type CheckChoices = {
  readonly importId: string;
  readonly answers: Answers;
  readonly onDuplicate: "skip" | "update";
  readonly goodRowsOnly: boolean;
};
