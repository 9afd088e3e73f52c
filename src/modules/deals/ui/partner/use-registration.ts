"use client";

import { useCallback, useRef, useState } from "react";
import type { Result } from "@/kernel/result";
import { saveDraftAction, submitDealAction } from "../../actions";
import type { RegistrationValues } from "./deal-form-schema";
import { draftOf, withoutPrefix } from "./deal-form-values";

type Begun = { dealId: string; version: number; values: RegistrationValues };
type Submitted = { dealId: string };

const textOf = (values: RegistrationValues) => JSON.stringify(draftOf(values));

/**
 * Saves and submits one registration. The version of the last save goes along with the next, and one save follows the other,
 * so that the reader never collides with themselves.
 */
export function useRegistration(begun: Begun) {
  // The page makes a new id each time it is rendered; this form keeps the first.
  const [dealId] = useState(begun.dealId);
  const version = useRef(begun.version);
  const kept = useRef(textOf(begun.values));
  const ended = useRef(false);
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const inOrder = useCallback(<Value>(work: () => Promise<Value>): Promise<Value> => {
    const next = queue.current.then(work, work);
    queue.current = next.catch(() => undefined);
    return next;
  }, []);

  const keep = useCallback(
    async (values: RegistrationValues) => {
      const saved = await saveDraftAction({ dealId, version: version.current, draft: draftOf(values) });
      if (saved.ok) {
        version.current = saved.value.version;
        kept.current = textOf(values);
      }
      return saved;
    },
    [dealId],
  );

  const save = useCallback(
    (values: RegistrationValues) => inOrder(async () => (await keep(values)).ok),
    [inOrder, keep],
  );

  const submit = useCallback(
    (values: RegistrationValues): Promise<Result<Submitted>> =>
      inOrder(async () => {
        // A draft has to exist before it can be submitted.
        const begin = version.current === 0 ? await keep(values) : null;
        if (begin && !begin.ok) return begin;
        const { answer, ...content } = values;
        const sent = await submitDealAction({
          dealId,
          version: version.current,
          content,
          ...(answer ? { answer } : {}),
        });
        ended.current = sent.ok;
        return withoutPrefix(sent);
      }),
    [dealId, inOrder, keep],
  );

  /** Whether something typed would be lost if the page were left now. */
  const isUnsaved = useCallback((values: RegistrationValues) => !ended.current && textOf(values) !== kept.current, []);

  return { save, submit, isUnsaved };
}
