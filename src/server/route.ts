import { can, type Permission } from "@/kernel/access";
import type { PersonActor } from "@/kernel/actor";
import { viewer } from "./auth/viewer";
import { type Tx, withActor } from "./db";
import { comesFromOurPages } from "./origin";

type Handler = (request: Request, context: { params: Promise<Record<string, string | string[]>> }) => Promise<Response>;
export type RouteGiven = {
  actor: PersonActor;
  tx: Tx;
  now: Date;
  request: Request;
  params: Record<string, string | string[]>;
};

const changes = ({ method }: Request): boolean => method !== "GET" && method !== "HEAD";

/**
 * A route handler for those who hold a permission, outside any transaction: for what streams, or does a use case. One that
 * changes something is asked for its origin, as every action is.
 */
export function openRoute(
  permission: Permission,
  handle: (given: Omit<RouteGiven, "tx">) => Promise<Response>,
): Handler {
  return async (request, context) => {
    if (changes(request) && !comesFromOurPages(request.headers)) return new Response(null, { status: 403 });
    const current = await viewer();
    if (!current) return new Response(null, { status: 401 });
    if (current.owesSecondFactor || (changes(request) && current.actor.onlyLooks))
      return new Response(null, { status: 403 });
    if (!can(current.actor, permission)) return new Response(null, { status: 403 });
    return handle({ actor: current.actor, now: new Date(), request, params: await context.params });
  };
}

/** A route handler for those who hold a permission, inside one transaction that shows only the actor's rows. */
export function route(permission: Permission, handle: (given: RouteGiven) => Promise<Response>): Handler {
  return openRoute(permission, (given) => withActor(given.actor, (tx) => handle({ ...given, tx })));
}

/**
 * A route handler anybody may call. One that changes something is asked for its origin, as every action is, unless its address
 * itself is what authorises it: then it may be called from anywhere.
 */
export function publicRoute(handle: Handler, { fromAnywhere = false } = {}): Handler {
  return async (request, context) => {
    if (changes(request) && !fromAnywhere && !comesFromOurPages(request.headers)) {
      return new Response(null, { status: 403 });
    }
    return handle(request, context);
  };
}
