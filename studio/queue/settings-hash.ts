import { createHash } from 'node:crypto'
import type { JsonValue } from '#core/formats/format'
import type { JobSettings } from '../library/library.ts'

type HashInput = JsonValue | JobSettings | undefined

/** 32 hexadecimal digits, equal for equal values regardless of the key order in any object. */
export function settingsHash(identity: HashInput): string {
  return hashOfText(canonicalJson(identity))
}

/** First 32 hexadecimal digits of the SHA-256: enough to distinguish requests. */
export function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

/** JSON with the keys of all objects sorted; undefined values are left out. */
export function canonicalJson(value: HashInput): string {
  return JSON.stringify(inOrder(value))
}

function inOrder(value: HashInput): JsonValue | undefined {
  if (Array.isArray(value)) return value.map((item: JsonValue) => inOrder(item) ?? null)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value as JobSettings)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(members.map(([key, member]) => [key, inOrder(member) ?? null]))
}
