import type { Transcript } from '../transcript/transcript.ts'

/** Whether two records of JSON values are deeply equal, regardless of key order. */
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
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (!Array.isArray(a) || !Array.isArray(b)) return Array.isArray(a) === Array.isArray(b) && sameRecord(a, b)
  return a.length === b.length && a.every((item, index) => sameValue(item, b[index]))
}

/** Whether two transcripts have the same caption rules. */
export function sameCaptionRules(
  { captionRules: a }: Pick<Transcript, 'captionRules'>,
  { captionRules: b }: Pick<Transcript, 'captionRules'>,
): boolean {
  return a === b || (a !== undefined && b !== undefined && sameRecord(a, b))
}
