/** Whether two flat records hold the same values, whatever the order of their keys. */
export function sameRecord<Item extends object>(a: Item, b: Item): boolean {
  if (a === b) return true
  const keys = Object.keys(a) as (keyof Item)[]
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && a[key] === b[key])
  )
}
