import { hash } from "@node-rs/argon2";

/** What is stored of a password. */
export const hashPassword = (password: string): Promise<string> => hash(password);
