import { createHash } from 'node:crypto'
import type { JsonValue } from '#core/formats/format'
import type { JobSettings } from '../../library/library.ts'

type MayBeUndefined = JsonValue | JobSettings | undefined

/** 32 hexadecimal digits that are the same for the same values, whatever the order of the keys in any object. */
export function settingsHash(identity: MayBeUndefined): string {
  return hashOfText(canonicalJson(identity))
}

/** 32 hexadecimal digits of SHA-256: enough to tell requests apart. */
export function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

/** JSON with the keys of all objects in order; what is undefined is left out. */
export function canonicalJson(value: MayBeUndefined): string {
  return JSON.stringify(inOrder(value))
}

function inOrder(value: MayBeUndefined): JsonValue | undefined {
  if (Array.isArray(value)) return value.map((item: JsonValue) => inOrder(item) ?? null)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value as JobSettings)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(members.map(([key, member]) => [key, inOrder(member) ?? null]))
}
