import type { KnownMark, Mark } from './mark.ts'
import type { MarkKind } from './mark-kind.ts'
import { markKinds } from './mark-kinds.ts'

/** A mark as stored in `.parolo.json` and the library's table: unchanged since version 1 of the file format. */
export interface StoredMark {
  readonly id: string
  readonly kind: string
  readonly fromWordId: string
  readonly toWordId: string
  /** A text unchanged; numbers, booleans and objects as JSON. */
  readonly value: string | null
}

export function readStoredMark(stored: StoredMark): Mark {
  const { id, kind, fromWordId, toWordId, value } = stored
  const read = kindOf(kind)?.readValue(value)
  if (read === undefined) return { id, kind: 'unknown', name: kind, fromWordId, toWordId, value }
  return { id, kind, fromWordId, toWordId, value: read } as KnownMark
}

export function toStoredMark(mark: Mark): StoredMark {
  const { id, fromWordId, toWordId } = mark
  if (mark.kind === 'unknown') return { id, kind: mark.name, fromWordId, toWordId, value: mark.value }
  const value = kindOf(mark.kind)?.writeValue(mark.value) ?? null
  return { id, kind: mark.kind, fromWordId, toWordId, value }
}

/** Whether external data is a mark with a value of the shape that its kind requires. */
export function isMark(data: unknown): data is Mark {
  if (typeof data !== 'object' || data === null) return false
  const { id, kind, name, fromWordId, toWordId, value, ...others } = data as Record<string, unknown>
  if (![id, fromWordId, toWordId].every(isId) || Object.keys(others).length > 0) return false
  if (kind === 'unknown') return typeof name === 'string' && (value === null || typeof value === 'string')
  return typeof kind === 'string' && name === undefined && kindOf(kind)?.isValue(value) === true
}

const byName: ReadonlyMap<string, MarkKind<string, unknown>> = new Map(
  markKinds.map((kind) => [kind.kind, kind as MarkKind<string, unknown>]),
)

/** The kind with that name, without a specific value type, as the name is only known at run time. */
export function kindOf(name: string): MarkKind<string, unknown> | undefined {
  return byName.get(name)
}

function isId(id: unknown): boolean {
  return typeof id === 'string' && id.length > 0 && id.length <= 200
}
