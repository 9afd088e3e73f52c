import { v7 } from "uuid";

/** A time-ordered UUID (version 7): new rows land at the end of an index. */
export const newId = (): string => v7();
