import type { JsonValue } from '../transcript/json-value.ts'
import { type ActionValue, byTime, type Moment, type StoredMoment } from './moment.ts'

/** A stored moment as one of the known kinds; null for another kind, or an invalid value. */
export function readMoment({ id, atMs, kind, value }: StoredMoment): Moment | null {
  switch (kind) {
    case 'decision':
    case 'bookmark': {
      const text = textOf(value)
      return text === null ? null : { id, atMs, kind, value: text }
    }
    case 'action': {
      const action = actionOf(value)
      return action === null ? null : { id, atMs, kind, value: action }
    }
    default:
      return null
  }
}

/** The known ones, in order of time. */
export const knownMoments = (stored: readonly StoredMoment[]): Moment[] =>
  stored
    .map(readMoment)
    .filter((moment) => moment !== null)
    .toSorted(byTime)

/** A moment to store in place of another: unknown members of its value are kept. */
export function changedMoment(before: StoredMoment | null, after: StoredMoment): StoredMoment {
  if (before === null || before.kind !== after.kind) return after
  if (!isObject(before.value) || !isObject(after.value)) return after
  return { ...after, value: { ...before.value, ...after.value } }
}

const textOf = (value: JsonValue): string | null =>
  value === null ? '' : typeof value === 'string' ? value : null

/** Also accepts a bare text, which a keystroke while recording produces. */
function actionOf(value: JsonValue): ActionValue | null {
  const bare = textOf(value)
  if (bare !== null) return { text: bare, who: '', until: '' }
  if (!isObject(value)) return null
  const [text, who, until] = [value['text'], value['who'], value['until']].map((part = null) => textOf(part))
  if (text === undefined || who === undefined || until === undefined) return null
  return text === null || who === null || until === null ? null : { text, who, until }
}

const isObject = (value: JsonValue): value is { readonly [key: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
