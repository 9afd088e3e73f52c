import type { Result } from "@/kernel/result";

/** What a form without a session sends to, in the shape of an action. */
export function post<Value>(path: string): (input: unknown) => Promise<Result<Value>> {
  return async (input) => {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(input),
    });
    if (response.status === 403) return { ok: false, failure: { code: "forbidden" } };
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    // Our own routes answer with a result.
    return (await response.json()) as Result<Value>;
  };
}
