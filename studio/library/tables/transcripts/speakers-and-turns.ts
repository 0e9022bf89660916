import type { Speaker, SpeakerSegment } from '#core/transcript/transcript'
import type { Store } from '../../database/store.ts'
import { OF_TRANSCRIPT, type TableDescription } from '../../table-description.ts'

export interface VoicePrint {
  readonly speakerId: string
  readonly print: Float32Array
}

export function readSpeakers(store: Store, transcriptId: string): Speaker[] {
  const rows = store.rows<Omit<Speaker, 'redacted'> & { redacted: number }>(
    `SELECT id, name, colour, group_id AS groupId, redacted FROM speakers WHERE transcript_id = ? ORDER BY position`,
    transcriptId,
  )
  return rows.map(({ redacted, ...speaker }) => (redacted === 1 ? { ...speaker, redacted: true } : speaker))
}

export function readTurns(store: Store, transcriptId: string): SpeakerSegment[] {
  return store.rows<SpeakerSegment>(
    `SELECT speaker_id AS speakerId, start_ms AS startMs, end_ms AS endMs FROM turns
     WHERE transcript_id = ? ORDER BY position`,
    transcriptId,
  )
}

/** Only inside `change`: replaces all speakers. */
export function writeSpeakers(
  store: Store,
  transcriptId: string,
  speakers: readonly Speaker[],
  voicePrint: (speaker: Speaker, index: number) => Uint8Array | null,
): void {
  // Read before the deletion: an embedding may come from a row that it removes.
  const prints = speakers.map(voicePrint)
  store.run('DELETE FROM speakers WHERE transcript_id = ?', transcriptId)
  for (const [index, { id, name, colour, groupId, redacted }] of speakers.entries()) {
    store.run(
      `INSERT INTO speakers (transcript_id, id, position, name, colour, group_id, voice_print, redacted)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      transcriptId,
      id,
      index,
      name,
      colour,
      groupId,
      prints[index] ?? null,
      redacted === true ? 1 : 0,
    )
  }
}

/** Only inside `change`. */
export function writeTurns(store: Store, transcriptId: string, turns: readonly SpeakerSegment[]): void {
  store.run('DELETE FROM turns WHERE transcript_id = ?', transcriptId)
  for (const [index, { speakerId, startMs, endMs }] of turns.entries()) {
    store.run('INSERT INTO turns VALUES (?, ?, ?, ?, ?)', transcriptId, index, speakerId, startMs, endMs)
  }
}

/** Speakers, with stored names for those without one; redacted voices stay redacted. */
export function keepNames(store: Store, transcriptId: string, speakers: readonly Speaker[]): Speaker[] {
  const stored = new Map(readSpeakers(store, transcriptId).map((speaker) => [speaker.id, speaker]))
  return speakers.map((speaker) => {
    const before = stored.get(speaker.id)
    const named = { ...speaker, name: speaker.name ?? before?.name ?? null }
    return before?.redacted === true ? { ...named, redacted: true } : named
  })
}

export function readVoicePrints(store: Store, transcriptId: string): VoicePrint[] {
  const rows = store.rows<{ speakerId: string; bytes: Uint8Array }>(
    `SELECT id AS speakerId, voice_print AS bytes FROM speakers
     WHERE transcript_id = ? AND voice_print IS NOT NULL ORDER BY position`,
    transcriptId,
  )
  // Copied because a row's bytes need not be aligned for a Float32Array.
  return rows.map(({ speakerId, bytes }) => ({
    speakerId,
    print: new Float32Array(Uint8Array.from(bytes).buffer),
  }))
}

export const speakersTable: TableDescription = {
  name: 'speakers',
  ...OF_TRANSCRIPT,
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: 'speaker',
}

export const turnsTable: TableDescription = {
  name: 'turns',
  ...OF_TRANSCRIPT,
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}
