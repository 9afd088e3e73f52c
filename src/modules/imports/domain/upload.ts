/** The largest upload, all files of an import together. */
export const mostBytes = 50 * 1024 * 1024;

/** What the name of a file that can be imported ends with. */
export const fileEndings = [".csv", ".tsv", ".txt"] as const;

/** A file as the browser names it before it is sent. */
export type OfferedFile = { readonly name: string; readonly size: number };

export type UploadProblem = "noFile" | "wrongEnding" | "emptyFile" | "tooLarge" | "tooMany" | "missingFiles";

/** What an upload is asked for by the preset: nothing, for one file of any name; or the files it reads, in lower case. */
export type WantedFiles = readonly string[];

/** The first reason why files cannot be imported, with the file or files it is about. */
export function uploadProblem(
  files: readonly OfferedFile[],
  wanted: WantedFiles,
): { readonly reason: UploadProblem; readonly file: string } | null {
  if (files.length === 0) return { reason: "noFile", file: "" };
  if (wanted.length === 0 && files.length > 1) return { reason: "tooMany", file: "" };
  const wrong = files.find(({ name }) => !fileEndings.some((ending) => name.toLowerCase().endsWith(ending)));
  if (wrong) return { reason: "wrongEnding", file: wrong.name };
  const empty = files.find(({ size }) => size === 0);
  if (empty) return { reason: "emptyFile", file: empty.name };
  const missing = wanted.filter((name) => files.every((file) => file.name.toLowerCase() !== name));
  if (missing.length > 0) return { reason: "missingFiles", file: missing.join(", ") };
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return bytes > mostBytes ? { reason: "tooLarge", file: files[0]?.name ?? "" } : null;
}
