import { type JournalEntry, momentKinds, recordingTypes, sourceRoles, stopReasons } from './journal-entry.ts'

type Check = (value: unknown) => boolean
type Members = Readonly<Record<string, Check>>

const isText: Check = (value) => typeof value === 'string'
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value)
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0
const oneOf =
  (values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value)
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
const object =
  (members: Members): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(members).every(([name, check]) => check((value as Record<string, unknown>)[name]))

const inSource = { source: isCount, frame: isCount }

const isLiveWord = object({
  before: isText,
  text: isText,
  startMs: isCount,
  endMs: isCount,
  confidence: orNull(isNumber),
})
const isLiveChange: Check = (value) =>
  object({ kind: oneOf(['line']), lineId: isText, text: isText })(value) ||
  object({
    kind: oneOf(['name']),
    source: isCount,
    name: isText,
    lineIds: orNull(listOf(isText)),
    typedIn: (lines) => lines === undefined || listOf(isText)(lines),
  })(value)

const checks: Readonly<Record<JournalEntry['kind'], Check>> = {
  start: object({
    version: (value) => value === 1,
    id: isText,
    title: isText,
    language: isText,
    people: orNull(isCount),
    type: oneOf(recordingTypes),
    sources: listOf(object({ name: isText, role: oneOf(sourceRoles), device: isText })),
    atMs: isNumber,
  }),
  part: object({ ...inSource, file: isText }),
  synced: object({ source: isCount, sequence: isCount, frames: isCount }),
  gap: object({ ...inSource, frames: isCount, reason: oneOf(['start', 'late', 'lost', 'end']) }),
  time: object({ ...inSource, run: isCount, atMs: isNumber }),
  device: object({ ...inSource, device: isText }),
  sleep: object({ fromMs: isNumber, toMs: isNumber }),
  pause: object({ atMs: isNumber }),
  resume: object({ atMs: isNumber }),
  moment: object({
    moment: object({
      id: isText,
      kind: oneOf(momentKinds),
      atMs: isNumber,
      value: (value) => value !== undefined,
    }),
  }),
  'moment-removed': object({ id: isText }),
  consent: object({ consent: object({ given: (value) => typeof value === 'boolean', atMs: isNumber }) }),
  title: object({ title: isText }),
  'live-line': object({
    line: object({
      id: isText,
      source: isCount,
      startMs: isCount,
      endMs: isCount,
      language: isText,
      words: orNull(listOf(isLiveWord)),
    }),
  }),
  'live-change': object({ change: isLiveChange }),
  stop: object({ atMs: isNumber, reason: oneOf(stopReasons) }),
}

/** Whether a line's value is an entry that this version knows. */
export function isEntry(value: unknown): value is JournalEntry {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false
  const { kind } = value
  return (
    typeof kind === 'string' && Object.hasOwn(checks, kind) && checks[kind as JournalEntry['kind']](value)
  )
}
