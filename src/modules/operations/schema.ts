import { z } from "zod";

/** What is to be tried again, at most a page of it. */
export const retryInput = z.strictObject({ ids: z.array(z.uuid()).min(1).max(100) });
