import { expect, it } from 'vitest'
import type { LiveChange, LiveRecord } from '#core/live-text/live-record'
import { liveLine } from '#core/live-text/testing/live-lines'
import { paragraphText } from '#core/transcript/transcript'
import type { Library } from '../library/library.ts'
import { newRecording, openedLibrary, paragraph, run, speaker } from '../library/testing/fixtures.ts'
import { keptLiveText } from '../live-text/kept-live-text.ts'
import { takeLiveChanges } from './take-live-changes.ts'

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

/** A transcript of the recording, that has only the first line's passage. */
async function transcribed(library: Library, recordingId: string, key: string): Promise<string> {
  const { path, fileName, title, bytes, mtimeMs, sha256 } = await library.recording(recordingId)
  const { transcriptId } = await library.importTranscript({
    recording: { path, fileName, title, bytes, mtimeMs, sha256 },
    track: { index: 0, durationMs: 60_000 },
    settingsKey: key,
    transcript: {
      id: '',
      recordingId: '',
      language: 'en',
      run: { ...run, settings: { track: 0 } },
      speakers: [speaker('s1')],
      turns: [],
      paragraphs: [paragraph('p1', 'Well, the fare is too late.', 0, { speakerId: 's1' })],
      marks: [],
    },
    members: { extra: {}, facts: { given: facts, kept: facts } },
  })
  return transcriptId
}
const facts = { title: 'meeting', fileName: 'meeting.mp3', sha256: '', durationMs: 60_000 }

const textOf = async (library: Library, id: string): Promise<string> =>
  (await library.transcript(id)).paragraphs.map(paragraphText).join(' ')

it('names and corrections go to the first transcript, each once; what has no place is listed until it is put away', async () => {
  const name: LiveChange = { kind: 'name', source: 0, name: 'Anna', lineIds: null }
  const { library, recordingId } = await recorded({ lines, changes: [...corrections, name] })
  const first = await transcribed(library, recordingId, 'k1')
  await takeLiveChanges(library, recordingId, first)
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

  // Neither the same transcript again, as after an interrupted run, nor a later one takes them.
  const later = await transcribed(library, recordingId, 'k2')
  await takeLiveChanges(library, recordingId, first)
  await takeLiveChanges(library, recordingId, later)
  expect(await library.edits(first)).toHaveLength(2)
  expect(await library.edits(later)).toEqual([])

  await library.undo(first, 'u1')
  expect(await textOf(library, first)).toBe('Well, the fare is too late.')
  await library.putAwayLostChanges(recordingId)
  expect((await keptLiveText(library, recordingId))?.lost).toEqual({ corrections: [], names: [] })
})

it('of several sources, only a transcript of all of them takes them', async () => {
  const { library, recordingId } = await recorded({ lines, changes: corrections }, 2)
  const ofOne = await transcribed(library, recordingId, 'k1')
  await takeLiveChanges(library, recordingId, ofOne)
  expect(await library.edits(ofOne)).toEqual([])
  expect((await library.liveText(recordingId))?.takenBy).toBeNull()
})

it('a recording without such text has none, and one whose text nobody changed is left alone', async () => {
  const { library, recordingId } = await recorded({ lines: [], changes: [] })
  const transcript = await transcribed(library, recordingId, 'k1')
  await takeLiveChanges(library, recordingId, transcript)
  expect(await keptLiveText(library, recordingId)).toBeNull()
  expect(await library.edits(transcript)).toEqual([])
})
