import { z } from "zod";

/** What a search found: where it leads, its name, and what tells it from its like. */
export const foundSchema = z.object({ href: z.string(), label: z.string(), detail: z.string() });
export type Found = z.infer<typeof foundSchema>;

export const answerSchema = z.object({
  groups: z.array(z.object({ title: z.string(), items: z.array(foundSchema) })),
});
export type FoundGroup = z.infer<typeof answerSchema>["groups"][number];
