import { companyNameKeys, nameSimilarity, oneTypoApart } from "@/modules/accounts/domain/company-name";

export type MatchClass = "protected_registration" | "vendor_engaged" | "existing_customer" | "named_account";

/** What a submitted customer is compared by. Domains are empty where unknown. */
export type Comparable = {
  readonly name: string;
  readonly nameKeys: readonly string[];
  readonly country: string;
  readonly domains: readonly string[];
  readonly accountId: string;
  readonly parentId: string | null;
};

export type Candidate = Comparable & {
  readonly class: MatchClass;
  readonly dealId: string | null;
  readonly dealNumber: string | null;
  readonly partnerName: string | null;
  readonly sameProduct: boolean;
  readonly productLine: string | null;
  readonly protectedUntil: string | null;
  /** When the system it comes from last said so; null for what is known here. */
  readonly syncedAt?: string | null;
};

const freshMs = 24 * 3_600_000;

/** Whether what another system said was older than a day when it was looked at. */
export function isOld(syncedAt: Date, lookedAt: Date): boolean {
  return lookedAt.getTime() - syncedAt.getTime() > freshMs;
}

/** A customer as something else is compared with it. */
export type KnownCustomer = {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly domains: readonly string[];
  readonly parentId: string | null;
};

/** Something at a customer that a registration may run into; its name may be another than the customer's. */
export function candidateAt(
  account: KnownCustomer,
  matchClass: MatchClass,
  details: Partial<Candidate> = {},
): Candidate {
  return {
    class: matchClass,
    name: account.name,
    nameKeys: companyNameKeys(details.name ?? account.name),
    country: account.country,
    domains: [...account.domains],
    accountId: account.id,
    parentId: account.parentId,
    dealId: null,
    dealNumber: null,
    partnerName: null,
    sameProduct: true,
    productLine: null,
    protectedUntil: null,
    ...details,
  };
}

export type Likeness = "same" | "similar" | "different" | "unknown";

/** One compared field; points are hundredths of the score, `of` is the most the field can give. */
export type FieldEvidence = {
  readonly field: "website" | "name" | "parent" | "country";
  readonly mine: string;
  readonly theirs: string;
  readonly likeness: Likeness;
  readonly points: number;
  readonly of: number;
};

export type Match = {
  readonly candidate: Candidate;
  readonly score: number;
  readonly evidence: readonly FieldEvidence[];
};

const most = { website: 60, name: 60, parent: 60, country: 0 };
const similarFrom = 0.72;

function website(mine: Comparable, theirs: Comparable): FieldEvidence {
  const shared = mine.domains.find((domain) => theirs.domains.includes(domain));
  const known = mine.domains.length > 0 && theirs.domains.length > 0;
  return {
    field: "website",
    mine: mine.domains.join(", "),
    theirs: theirs.domains.join(", "),
    likeness: shared ? "same" : known ? "different" : "unknown",
    points: shared ? most.website : 0,
    of: most.website,
  };
}

function name(mine: Comparable, theirs: Comparable): FieldEvidence {
  const pairs = mine.nameKeys.flatMap((left) => theirs.nameKeys.map((right) => [left, right] as const));
  const alike = Math.max(...pairs.map(([left, right]) => nameSimilarity(left, right)));
  const isTypo = pairs.some(([left, right]) => oneTypoApart(left, right));
  const likeness: Likeness = alike === 1 ? "same" : isTypo || alike >= similarFrom ? "similar" : "different";
  // The same name in another country is often another company, so it counts two thirds.
  const full = mine.country === theirs.country ? most.name : (most.name * 2) / 3;
  // Whether a typo is one is for a person to say, so it weighs as much as the same name.
  const weight = alike === 1 || isTypo ? 1 : likeness === "similar" ? alike * 0.75 : 0;
  return {
    field: "name",
    mine: mine.name,
    theirs: theirs.name,
    likeness,
    points: Math.round(full * weight),
    of: most.name,
  };
}

function parent(mine: Comparable, theirs: Comparable): FieldEvidence | null {
  const related =
    mine.accountId !== theirs.accountId &&
    (mine.parentId === theirs.accountId ||
      theirs.parentId === mine.accountId ||
      (mine.parentId !== null && mine.parentId === theirs.parentId));
  if (!related) return null;
  return {
    field: "parent",
    mine: mine.name,
    theirs: theirs.name,
    likeness: "same",
    points: most.parent,
    of: most.parent,
  };
}

function country(mine: Comparable, theirs: Comparable): FieldEvidence {
  return {
    field: "country",
    mine: mine.country,
    theirs: theirs.country,
    likeness: mine.country === theirs.country ? "same" : "different",
    points: 0,
    of: most.country,
  };
}

/**
 * How strongly a submitted customer resembles a candidate, field by field. The score is the sum of the points, at most 100.
 * The same account scores 100: it was recognised by its keys, whatever the spelling.
 */
export function compare(mine: Comparable, candidate: Candidate): Match {
  const evidence = [website(mine, candidate), name(mine, candidate), country(mine, candidate)];
  const related = parent(mine, candidate);
  if (related) evidence.push(related);
  const sum = evidence.reduce((total, field) => total + field.points, 0);
  return { candidate, evidence, score: mine.accountId === candidate.accountId ? 100 : Math.min(100, sum) };
}

const worthKeeping = 35;

/** The matches worth showing to a reviewer, strongest first. */
export function findMatches(mine: Comparable, candidates: readonly Candidate[]): Match[] {
  return candidates
    .map((candidate) => compare(mine, candidate))
    .filter((match) => match.score >= worthKeeping)
    .sort((left, right) => right.score - left.score);
}

/** The strongest score among matches of a class, 0 where there is none. */
export function strongest(matches: readonly Match[], matchClass: MatchClass): number {
  return matches
    .filter((match) => match.candidate.class === matchClass)
    .reduce((best, match) => Math.max(best, match.score), 0);
}
