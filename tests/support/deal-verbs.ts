import type { Permission } from "@/kernel/access";
import type { PersonActor } from "@/kernel/actor";
import { addDays } from "@/kernel/dates";
import type { Result } from "@/kernel/result";
import type { DealContentInput } from "@/modules/deals/schema";
import { approveDeal } from "@/modules/deals/use-cases/approve-deal";
import { askExtension } from "@/modules/deals/use-cases/ask-extension";
import { askRevocation } from "@/modules/deals/use-cases/ask-revocation";
import { assignDispute } from "@/modules/deals/use-cases/assign-dispute";
import { changeStage } from "@/modules/deals/use-cases/change-stage";
import { confirmRevocation } from "@/modules/deals/use-cases/confirm-revocation";
import { confirmWin } from "@/modules/deals/use-cases/confirm-win";
import { copyDeal } from "@/modules/deals/use-cases/copy-deal";
import { decideDispute } from "@/modules/deals/use-cases/decide-dispute";
import { declineExtension } from "@/modules/deals/use-cases/decline-extension";
import { declineRevocation } from "@/modules/deals/use-cases/decline-revocation";
import { extendUnasked } from "@/modules/deals/use-cases/extend-unasked";
import { givePresales } from "@/modules/deals/use-cases/give-presales";
import { grantExtension } from "@/modules/deals/use-cases/grant-extension";
import { openDispute } from "@/modules/deals/use-cases/open-dispute";
import { rejectDeal } from "@/modules/deals/use-cases/reject-deal";
import { releaseDeal } from "@/modules/deals/use-cases/release-deal";
import { reportLoss } from "@/modules/deals/use-cases/report-loss";
import { reportWin } from "@/modules/deals/use-cases/report-win";
import { returnDeal } from "@/modules/deals/use-cases/return-deal";
import { saveDraft } from "@/modules/deals/use-cases/save-draft";
import { submitDeal } from "@/modules/deals/use-cases/submit-deal";
import { withdrawDeal } from "@/modules/deals/use-cases/withdraw-deal";
import { withdrawDispute } from "@/modules/deals/use-cases/withdraw-dispute";
import { addComment } from "@/modules/records/use-cases/add-comment";
import { addFile } from "@/modules/records/use-cases/add-file";
import { addTask } from "@/modules/records/use-cases/add-task";
import { deleteComment } from "@/modules/records/use-cases/delete-comment";
import { editComment } from "@/modules/records/use-cases/edit-comment";
import { setFileRemoved } from "@/modules/records/use-cases/set-file-removed";
import { setTaskDone } from "@/modules/records/use-cases/set-task-done";
import { newId } from "@/server/ids";
import type { UseCase } from "@/server/use-case";
import { does } from "./deals";
import { content, idOf, secondOwner, sql, today } from "./world";

export type Reference = { readonly dealId: string; readonly version: number };

/** A use case that acts on one deal: who may do it, after which others, with `words` in every free text it takes. */
export type Verb = {
  readonly name: string;
  readonly permission: Permission;
  readonly by: "seller" | "manager" | "owner";
  /** The verbs that bring a deal to where this one is possible; the first save of a draft comes before all. */
  readonly after: readonly string[];
  attempt(actor: PersonActor, reference: Reference, words: string): Promise<Result<unknown>>;
  /** What is not found where the deal is out of sight, if it is not the deal. */
  readonly entity?: string;
  /** Only who did the verb before may do this one, whoever else sees it. */
  readonly ownOnly?: boolean;
  /** Reached by a route, not by an action. */
  readonly byRoute?: boolean;
};

function verb<Input, Value>(
  useCase: UseCase<Input, Value>,
  by: Verb["by"],
  after: readonly string[],
  input: (words: string) => object,
): Verb {
  return {
    name: useCase.name,
    permission: useCase.permission,
    by,
    after,
    attempt: (actor, reference, words) => does(actor, useCase, { ...reference, ...input(words) }),
  };
}

/** A verb on what stands beside a deal; ids follow from the deal, so that the next verb finds them. */
function beside<Input, Value>(
  useCase: UseCase<Input, Value>,
  more: Pick<Verb, "entity" | "ownOnly" | "after" | "byRoute">,
  input: (dealId: string, words: string, actor: PersonActor) => object,
): Verb {
  return {
    name: useCase.name,
    permission: useCase.permission,
    by: "seller",
    ...more,
    attempt: (actor, { dealId }, words) => does(actor, useCase, input(dealId, words, actor)),
  };
}

const subject = (dealId: string) => ({ subjectKind: "deal", subjectId: dealId });
const taskOf = (dealId: string) => idOf(`${dealId} task`);
const commentOf = (dealId: string) => idOf(`${dealId} comment`);

/** A registration that only a person may decide, with the same words in every free text of it. */
export function typed(words: string): DealContentInput {
  const host = words.toLowerCase();
  return content({
    customer: { name: words, website: `${host}.com`, country: "DE" },
    contact: { name: words, email: `${host}@example.com` },
    amount: { amount: "200000", currency: "EUR" },
    need: words,
  });
}

const amount = { amount: "200000", currency: "EUR" };
const approved = ["deal.submit", "deal.approve"];
const through = addDays(today, 120);
const moreTime = [...approved, "deal.askExtension"];
const rejected = ["deal.submit", "deal.reject"];
const disputed = [...rejected, "deal.openDispute"];
const askedBack = [...approved, "deal.askRevocation"];

/** Every verb a browser can call on a deal, by the name of its use case. */
export const dealVerbs: readonly Verb[] = [
  verb(saveDraft, "seller", [], (words) => ({ draft: typed(words) })),
  verb(submitDeal, "seller", [], (words) => ({ content: typed(words), answer: words })),
  verb(withdrawDeal, "seller", ["deal.submit"], () => ({})),
  verb(approveDeal, "manager", ["deal.submit"], (words) => ({ note: words })),
  verb(rejectDeal, "manager", ["deal.submit"], (words) => ({ reason: "not_qualified", note: words })),
  verb(returnDeal, "manager", ["deal.submit"], (words) => ({ question: words })),
  verb(changeStage, "seller", approved, () => ({ stage: "negotiation" })),
  verb(reportWin, "seller", approved, (words) => ({ wonOn: today, amount, orderReference: words })),
  verb(confirmWin, "manager", [...approved, "deal.reportWin"], () => ({})),
  verb(copyDeal, "seller", [...approved, "deal.release"], () => ({ copyId: newId() })),
  verb(releaseDeal, "seller", approved, (words) => ({ reason: "not_pursued", note: words })),
  verb(askExtension, "seller", approved, (words) => ({ through, reason: "budget", note: words })),
  verb(grantExtension, "manager", moreTime, (words) => ({ through, note: words })),
  verb(declineExtension, "manager", moreTime, (words) => ({ reason: "no_progress", note: words })),
  verb(extendUnasked, "manager", approved, (words) => ({ through, reason: "budget", note: words })),
  verb(openDispute, "seller", rejected, (words) => ({ statement: words })),
  verb(withdrawDispute, "seller", disputed, () => ({})),
  verb(decideDispute, "owner", disputed, (words) => ({ outcome: "overturned", reason: "new_evidence", note: words })),
  {
    ...verb(assignDispute, "owner", disputed, () => ({})),
    attempt: async (actor, { dealId }) => {
      const [dispute] = await sql<{ id: string }>("select owner_id as id from deal_dispute where deal_id = $1", [
        dealId,
      ]);
      const fromId = dispute?.id ?? newId();
      if (!actor.roles.includes("program_owner"))
        return does(actor, assignDispute, { dealId, fromId, ownerId: newId() });
      // Where it is allowed there is somebody to give it to, and only here: others may not become the judge of other verbs' disputes.
      const ownerId = await secondOwner();
      const result = await does(actor, assignDispute, { dealId, fromId, ownerId });
      await sql("delete from membership where person_id = $1", [ownerId]);
      return result;
    },
  },
  verb(askRevocation, "manager", approved, (words) => ({ cause: "no_activity", note: words })),
  verb(confirmRevocation, "owner", askedBack, () => ({})),
  verb(declineRevocation, "owner", askedBack, (words) => ({ note: words })),
  verb(givePresales, "manager", approved, (words) => ({ note: words })),
  verb(reportLoss, "seller", approved, (words) => ({ lostOn: today, reason: "price", note: words })),
  beside(addComment, { after: [] }, (dealId, words) => ({
    ...subject(dealId),
    commentId: commentOf(dealId),
    body: words,
    internal: false,
  })),
  {
    ...beside(setFileRemoved, { after: ["record.addFile"], entity: "file", ownOnly: true }, () => ({})),
    attempt: async (actor, { dealId }) => {
      const [file] = await sql<{ id: string }>("select id from record_file where subject_id = $1", [dealId]);
      return does(actor, setFileRemoved, { fileId: file?.id ?? newId(), removed: true });
    },
  },
  beside(addFile, { after: [], byRoute: true }, (dealId, words) => ({
    ...subject(dealId),
    versionId: newId(),
    internal: false,
    name: `${words}.pdf`,
    bytes: 10,
    type: "application/pdf",
    sha256: "a".repeat(64),
    scan: "clean",
  })),
  beside(addTask, { after: [] }, (dealId, words, actor) => ({
    ...subject(dealId),
    taskId: taskOf(dealId),
    title: words,
    ownerId: actor.personId,
    dueOn: today,
    internal: false,
  })),
  beside(setTaskDone, { after: ["record.addTask"], entity: "task" }, (dealId) => ({
    taskId: taskOf(dealId),
    done: true,
  })),
  beside(editComment, { after: ["record.comment"], entity: "comment", ownOnly: true }, (dealId, words) => ({
    commentId: commentOf(dealId),
    body: `${words} changed`,
  })),
  beside(deleteComment, { after: ["record.comment"], entity: "comment", ownOnly: true }, (dealId) => ({
    commentId: commentOf(dealId),
  })),
];

/** The verb of a use case's name. */
export function verbNamed(name: string): Verb {
  const found = dealVerbs.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`${name} has no row in the table of verbs`);
  return found;
}
