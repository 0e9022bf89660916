/** Whether two records hold the same values, regardless of key order; lists in them must contain records. */
export function sameRecord<Item extends object>(a: Item, b: Item): boolean {
  if (a === b) return true
  const keys = Object.keys(a) as (keyof Item)[]
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]))
  )
}

function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (!Array.isArray(a) || !Array.isArray(b)) return false
  return a.length === b.length && a.every((item: object, index) => sameRecord(item, b[index] as object))
}
