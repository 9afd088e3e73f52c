/** A registration and its sale as a plain model: what each verb makes of a state, or null where it is refused. Days count from today. */
export type Model = {
  readonly status: string;
  readonly stage: string;
  readonly reported: boolean;
  readonly confirmed: boolean;
  readonly extensionAsked: boolean;
  readonly revocationAsked: boolean;
  readonly extended: number;
  /** The first day that is not protected; null where nothing is. */
  readonly until: number | null;
};

export const begun: Model = {
  status: "draft",
  stage: "prospecting",
  reported: false,
  confirmed: false,
  extensionAsked: false,
  revocationAsked: false,
  extended: 0,
  until: null,
};

/** How many days more are asked for at a time: more than the rules grant without a person. */
export const moreDays = 45;
const longest = 366;

const isOpen = ({ stage }: Model) => stage !== "won" && stage !== "lost";
const isProtected = (model: Model) => model.status === "approved" && isOpen(model);
const isRevocable = (model: Model) => model.status === "approved" && model.stage !== "lost" && !model.confirmed;
const fits = ({ until }: Model) => until !== null && until - 1 + moreDays <= longest;
const overToday = ({ until }: Model) => (until === null ? null : Math.min(until, 1));

type Verb = {
  readonly by: "seller" | "vendor";
  /** Whether whoever saw the deal before has to look again. */
  readonly saves: boolean;
  to(model: Model): Model | null;
};

const approved = { status: "approved", stage: "qualified", until: 90 };
const when =
  (holds: (model: Model) => boolean, change: (model: Model) => Partial<Model>) =>
  (model: Model): Model | null =>
    holds(model) ? { ...model, ...change(model) } : null;
const among =
  (...statuses: string[]) =>
  (model: Model) =>
    statuses.includes(model.status) && isOpen(model);

const extend = (model: Model) => ({
  extensionAsked: false,
  extended: model.extended + 1,
  until: (model.until ?? 0) + moreDays,
});

/** Every verb of the two sides. `submit` depends on the amount: a large one goes to a person. */
export const verbs = (isLarge: boolean) =>
  ({
    save: { by: "seller", saves: true, to: when(among("draft", "needs_info"), () => ({})) },
    submit: {
      by: "seller",
      saves: true,
      to: when(among("draft", "needs_info"), () => (isLarge ? { status: "in_review" } : approved)),
    },
    withdraw: {
      by: "seller",
      saves: true,
      to: when(among("draft", "needs_info", "in_review"), () => ({ status: "withdrawn" })),
    },
    changeStage: { by: "seller", saves: true, to: when(isProtected, () => ({ stage: "proposal" })) },
    reportWin: {
      by: "seller",
      saves: true,
      to: when(isProtected, () => ({ stage: "won", reported: true, extensionAsked: false })),
    },
    reportLoss: {
      by: "seller",
      saves: true,
      to: when(isProtected, (model) => ({
        stage: "lost",
        extensionAsked: false,
        revocationAsked: false,
        until: overToday(model),
      })),
    },
    release: {
      by: "seller",
      saves: true,
      to: when(isProtected, (model) => ({
        status: "released",
        extensionAsked: false,
        revocationAsked: false,
        until: overToday(model),
      })),
    },
    askExtension: {
      by: "seller",
      saves: true,
      to: when(
        (model) => isProtected(model) && !model.extensionAsked && fits(model),
        () => ({ extensionAsked: true }),
      ),
    },
    approve: { by: "vendor", saves: true, to: when(among("in_review"), () => approved) },
    reject: { by: "vendor", saves: true, to: when(among("in_review"), () => ({ status: "rejected" })) },
    return: { by: "vendor", saves: true, to: when(among("in_review"), () => ({ status: "needs_info" })) },
    grantExtension: {
      by: "vendor",
      saves: true,
      to: when((model) => isProtected(model) && model.extensionAsked && fits(model), extend),
    },
    declineExtension: {
      by: "vendor",
      saves: true,
      to: when(
        (model) => isProtected(model) && model.extensionAsked,
        () => ({ extensionAsked: false }),
      ),
    },
    extend: {
      by: "vendor",
      saves: true,
      to: when((model) => isProtected(model) && !model.extensionAsked && fits(model), extend),
    },
    askRevocation: {
      by: "vendor",
      saves: false,
      to: when(
        (model) => isRevocable(model) && !model.revocationAsked,
        () => ({ revocationAsked: true }),
      ),
    },
    confirmRevocation: {
      by: "vendor",
      saves: true,
      to: when(
        (model) => isRevocable(model) && model.revocationAsked,
        (model) => ({ status: "revoked", extensionAsked: false, revocationAsked: false, until: overToday(model) }),
      ),
    },
    declineRevocation: {
      by: "vendor",
      saves: false,
      to: when(
        (model) => isRevocable(model) && model.revocationAsked,
        () => ({ revocationAsked: false }),
      ),
    },
    confirmWin: {
      by: "vendor",
      saves: true,
      to: when(
        (model) => model.reported && !model.confirmed,
        (model) => ({
          confirmed: true,
          revocationAsked: false,
          until: model.status === "approved" ? overToday(model) : model.until,
        }),
      ),
    },
  }) as const satisfies Record<string, Verb>;

export type VerbName = keyof ReturnType<typeof verbs>;

/** What two verbs come to that were asked for at once by people who saw the same state, in the order in which they got through. */
export function inOrder(
  table: Readonly<Record<VerbName, Verb>>,
  model: Model,
  first: VerbName,
  second: VerbName,
): { readonly did: readonly VerbName[]; readonly model: Model } {
  const one = table[first].to(model);
  const between = one ?? model;
  // Who saw the deal before it was saved is refused, whatever was asked for.
  const two = one && table[first].saves ? null : table[second].to(between);
  const did = [...(one ? [first] : []), ...(two ? [second] : [])];
  return { did, model: two ?? between };
}

/** Whether nothing more can happen to it. */
export function isOver(model: Model): boolean {
  return ["rejected", "withdrawn", "released"].includes(model.status) || model.stage === "lost" || model.confirmed
    ? true
    : model.status === "revoked" && !model.reported;
}
