/** A node of the tree of regions, by the id of what is above it. */
export type RegionNode = { readonly id: string; readonly parentId: string | null; readonly name: string };
export type Placed<Node extends RegionNode> = Node & { readonly depth: number };

/** Regions in the order in which a tree is read, each with its depth; what is above them comes first. */
export function inTreeOrder<Node extends RegionNode>(nodes: readonly Node[], locale: string): Placed<Node>[] {
  const order = new Intl.Collator(locale);
  const known = new Set(nodes.map(({ id }) => id));
  const below = (parentId: string | null, depth: number): Placed<Node>[] =>
    nodes
      .filter((node) => (node.parentId && known.has(node.parentId) ? node.parentId : null) === parentId)
      .toSorted((left, right) => order.compare(left.name, right.name))
      .flatMap((node) => [{ ...node, depth }, ...below(node.id, depth + 1)]);
  return below(null, 0);
}

/** A region and everything below it. */
export function withAllBelow(nodes: readonly RegionNode[], id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const node of nodes) if (node.parentId && found.has(node.parentId)) found.add(node.id);
  }
  return found;
}

/** Whether a region may lie below another: not below itself or what is below it. */
export function mayLieBelow(nodes: readonly RegionNode[], id: string, parentId: string | null): boolean {
  return parentId === null || !withAllBelow(nodes, id).has(parentId);
}
