import { Fault } from '#contracts/errors'
import type { VideoFrames } from '#core/frames/video-frames'
import type { StoredFillers } from '#core/transcript/filler-choice'
import type { StoredNumbers } from '#core/transcript/number-choice'
import type { CaptionSettings, CaptionTiming } from '#core/transcript/transcript'
import type { Store } from '../../database/store.ts'
import type { StoredTranscript } from '../../stored-transcript.ts'
import { readMarks } from './marks.ts'
import { readParagraphs } from './paragraphs.ts'
import { readSpeakers, readTurns } from './speakers-and-turns.ts'

interface TranscriptRow extends Pick<StoredTranscript, 'id' | 'recordingId' | 'language' | 'run'> {
  readonly frames: string | null
  readonly captionTiming: string | null
  readonly captionRules: string | null
  readonly fillers: StoredFillers | null
  readonly numbers: StoredNumbers | null
}

/** Only inside `change`: records that the transcript's content has changed. */
export function touchTranscript(store: Store, transcriptId: string): void {
  const changed = store.run('UPDATE transcripts SET version = version + 1 WHERE id = ?', transcriptId)
  if (changed === 0) throw noTranscript(transcriptId)
}

export function readTranscript(store: Store, id: string): StoredTranscript {
  const row = store.row<TranscriptRow>(
    `SELECT id, recording_id AS recordingId, language, run, caption_rules AS captionRules, fillers, numbers,
       caption_timing AS captionTiming,
       (SELECT json_extract(media, '$.frames') FROM recordings WHERE recordings.id = recording_id) AS frames
     FROM transcripts WHERE id = ?`,
    id,
  )
  if (row === undefined) throw noTranscript(id)
  const { frames, captionTiming, captionRules, fillers, numbers, ...transcript } = row
  return {
    ...transcript,
    speakers: readSpeakers(store, id),
    turns: readTurns(store, id),
    paragraphs: readParagraphs(store, id),
    marks: readMarks(store, id),
    ...(frames === null ? {} : { frames: JSON.parse(frames) as VideoFrames }),
    ...(captionTiming === null ? {} : { captionTiming: JSON.parse(captionTiming) as CaptionTiming }),
    ...(captionRules === null ? {} : { captionRules: JSON.parse(captionRules) as CaptionSettings }),
    ...(fillers === null ? {} : { fillers }),
    ...(numbers === null ? {} : { numbers }),
  }
}

/** Only inside `change`. */
export function writeCaptionRules(store: Store, transcriptId: string, rules?: CaptionSettings): void {
  store.run(
    'UPDATE transcripts SET caption_rules = ? WHERE id = ?',
    rules === undefined ? null : JSON.stringify(rules),
    transcriptId,
  )
}

/** Only inside `change`. */
export function writeCaptionTiming(store: Store, transcriptId: string, timing?: CaptionTiming): void {
  store.run(
    'UPDATE transcripts SET caption_timing = ? WHERE id = ?',
    timing === undefined ? null : JSON.stringify(timing),
    transcriptId,
  )
}

/** Only inside `change`. */
export function writeFillers(store: Store, transcriptId: string, fillers?: StoredFillers): void {
  store.run('UPDATE transcripts SET fillers = ? WHERE id = ?', fillers ?? null, transcriptId)
}

/** Only inside `change`. */
export function writeNumbers(store: Store, transcriptId: string, numbers?: StoredNumbers): void {
  store.run('UPDATE transcripts SET numbers = ? WHERE id = ?', numbers ?? null, transcriptId)
}

/** Fault for a deleted transcript; `reference` is the requested id. */
export function noTranscript(transcriptId: string): Fault {
  return new Fault('recording.no-transcript', { reference: transcriptId })
}
