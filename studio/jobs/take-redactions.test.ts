import { expect, it } from 'vitest'
import { redactedWords } from '#core/transcript/redacted-words'
import { paragraphText } from '#core/transcript/transcript'
import { transcriptDocument } from '../export/transcript-document.ts'
import type { Library } from '../library/library.ts'
import { newRecording, openedLibrary, paragraph, run, speaker } from '../library/testing/fixtures.ts'
import { openedService } from '../testing/opened-service.ts'
import { takeRedactions } from './take-redactions.ts'

const { path, fileName, title, bytes, mtimeMs, sha256 } = newRecording('meeting')
const facts = { title, fileName, sha256, durationMs: 60_000 }

async function transcribed(library: Library, key: string, text: string): Promise<string> {
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
      paragraphs: [paragraph(`p-${key}`, text, 0, { speakerId: 's1' })],
      marks: [],
    },
    members: { extra: {}, facts: { given: facts, kept: facts } },
  })
  return transcriptId
}

it('redacts in a new transcript what is redacted in the former one, once', async () => {
  const library = await openedLibrary()
  const former = await transcribed(library, 'a', 'Well, Johnsmith is late.')
  const [, name] = (await library.transcript(former)).paragraphs[0]?.words ?? []
  const mark = { id: 'm', kind: 'redaction' as const, value: null }
  const place = { fromWordId: name?.id ?? '', toWordId: name?.id ?? '' }
  await library.applyEdits(former, [{ kind: 'set-mark', id: 'e', mark: { ...mark, ...place } }], {
    baseNumber: 0,
    stepId: 's',
  })
  const newer = await transcribed(library, 'b', 'Well, Jonsmyth is late.')
  const { recordingId } = await library.transcript(newer)
  const redacted = async (): Promise<string[]> => {
    const transcript = await library.transcript(newer)
    const ids = redactedWords(transcript)
    return transcript.paragraphs.flatMap(({ words }) =>
      words.flatMap(({ id, text }) => (ids.has(id) ? [text] : [])),
    )
  }
  await takeRedactions(library, recordingId, newer)
  expect(await redacted()).toEqual(['Jonsmyth'])
  await takeRedactions(library, recordingId, newer)
  expect(await redacted()).toEqual(['Jonsmyth'])
})

it('makes no step where nothing is redacted', async () => {
  const library = await openedLibrary()
  await transcribed(library, 'a', 'Well, Johnsmith is late.')
  const newer = await transcribed(library, 'b', 'Well, Jonsmyth is late.')
  const { recordingId } = await library.transcript(newer)
  await takeRedactions(library, recordingId, newer)
  expect((await library.transcript(newer)).marks).toEqual([])
})

it('redacts in an older transcript, once a person chooses it, what was redacted in a newer one', async () => {
  const { service, page } = await openedService()
  const { library } = service.studio
  const older = await transcribed(library, 'a', 'Well, Jonsmyth is late.')
  const newer = await transcribed(library, 'b', 'Well, Johnsmith is late.')
  const redact = async (transcriptId: string, at: number): Promise<void> => {
    const id = (await library.transcript(transcriptId)).paragraphs[0]?.words[at]?.id ?? ''
    const mark = { id: `m${at}`, kind: 'redaction' as const, value: null, fromWordId: id, toWordId: id }
    const edit = { kind: 'set-mark' as const, id: `e${at}`, mark }
    await library.applyEdits(transcriptId, [edit], { baseNumber: 0, stepId: `s${at}` })
  }
  // Something is redacted in the older one, too.
  await redact(older, 3)
  await redact(newer, 1)
  await page().call('transcripts.makeNewest', { transcriptId: older })
  const current = (await library.transcriptsOf((await library.transcript(older)).recordingId)).find(
    (each) => each.current,
  )
  expect(current?.id).toBe(older)
  const { transcript } = await transcriptDocument(library, older)
  expect(transcript.paragraphs.map(paragraphText)).toEqual(['Well, [redacted] is [redacted].'])
})
