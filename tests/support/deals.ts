import type { PersonActor } from "@/kernel/actor";
import type { Result } from "@/kernel/result";
import { emptyDraft } from "@/modules/deals/domain/draft";
import type { DealContentInput } from "@/modules/deals/schema";
import { saveDraft } from "@/modules/deals/use-cases/save-draft";
import { submitDeal } from "@/modules/deals/use-cases/submit-deal";
import { newId } from "@/server/ids";
import { execute, type UseCase } from "@/server/use-case";
import { content, noon, sql } from "./world";

/** Does a use case as somebody, at noon of the test's day unless another moment is asked for. */
export function does<Input, Value>(
  actor: PersonActor,
  useCase: UseCase<Input, Value>,
  input: unknown,
  now: Date = noon,
): Promise<Result<Value>> {
  return execute(useCase, actor, input, { now, newId });
}

/** The value of a result that has to be one. */
export function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`expected to work: ${JSON.stringify(result.failure)}`);
  return result.value;
}

/** Begins a draft and returns its id; its version is 1. */
export async function drafted(actor: PersonActor): Promise<string> {
  const dealId = newId();
  done(await does(actor, saveDraft, { dealId, version: 0, draft: emptyDraft("EUR") }));
  return dealId;
}

/** Drafts and submits a registration. */
export async function submitted(actor: PersonActor, changes: Partial<DealContentInput> = {}, now: Date = noon) {
  const dealId = await drafted(actor);
  return done(await does(actor, submitDeal, { dealId, version: 1, content: content(changes) }, now));
}

type DealLine = {
  status: string;
  stage: string;
  version: number;
  account_id: string | null;
  reviewer_id: string | null;
  due_at: Date | null;
  protected_until: Date | null;
};

/** A deal as it stands in the database. */
export async function dealRow(dealId: string): Promise<DealLine> {
  const [row] = await sql<DealLine>("select * from deal where id = $1", [dealId]);
  if (!row) throw new Error(`no deal ${dealId}`);
  return row;
}
