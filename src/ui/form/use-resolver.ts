"use client";

import { useEffect, useRef } from "react";
import type { FieldValues, Resolver } from "react-hook-form";
import type { z } from "zod";

/** What a form holds, or how to load it. */
export type Schema = z.ZodType | (() => Promise<z.ZodType>);

/** Checks by a schema. The checker is loaded when the form is there, so that reading a page does not wait for it. */
export function useResolver<Values extends FieldValues>(schema: Schema): Resolver<Values> {
  const latest = useRef(schema);
  latest.current = schema;
  const load = useRef(async () => {
    const given = latest.current;
    const [{ zodResolver }, loaded] = await Promise.all([
      import("@hookform/resolvers/zod"),
      typeof given === "function" ? given() : given,
    ]);
    // A form may hold an empty choice that the schema does not know yet; checking that is what the schema is for.
    return zodResolver(loaded as z.ZodType<unknown, Values>, undefined, { raw: true });
  }).current;
  useEffect(() => void load().catch(() => undefined), [load]);
  return async (values, context, options) => {
    const check = await load().catch(() => null);
    // Without it the form is sent as it is: the server checks everything again.
    return check ? check(values, context, options) : { values, errors: {} };
  };
}
