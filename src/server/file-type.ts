import { fileTypeFromFile } from "file-type";

/** The type of a local file by its content; null where it has none that can be told. */
export async function typeOfFile(path: string): Promise<string | null> {
  return (await fileTypeFromFile(path))?.mime ?? null;
}
