import { type NextRequest, NextResponse } from "next/server";

function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // React writes style attributes; style elements still need to be ours.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

const wellFormed = /^[\w.-]{8,128}$/;

/** By which lines of the log belong to one request; a balancer in front may have given it one already. */
function requestId(given: string | null): string {
  return given && wellFormed.test(given) ? given : crypto.randomUUID();
}

/** Headers for every response, and the path for the sign-in's way back. Who may do what is never decided here. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  const id = requestId(request.headers.get("x-request-id"));
  headers.set("x-nonce", nonce);
  headers.set("x-request-id", id);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-request-id", id);
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("x-frame-options", "DENY");
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("permissions-policy", "camera=(), microphone=(), geolocation=()");
  return response;
}

// Files go past here, for all of an upload would be held in memory; next.config.ts gives them headers of their own.
export const config = { matcher: ["/((?!_next/static|_next/image|favicon.ico|files/).*)"] };
