/** Whether two flat records hold the same values, whatever the order of their keys. */
export function sameRecord(a: object, b: object): boolean {
  if (a === b) return true
  const entries = Object.entries(a)
  const others = new Map<string, unknown>(Object.entries(b))
  return entries.length === others.size && entries.every(([key, value]) => others.get(key) === value)
}
