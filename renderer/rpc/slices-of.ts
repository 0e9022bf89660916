/** The studio's limit for one call. */
const MAX_AT_ONCE = 1_000

/** Ids in groups that one call takes. */
export function slicesOf(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / MAX_AT_ONCE) }, (_, index) =>
    ids.slice(index * MAX_AT_ONCE, (index + 1) * MAX_AT_ONCE),
  )
}
