import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { can, type Permission } from "@/kernel/access";
import type { PersonActor } from "@/kernel/actor";
import { type Viewer, viewer } from "./auth/viewer";
import { type Tx, withActor } from "./db";

type Params = Record<string, string>;
export type Search = Record<string, string | undefined>;
type PageProps = {
  params: Promise<Params>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export type PageContext = {
  readonly actor: PersonActor;
  readonly viewer: Viewer;
  readonly tx: Tx;
  readonly now: Date;
  readonly params: Params;
  readonly search: Search;
};

/** The viewer, or the sign-in page, which comes back here afterwards. */
export async function requireViewer(): Promise<Viewer> {
  const current = await viewer();
  const path = (await headers()).get("x-path") ?? "/";
  if (!current) redirect(`/sign-in?returnTo=${encodeURIComponent(path)}`);
  if (current.owesSecondFactor && !path.startsWith(secondFactorPage))
    redirect(`${secondFactorPage}?returnTo=${encodeURIComponent(path)}`);
  return current;
}

/** Where whoever owes a second factor sets it up. */
const secondFactorPage = "/second-factor";

function single(search: Record<string, string | string[] | undefined>): Search {
  return Object.fromEntries(
    Object.entries(search).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value]),
  );
}

/**
 * A page for those who hold a permission, rendered inside one transaction that shows only the actor's rows. Everything it
 * shows is read before it returns: what is awaited later would be outside the transaction.
 */
export function page(permission: Permission, render: (context: PageContext) => Promise<ReactNode>) {
  return async function Page({ params, searchParams }: PageProps) {
    const current = await requireViewer();
    if (!can(current.actor, permission)) forbidden();
    const [given, search] = await Promise.all([params, searchParams]);
    return withActor(current.actor, (tx) =>
      render({ actor: current.actor, viewer: current, tx, now: new Date(), params: given, search: single(search) }),
    );
  };
}

/** A page anybody may open; it reads nothing on anybody's behalf. */
export function publicPage(render: (context: { search: Search; params: Params }) => Promise<ReactNode>) {
  return async function Page({ params, searchParams }: PageProps) {
    return render({ search: single(await searchParams), params: await params });
  };
}
