import { z } from "zod";

export const signIn = z.object({
  email: z.string().trim().min(1, "signIn.errors.email"),
  password: z.string().min(1, "signIn.errors.password"),
  code: z.string(),
});
export type SignIn = z.infer<typeof signIn>;
