import { companyNameKeys, oneTypoApart } from "@/modules/accounts/domain/company-name";
import { compareNames, type NameMatch } from "@/modules/accounts/domain/matching/compare-names";
import type { NamedConsequence } from "@/modules/accounts/domain/named-account";

export type MatchClass = "protected_registration" | "vendor_engaged" | "existing_customer" | "named_account";

/** What a submitted customer is compared by. Domains are empty where unknown. */
export type Comparable = {
  readonly name: string;
  readonly nameKeys: readonly string[];
  readonly country: string;
  readonly domains: readonly string[];
  readonly taxId: string | null;
  readonly accountId: string;
  readonly parentId: string | null;
  /** The name of the product line it is about; null where that is not known. */
  readonly productLine: string | null;
};

export type Candidate = Comparable & {
  readonly class: MatchClass;
  readonly dealId: string | null;
  readonly dealNumber: string | null;
  readonly partnerName: string | null;
  readonly sameProduct: boolean;
  readonly protectedUntil: string | null;
  /** Of a named account: what becomes of registrations for it. */
  readonly consequence?: NamedConsequence;
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
  readonly taxId?: string | null;
  /** Names it was recognised by before, normalised. */
  readonly names?: readonly string[];
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
    nameKeys: [...companyNameKeys(details.name ?? account.name), ...(account.names ?? [])],
    country: account.country,
    domains: [...account.domains],
    taxId: account.taxId ?? null,
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

/** How the account of a candidate stands in the group of the submitted one. */
export type Kinship = "parent" | "subsidiary" | "sister";

/** A word that both names have, alike or not quite, or that only one of them has. */
export type SharedWord = NameMatch["words"][number];

/** One compared field; points are hundredths of the score, `of` is the most the field can give. */
export type FieldEvidence = {
  readonly field: "website" | "name" | "taxId" | "parent" | "product" | "country";
  readonly mine: string;
  readonly theirs: string;
  readonly likeness: Likeness;
  readonly points: number;
  readonly of: number;
  /** Of a name: what was compared. */
  readonly words?: readonly SharedWord[];
  /** Of a parent company: how the other one is related. */
  readonly kinship?: Kinship;
};

export type Match = {
  readonly candidate: Candidate;
  readonly score: number;
  readonly evidence: readonly FieldEvidence[];
};

const most = { website: 60, name: 60, taxId: 60, parent: 60 };
const likeWebsite = 20;
/** From here on a name that is not the same counts as if it were: what is left is a typing error or a word anybody uses. */
const nearlySame = 0.75;

const labelOf = (domain: string) => domain.split(".")[0] ?? "";

function website(mine: Comparable, theirs: Comparable): FieldEvidence {
  const shared = mine.domains.some((domain) => theirs.domains.includes(domain));
  const labels = new Set(mine.domains.map(labelOf));
  const alike = theirs.domains.some((domain) => labelOf(domain).length > 3 && labels.has(labelOf(domain)));
  const known = mine.domains.length > 0 && theirs.domains.length > 0;
  return {
    field: "website",
    mine: mine.domains.join(", "),
    theirs: theirs.domains.join(", "),
    likeness: shared ? "same" : alike ? "similar" : known ? "different" : "unknown",
    points: shared ? most.website : alike ? likeWebsite : 0,
    of: most.website,
  };
}

function name(mine: Comparable, theirs: Comparable): FieldEvidence {
  const match = compareNames(mine.name, theirs.name);
  const isKnownBy = mine.nameKeys.some((key) => key !== "" && theirs.nameKeys.includes(key));
  const likeness = isKnownBy ? "same" : match.likeness;
  // The same name in another country is often another company, so it counts two thirds.
  const full = mine.country === theirs.country ? most.name : (most.name * 2) / 3;
  // Whether a typing error is one is for a person to say, so it weighs as much as the same name.
  const isTypo = mine.nameKeys.some((left) => theirs.nameKeys.some((right) => oneTypoApart(left, right)));
  const weight =
    likeness === "same" || isTypo || match.score >= nearlySame ? 1 : likeness === "similar" ? match.score : 0;
  return {
    field: "name",
    mine: mine.name,
    theirs: theirs.name,
    likeness,
    points: likeness === "different" ? 0 : Math.round(full * weight),
    of: most.name,
    words: match.words,
  };
}

const taxKey = (typed: string | null) => (typed ?? "").toUpperCase().replace(/[^A-Z0-9]/g, "");

function taxId(mine: Comparable, theirs: Comparable): FieldEvidence | null {
  const [left, right] = [taxKey(mine.taxId), taxKey(theirs.taxId)];
  if (left === "" && right === "") return null;
  const isSame = left === right;
  return {
    field: "taxId",
    mine: mine.taxId ?? "",
    theirs: theirs.taxId ?? "",
    likeness: isSame ? "same" : left !== "" && right !== "" ? "different" : "unknown",
    points: isSame ? most.taxId : 0,
    of: most.taxId,
  };
}

function kinshipOf(mine: Comparable, theirs: Comparable): Kinship | null {
  if (mine.accountId === theirs.accountId) return null;
  if (mine.parentId === theirs.accountId) return "parent";
  if (theirs.parentId === mine.accountId) return "subsidiary";
  return mine.parentId !== null && mine.parentId === theirs.parentId ? "sister" : null;
}

function parent(mine: Comparable, theirs: Comparable): FieldEvidence | null {
  const kinship = kinshipOf(mine, theirs);
  if (!kinship) return null;
  return {
    field: "parent",
    mine: mine.name,
    theirs: theirs.name,
    likeness: "same",
    points: most.parent,
    of: most.parent,
    kinship,
  };
}

/** What both are about; it says how much of a conflict there is, not whether it is the same customer. */
function product(mine: Comparable, candidate: Candidate): FieldEvidence | null {
  if (candidate.class === "existing_customer" || candidate.class === "named_account") return null;
  const likeness = candidate.sameProduct ? "same" : candidate.productLine === null ? "unknown" : "different";
  return {
    field: "product",
    mine: mine.productLine ?? "",
    theirs: candidate.productLine ?? "",
    likeness,
    points: 0,
    of: 0,
  };
}

function country(mine: Comparable, theirs: Comparable): FieldEvidence {
  return {
    field: "country",
    mine: mine.country,
    theirs: theirs.country,
    likeness: mine.country === theirs.country ? "same" : "different",
    points: 0,
    of: 0,
  };
}

/**
 * How strongly a submitted customer resembles a candidate, field by field. The score is the sum of the points, at most 100.
 * The same account scores 100: it was recognised by its keys, whatever the spelling.
 */
export function compare(mine: Comparable, candidate: Candidate): Match {
  const evidence = [
    website(mine, candidate),
    name(mine, candidate),
    taxId(mine, candidate),
    parent(mine, candidate),
    product(mine, candidate),
    country(mine, candidate),
  ].filter((field) => field !== null);
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
