/** A path of ours, never another site. */
export function safePath(path: string | undefined): string {
  return path?.startsWith("/") && !path.startsWith("//") && !path.includes("\\") ? path : "/";
}
