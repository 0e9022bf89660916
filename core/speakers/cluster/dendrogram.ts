import type { Merge } from './linkage.ts'

/** A group of items in the tree formed by the merges. */
export interface Branch {
  /** Items of the branch, those of its left side first. */
  readonly items: Int32Array
  /** Null for a single item. */
  readonly split: Split | null
  /** Mean similarity between all pairs of its items; null for a single item. */
  readonly withinSimilarity: number | null
}

export interface Split {
  readonly left: Branch
  readonly right: Branch
  /** Mean similarity between the items of the two sides. */
  readonly similarity: number
}

interface Node {
  readonly count: number
  readonly sides: { readonly left: Node; readonly right: Node; readonly similarity: number } | null
  readonly item: number
  /** Sum of the similarities of all pairs of its items. */
  readonly pairSum: number
}

/** The tree of one or more items, starting at its root. */
export function dendrogram(itemCount: number, merges: readonly Merge[]): Branch {
  const nodes: Node[] = Array.from({ length: itemCount }, (_, item) => ({
    count: 1,
    sides: null,
    item,
    pairSum: 0,
  }))
  for (const { kept, absorbed, similarity } of merges) {
    const [left, right] = [nodes[kept] as Node, nodes[absorbed] as Node]
    nodes[kept] = {
      count: left.count + right.count,
      sides: { left, right, similarity },
      item: -1,
      pairSum: left.pairSum + right.pairSum + similarity * left.count * right.count,
    }
  }
  const root = nodes[0] as Node
  return branchOf(root, itemsInOrder(root))
}

/** Items of a tree from left to right. Uses an explicit stack, as a tree may be as deep as it has items. */
function itemsInOrder(root: Node): Int32Array {
  const order: number[] = []
  const stack = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.sides === null) order.push(node.item)
    else stack.push(node.sides.right, node.sides.left)
  }
  return Int32Array.from(order)
}

/** Sides are created lazily, as only the top of the tree is visited. */
function branchOf(node: Node, items: Int32Array): Branch {
  const { sides, count, pairSum } = node
  return {
    items,
    get split() {
      if (sides === null) return null
      return {
        left: branchOf(sides.left, items.subarray(0, sides.left.count)),
        right: branchOf(sides.right, items.subarray(sides.left.count)),
        similarity: sides.similarity,
      }
    },
    withinSimilarity: count > 1 ? pairSum / ((count * (count - 1)) / 2) : null,
  }
}

/** Groups at the level of the tree with `groupCount` groups, in the order of their first items. */
export function groupsAtLevel(itemCount: number, merges: readonly Merge[], groupCount: number): number[][] {
  // Every merge keeps the id of an existing group, so following `absorbed` back leads to the remaining one.
  const groupOf = Int32Array.from({ length: itemCount }, (_, index) => index)
  const applied = merges.slice(0, Math.max(0, itemCount - groupCount))
  for (const { kept, absorbed } of applied.toReversed()) groupOf[absorbed] = groupOf[kept] as number
  const groups = Map.groupBy(groupOf.keys(), (item) => groupOf[item] as number)
  return [...groups.values()]
}
