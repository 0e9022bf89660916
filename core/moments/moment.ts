import type { CutStretch } from '../transcript/cut-reason.ts'
import type { JsonValue } from '../transcript/json-value.ts'

/** UTF-16 units of a text typed for a moment. */
export const MAX_MOMENT_TEXT_LENGTH = 2_000

/** In the order of lists and documents. */
export const momentKinds = ['decision', 'action', 'bookmark'] as const
export type MomentKind = (typeof momentKinds)[number]

/** What is to be done, by whom and until when: as typed, each may be empty. */
export type ActionValue = {
  readonly text: string
  readonly who: string
  readonly until: string
}

interface AtTime {
  readonly id: string
  /** On the recording's clock. */
  readonly atMs: number
}

/** Something marked at a time of a recording; it does not belong to a transcript or a word. */
export type Moment =
  | (AtTime & { readonly kind: 'decision' | 'bookmark'; readonly value: string })
  | (AtTime & { readonly kind: 'action'; readonly value: ActionValue })

/** A moment as stored in files and the library: unknown kinds and values of later programs are kept. */
export interface StoredMoment extends AtTime {
  readonly kind: string
  readonly value: JsonValue
}

/** What a person typed about the conversation. */
export interface MeetingFacts {
  /** In order of time. */
  readonly moments?: readonly StoredMoment[]
  /** Stretches without words that are cut, in order of time; omitted if there are none. */
  readonly cuts?: readonly CutStretch[]
  /** Omitted until somebody types one. */
  readonly date?: string
  readonly place?: string
  /** The day on which the sound was deleted, `YYYY-MM-DD`; omitted if it was not. */
  readonly soundDeletedOn?: string
}

/** The text of a moment of any kind. */
export const momentText = (moment: Moment): string =>
  moment.kind === 'action' ? moment.value.text : moment.value

/** A moment of another kind at the same place, with the same text. */
export function withKind(moment: Moment, kind: MomentKind): Moment {
  const { id, atMs } = moment
  const text = momentText(moment)
  if (kind !== 'action') return { id, atMs, kind, value: text }
  return moment.kind === 'action' ? moment : { id, atMs, kind, value: { text, who: '', until: '' } }
}

/** By time, then by id, so that the order is stable. */
export const byTime = (a: AtTime, b: AtTime): number =>
  a.atMs - b.atMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
