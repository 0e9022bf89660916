import type { Transcript } from '#core/transcript/transcript'
import { writeMarks } from './marks.ts'
import { arrangeParagraphs } from './paragraphs.ts'
import type { Store } from '../../database/store.ts'
import { writeSpeakers, writeTurns } from './speakers-and-turns.ts'
import { writeCaptionRules, writeCaptionTiming, writeFillers, writeNumbers } from './transcript-rows.ts'

export interface Changes {
  /** New and changed paragraphs. */
  readonly paragraphIds: readonly string[]
  readonly removedIds: readonly string[]
}

/** Only inside `change`: writes the differences. Core returns unchanged parts as the same objects. */
export function writeChanges(store: Store, before: Transcript, after: Transcript): Changes {
  const { id } = after
  if (differ(before.speakers, after.speakers)) {
    const prints = store.rows<{ id: string; print: Uint8Array | null }>(
      'SELECT id, voice_print AS print FROM speakers WHERE transcript_id = ?',
      id,
    )
    const printOf = new Map(prints.map((row) => [row.id, row.print]))
    writeSpeakers(store, id, after.speakers, (speaker) => printOf.get(speaker.id) ?? null)
  }
  if (differ(before.turns, after.turns)) writeTurns(store, id, after.turns)
  if (before.marks !== after.marks) writeMarks(store, id, after.marks)
  if (before.captionRules !== after.captionRules) writeCaptionRules(store, id, after.captionRules)
  if (before.captionTiming !== after.captionTiming) writeCaptionTiming(store, id, after.captionTiming)
  if (before.fillers !== after.fillers) writeFillers(store, id, after.fillers)
  if (before.numbers !== after.numbers) writeNumbers(store, id, after.numbers)
  if (before.paragraphs === after.paragraphs) return { paragraphIds: [], removedIds: [] }
  const known = new Set(before.paragraphs)
  const changed = after.paragraphs.filter((paragraph) => !known.has(paragraph))
  const order = after.paragraphs.map((paragraph) => paragraph.id)
  const removedIds = arrangeParagraphs(store, id, order, changed)
  return { paragraphIds: changed.map((paragraph) => paragraph.id), removedIds }
}

function differ(before: readonly object[], after: readonly object[]): boolean {
  return before !== after && JSON.stringify(before) !== JSON.stringify(after)
}
