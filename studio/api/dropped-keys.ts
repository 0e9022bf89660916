/** The path of the first value that is in `given` but not in `kept`; null if nothing was dropped. */
export function firstDroppedKey(given: unknown, kept: unknown, path = ''): string | null {
  if (given === null || typeof given !== 'object') return null
  if (kept === null || typeof kept !== 'object') return null
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined) continue
    const place = path === '' ? key : `${path}.${key}`
    if (!Object.hasOwn(kept, key)) return place
    const inside = firstDroppedKey(value, (kept as Readonly<Record<string, unknown>>)[key], place)
    if (inside !== null) return inside
  }
  return null
}
