import Database from 'better-sqlite3'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { redactedWords } from '#core/transcript/redacted-words'
import { paragraphText, type Transcript } from '#core/transcript/transcript'
import { transcriptDocument } from '../../../export/transcript-document.ts'
import { openedService } from '../../../testing/opened-service.ts'
import type { Library } from '../../library.ts'
import { newRecording, openedLibrary, paragraph, run, speaker } from '../../testing/fixtures.ts'
import { begunTranscriptOf, finishedTranscript, redactWord } from '../../testing/finished-transcript.ts'

const FORMER = { key: 'a', text: 'Well, Johnsmith is late.' }
const NEWER = { key: 'b', text: 'Well, Jonsmyth is late.' }

/** A recording whose only transcript has its second word redacted. */
async function redacted(library: Library) {
  const recording = await library.addRecording(newRecording('meeting'))
  const former = await finishedTranscript(library, recording.id, FORMER)
  await redactWord(library, former, 1)
  return { recording, former }
}

/** The newer text, as imported from a file. */
const imported = (recording = newRecording('meeting')) => {
  const { title, fileName, sha256 } = recording
  const facts = { title, fileName, sha256, durationMs: 60_000 }
  const transcript: Transcript = {
    id: '',
    recordingId: '',
    language: 'en',
    run: { ...run, settings: { track: 0 } },
    speakers: [speaker('s1')],
    turns: [],
    paragraphs: [paragraph('p-b', NEWER.text, 0, { speakerId: 's1' })],
    marks: [],
  }
  const members = { extra: {}, facts: { given: facts, kept: facts } }
  return { recording, track: { index: 0, durationMs: 60_000 }, transcript, members }
}

const hidden = async (library: Library, id: string): Promise<string[]> => {
  const transcript = await library.transcript(id)
  const ids = redactedWords(transcript)
  return transcript.paragraphs.flatMap(({ words }) =>
    words.flatMap((word) => (ids.has(word.id) ? [word.text] : [])),
  )
}

const currentOf = async (library: Library, recordingId: string): Promise<string | undefined> =>
  (await library.transcriptsOf(recordingId)).find(({ current }) => current)?.id

/** Every edit fails from now on: simulates a program that ends there. */
function failEdits({ folder }: Library): void {
  const database = new Database(path.join(folder, 'library.db'))
  database.exec("CREATE TRIGGER ended BEFORE INSERT ON edits BEGIN SELECT raise(ABORT, 'ended here'); END")
  database.close()
}

describe('what is redacted in the newest redacted transcript', () => {
  it('is redacted in a new one as soon as it is finished, once', async () => {
    const library = await openedLibrary()
    const { recording } = await redacted(library)
    const newer = await finishedTranscript(library, recording.id, NEWER)
    expect(await hidden(library, newer)).toEqual(['Jonsmyth'])
    await library.finishTranscript(newer)
    await library.makeNewest(newer)
    expect(await library.edits(newer)).toHaveLength(1)
    await library.undo(newer, 'u1')
    expect(await hidden(library, newer)).toEqual([])
  })

  it('is redacted in one of a file with its import', async () => {
    const library = await openedLibrary()
    await redacted(library)
    const { transcriptId } = await library.importTranscript({ ...imported(), settingsKey: 'file' })
    expect(await hidden(library, transcriptId)).toEqual(['Jonsmyth'])
  })

  it('is never read without: a program that ends there has neither finished nor imported the text', async () => {
    const library = await openedLibrary()
    const { recording, former } = await redacted(library)
    const newer = await begunTranscriptOf(library, recording.id, NEWER)
    failEdits(library)
    await expect(library.finishTranscript(newer)).rejects.toThrow('ended here')
    await expect(library.importTranscript({ ...imported(), settingsKey: 'file' })).rejects.toThrow(
      'ended here',
    )
    expect(await currentOf(library, recording.id)).toBe(former)
    expect((await library.transcriptsOf(recording.id)).map(({ state }) => state)).toEqual(['done', 'running'])
  })

  it('is joined by what was redacted in one that was never finished', async () => {
    const library = await openedLibrary()
    const { recording } = await redacted(library)
    const begun = await begunTranscriptOf(library, recording.id, {
      key: 'c',
      text: 'Well, Jonsmyth is late.',
    })
    await redactWord(library, begun, 3)
    const newer = await finishedTranscript(library, recording.id, NEWER)
    expect(await hidden(library, newer)).toEqual(['Jonsmyth', 'late.'])
  })

  it('makes no step where nothing is', async () => {
    const library = await openedLibrary()
    const { id } = await library.addRecording(newRecording('meeting'))
    await finishedTranscript(library, id, FORMER)
    const newer = await finishedTranscript(library, id, NEWER)
    expect(await library.edits(newer)).toEqual([])
  })

  it('takes the place of no corrected text', async () => {
    const library = await openedLibrary()
    const { recording, former } = await redacted(library)
    const newer = await finishedTranscript(library, recording.id, NEWER)
    expect(await currentOf(library, recording.id)).toBe(former)
    expect((await library.transcriptFacts(newer))?.corrected).toBe(false)
    expect((await library.card(recording.id)).transcript?.id).toBe(former)
    // Once a person edits it, it becomes current.
    await library.applyEdits(
      newer,
      [{ kind: 'replace-text', id: 'typed', paragraphId: 'p-b', text: 'Well, Jonsmyth is here.' }],
      { baseNumber: 0 },
    )
    expect(await currentOf(library, recording.id)).toBe(newer)
  })
})

it('captions that become one with a redacted recording are redacted, also if they have redactions of their own', async () => {
  const library = await openedLibrary()
  const { recording, former } = await redacted(library)
  const alone = { ...newRecording('captions', { bytes: 0 }) }
  const first = await library.importTranscript({ ...imported(alone), settingsKey: 'one' })
  const second = await library.importTranscript({ ...imported(alone), settingsKey: 'two' })
  await redactWord(library, second.transcriptId, 3)
  await library.moveToRecording(first.recordingId, recording.id)
  expect(await currentOf(library, recording.id)).toBe(second.transcriptId)
  expect(await hidden(library, second.transcriptId)).toEqual(['Jonsmyth', 'late.'])
  expect(await hidden(library, first.transcriptId)).toEqual(['Jonsmyth', 'late.'])
  // Until it is chosen, it has only its own.
  expect(await hidden(library, former)).toEqual(['Johnsmith'])
  await library.chooseTranscript(former)
  expect(await hidden(library, former)).toEqual(['Johnsmith', 'late.'])
})

it('what is redacted in captions is redacted in the transcript that stays the current one of their recording', async () => {
  const library = await openedLibrary()
  const { id } = await library.addRecording(newRecording('meeting'))
  const chosen = await finishedTranscript(library, id, FORMER)
  await library.chooseTranscript(chosen)
  const alone = { ...newRecording('captions', { bytes: 0 }) }
  const captions = await library.importTranscript({ ...imported(alone), settingsKey: 'one' })
  await redactWord(library, captions.transcriptId, 1)
  await library.moveToRecording(captions.recordingId, id)
  expect(await currentOf(library, id)).toBe(chosen)
  expect(await hidden(library, chosen)).toEqual(['Johnsmith'])
})

it('results of an archive are redacted as they are gathered, and counted as they are', async () => {
  const library = await openedLibrary()
  const { recording, former } = await redacted(library)
  const { sha256 } = recording
  const about = { sha256, key: 'k', fileKey: 'file:k', tags: [], date: '' }
  expect(await library.gatherResults([{ ...about, imported: imported() }])).toBe(1)
  const gathered = (await library.transcriptsOf(recording.id)).at(-1)?.id ?? ''
  expect(await hidden(library, gathered)).toEqual(['Jonsmyth'])
  // A person's text stays current.
  expect(await currentOf(library, recording.id)).toBe(former)
  await library.chooseTranscript(gathered)
  expect((await library.card(recording.id)).transcript?.words).toBe(4)
})

it('redacts in an older transcript, once a person chooses it, what was redacted in a newer one', async () => {
  const { service, page } = await openedService()
  const { library } = service.studio
  const { id } = await library.addRecording(newRecording('meeting'))
  const older = await finishedTranscript(library, id, NEWER)
  const newer = await finishedTranscript(library, id, FORMER)
  // The older one is redacted too.
  await redactWord(library, older, 3)
  await redactWord(library, newer, 1)
  await page().call('transcripts.makeNewest', { transcriptId: older })
  expect(await currentOf(library, id)).toBe(older)
  const { transcript } = await transcriptDocument(library, older)
  expect(transcript.paragraphs.map(paragraphText)).toEqual(['Well, [redacted] is [redacted].'])
})
