import type { JsonValue } from '../transcript/json-value.ts'
import type { StoredMoment } from './moment.ts'

/** The name of a change for undo and redo: `chapter.add`, `moment.change`, … */
export function momentHistoryKind(before: StoredMoment | null, after: StoredMoment | null): string {
  const isChapter = (before ?? after)?.kind === 'chapter'
  const of = isChapter ? 'chapter' : 'moment'
  if (before === null) return `${of}.add`
  if (after === null) return `${of}.delete`
  if (!isChapter) return `${of}.change`
  return before.atMs === after.atMs ? `${of}.rename` : `${of}.move`
}

/**
 * Applies the change from `from` to `to` to the moment as it is `now`: what somebody else has changed since
 * is kept. Null: it does not exist.
 */
export function momentTurned(
  from: StoredMoment | null,
  to: StoredMoment | null,
  now: StoredMoment | null,
): StoredMoment | null {
  if (from === null || to === null || now === null) return to
  return {
    id: now.id,
    kind: isSame(from.kind, to.kind) ? now.kind : to.kind,
    atMs: from.atMs === to.atMs ? now.atMs : to.atMs,
    value: turnedValue(from.value, to.value, now.value),
  }
}

function turnedValue(from: JsonValue, to: JsonValue, now: JsonValue): JsonValue {
  if (isSame(from, to)) return now
  if (!isObject(from) || !isObject(to) || !isObject(now)) return to
  const names = new Set([...Object.keys(now), ...Object.keys(to)])
  const members = [...names].flatMap((name): [string, JsonValue][] => {
    const member = isSame(from[name], to[name]) ? now[name] : to[name]
    return member === undefined ? [] : [[name, member]]
  })
  return Object.fromEntries(members)
}

const isSame = (a: JsonValue | undefined, b: JsonValue | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

const isObject = (value: JsonValue): value is { readonly [key: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
