/** Names the browser's window, and so its tab, its bookmark and its entry in the history. */
export function WindowTitle({ name }: { name: string }) {
  return <title>{`${name} · Entente`}</title>;
}
