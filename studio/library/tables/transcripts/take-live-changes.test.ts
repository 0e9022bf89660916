import Database from 'better-sqlite3'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { LiveChange, LiveRecord } from '#core/live-text/live-record'
import { liveLine } from '#core/live-text/testing/live-lines'
import { redactedWords } from '#core/transcript/redacted-words'
import { paragraphText } from '#core/transcript/transcript'
import { keptLiveText } from '../../../live-text/kept-live-text.ts'
import { makeLiveTranscript } from '../../../live-text/live-transcript.ts'
import type { Library } from '../../library.ts'
import { newRecording, openedLibrary } from '../../testing/fixtures.ts'
import { begunTranscriptOf, finishedTranscript, redactWord } from '../../testing/finished-transcript.ts'

const lines = [liveLine(0, 'The fare is late.', 0), liveLine(1, 'Nobody said this.', 30_000)]
const corrections: readonly LiveChange[] = [
  { kind: 'line', lineId: 'live-0', text: 'The fair is late.' },
  { kind: 'line', lineId: 'live-1', text: 'Somebody said this.' },
]

async function recorded(live: LiveRecord, sources = 1) {
  const library = await openedLibrary()
  const { id: recordingId } = await library.addRecorded({
    runningId: 'run',
    recording: newRecording('meeting'),
    facts: {
      startedAtMs: 1e12,
      endedAtMs: 1e12 + 60_000,
      durationMs: 60_000,
      language: 'en',
      people: null,
      type: 'meeting',
      consent: null,
      sources: Array.from({ length: sources }, (_, source) => {
        return { name: `Source ${source}`, role: 'microphone' as const, device: '' }
      }),
    },
    moments: [],
    live,
    isRecovered: false,
  })
  return { library, recordingId }
}

/** Contains only the first line's passage. */
const ofFirst = (key: string) => ({ key, text: 'Well, the fare is too late.' })

const textOf = async (library: Library, id: string): Promise<string> =>
  (await library.transcript(id)).paragraphs.map(paragraphText).join(' ')

it('names and corrections go to the first transcript, each once; what has no place is listed until it is put away', async () => {
  const name: LiveChange = { kind: 'name', source: 0, name: 'Anna', lineIds: null }
  const { library, recordingId } = await recorded({ lines, changes: [...corrections, name] })
  const first = await finishedTranscript(library, recordingId, ofFirst('k1'))
  expect(await textOf(library, first)).toBe('Well, the fair is too late.')
  expect((await library.transcript(first)).speakers).toMatchObject([{ name: 'Anna' }])
  expect(await keptLiveText(library, recordingId)).toEqual({
    canBeTranscript: false,
    lost: {
      corrections: [
        { source: 'Source 0', startMs: 30_000, was: 'Nobody said this.', text: 'Somebody said this.' },
      ],
      names: [],
    },
  })
  const steps = (await library.edits(first)).map(({ stepId }) => stepId)
  expect(steps).toEqual([`live-names.${first}`, `live-text.${first}`])

  // Neither the same transcript, finished again after an interrupted run, nor a later one takes them over.
  await library.finishTranscript(first)
  const later = await finishedTranscript(library, recordingId, ofFirst('k2'))
  expect(await library.edits(first)).toHaveLength(2)
  expect(await library.edits(later)).toEqual([])

  await library.undo(first, 'u1')
  expect(await textOf(library, first)).toBe('Well, the fare is too late.')
  await library.putAwayLostChanges(recordingId)
  expect((await keptLiveText(library, recordingId))?.lost).toEqual({ corrections: [], names: [] })
})

it('a text is finished with what was changed while recording, or not at all', async () => {
  const { library, recordingId } = await recorded({ lines, changes: corrections })
  const first = await begunTranscriptOf(library, recordingId, ofFirst('k1'))
  const database = new Database(path.join(library.folder, 'library.db'))
  database.exec(
    "CREATE TRIGGER ended BEFORE UPDATE ON live_texts BEGIN SELECT raise(ABORT, 'ended here'); END",
  )
  await expect(library.finishTranscript(first)).rejects.toThrow('ended here')
  expect(await library.transcriptFacts(first)).toMatchObject({ state: 'running', editNumber: 0 })
  database.exec('DROP TRIGGER ended')
  database.close()
  await library.finishTranscript(first)
  expect(await textOf(library, first)).toBe('Well, the fair is too late.')
})

it('the text while recording is a transcript with its corrections, or none', async () => {
  const { library, recordingId } = await recorded({ lines, changes: corrections })
  const database = new Database(path.join(library.folder, 'library.db'))
  database.exec("CREATE TRIGGER ended BEFORE INSERT ON edits BEGIN SELECT raise(ABORT, 'ended here'); END")
  await expect(makeLiveTranscript(library, recordingId, '1')).rejects.toThrow('ended here')
  expect(await library.transcriptsOf(recordingId)).toEqual([])
  database.exec('DROP TRIGGER ended')
  database.close()
  const { transcriptId } = await makeLiveTranscript(library, recordingId, '1')
  expect(await textOf(library, transcriptId)).toBe('The fair is late. Somebody said this.')
  expect((await library.edits(transcriptId)).map(({ stepId }) => stepId)).toContain(
    `live-text.${transcriptId}`,
  )
})

it('what a correction writes is redacted where the text before it is', async () => {
  const { library, recordingId } = await recorded({ lines, changes: corrections })
  const { transcriptId } = await makeLiveTranscript(library, recordingId, '1')
  await redactWord(library, transcriptId, 1)
  const first = await finishedTranscript(library, recordingId, { key: 'k1', text: 'The fare is late.' })
  const transcript = await library.transcript(first)
  const redacted = redactedWords(transcript)
  const words = transcript.paragraphs.flatMap((each) => each.words)
  expect(words.filter(({ id }) => redacted.has(id)).map(({ text }) => text)).toEqual(['fair'])
})

it('of several sources, only a transcript of all of them takes them, and none of a part', async () => {
  const { library, recordingId } = await recorded({ lines, changes: corrections }, 2)
  const ofOne = await finishedTranscript(library, recordingId, ofFirst('k1'))
  expect(await library.edits(ofOne)).toEqual([])
  const track = { recordingId, index: 0, durationMs: 60_000, sampleCount: 0 }
  await library.saveTrack({ ...track, pcmSha256: 'pcm', codec: 'flac' })
  const settings = { tracks: 'all', fromMs: 5_000 }
  const ofPart = await finishedTranscript(library, recordingId, { ...ofFirst('k2'), settings })
  expect(await library.edits(ofPart)).toEqual([])
  expect((await library.liveText(recordingId))?.takenBy).toBeNull()
})

it('a recording without such text has none, and one whose text nobody changed is left alone', async () => {
  const { library, recordingId } = await recorded({ lines: [], changes: [] })
  const transcript = await finishedTranscript(library, recordingId, ofFirst('k1'))
  expect(await keptLiveText(library, recordingId)).toBeNull()
  expect(await library.edits(transcript)).toEqual([])
})
