/** How what is typed or chosen in looks; a list's conditions wear it without carrying the library of forms. */
export const control =
  "block min-h-11 w-full rounded-md border border-control bg-surface px-3 py-2 text-base text-ink focus-visible:outline-offset-0 aria-invalid:border-critical-solid aria-invalid:ring-1 aria-invalid:ring-critical-solid";
