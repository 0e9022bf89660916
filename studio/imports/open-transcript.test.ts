import { copyFile, mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { twoVoicesEn } from '../../cli/testing/speech.ts'
import { Fault } from '#contracts/errors'
import { json } from '#core/formats/json/json'
import { documentOf, sampleDocument } from '#core/formats/testing/sample-document'
import type { DocumentWithExtras } from '#core/formats/format'
import { paragraphText } from '#core/transcript/transcript'
import { transcriptDocument } from '../export/transcript-document.ts'
import { openedLibrary, paragraph, temporaryFolder } from '../library/testing/fixtures.ts'
import type { Library } from '../library/library.ts'
import { sha256OfFile } from '../files/sha256-of-file.ts'
import { PathImports } from './path-imports.ts'

const signal = new AbortController().signal

function textOf(document: DocumentWithExtras): string {
  return json.write?.(document, { speakerLabel: String }).text ?? ''
}

let library: Library
let imports: PathImports
let folder: string
let sound: string
let document: DocumentWithExtras
/** Id of the first speaker. */
let anna: string
beforeEach(async () => {
  const dataFolder = temporaryFolder()
  library = await openedLibrary(dataFolder)
  imports = new PathImports({ library, dataFolder })
  folder = temporaryFolder()
  sound = await sha256OfFile(twoVoicesEn)
  const { recording, transcript } = sampleDocument('fixtures/speech/two-voices-8s-en.json')
  anna = transcript.speakers[0]?.id ?? ''
  document = {
    recording: { ...recording, title: 'The well', fileName: 'well.opus', sha256: sound },
    transcript: { ...transcript, marks: [markOn(transcript.paragraphs[0]?.words[0]?.id ?? '')] },
    extra: {
      document: { 'x-room': 'B 12' },
      recording: { 'x-archive': ['a', 7] },
      [`speaker:${anna}`]: { 'x-mail': 'nora@example.org' },
    },
  }
})

const markOn = (id: string) => ({
  id: 'm1',
  kind: 'comment' as const,
  fromWordId: id,
  toWordId: id,
  value: 'see',
})

async function put(name: string, given: DocumentWithExtras | string): Promise<string> {
  const file = path.join(folder, name)
  await writeFile(file, typeof given === 'string' ? given : textOf(given))
  return file
}
async function add(file: string, copy = false) {
  const { recording, text } = await imports.add(file, { copy, signal })
  const transcript = text === null ? null : text.isNew ? 'new' : 'known'
  return { recording, transcript, corrections: text?.corrections ?? [] }
}
const exported = async (transcriptId: string) => textOf(await transcriptDocument(library, transcriptId))
async function only(recordingId: string): Promise<string> {
  const transcripts = await library.transcriptsOf(recordingId)
  expect(transcripts).toHaveLength(1)
  return transcripts[0]?.id ?? ''
}
const renamed = (title: string): DocumentWithExtras => ({
  ...document,
  transcript: {
    ...document.transcript,
    speakers: document.transcript.speakers.map((each) => ({ ...each, name: title })),
  },
})

describe('a transcript without its sound', () => {
  it('is whole, as long as it says, to be located, and goes out as it came in', async () => {
    const { recording, transcript, corrections } = await add(await put('any name.parolo.json', document))
    expect(transcript).toBe('new')
    expect(corrections).toEqual([])
    expect(recording).toMatchObject({ title: 'The well', fileName: 'well.opus', sha256: sound, bytes: 0 })
    const card = await library.card(recording.id)
    expect(card.durationMs).toBe(document.recording.durationMs)
    expect(card.transcript).toMatchObject({ state: 'done', language: 'en', corrected: false })
    expect(await exported(await only(recording.id))).toBe(textOf(document))
    expect((await library.search(document.transcript.paragraphs[0]?.words[0]?.text ?? '', 5)).length).toBe(1)
  })

  it('gives back what the file said of the recording until a person says otherwise', async () => {
    const words = documentOf([paragraph('p1', 'nothing more')])
    const { recording } = await add(await put('Board.parolo.json', words))
    expect(recording.title).toBe('a b')
    const transcriptId = await only(recording.id)
    expect(await exported(transcriptId)).toBe(textOf(words))
    await library.renameRecording(recording.id, 'The board')
    expect((await transcriptDocument(library, transcriptId)).recording).toMatchObject({
      title: 'The board',
      sha256: '',
    })
  })

  it('keeps its caption rules, with members of them that nobody knows', async () => {
    const captionRules = { preset: 'House', base: 'bbc', names: 'change', changes: { maxLines: 1 } } as const
    const ruled: DocumentWithExtras = {
      ...document,
      transcript: { ...document.transcript, captionRules },
      extra: { ...document.extra, captionRules: { 'x-by': 'Nora' } },
    }
    const { recording } = await add(await put('a.parolo.json', ruled))
    const transcriptId = await only(recording.id)
    expect((await library.transcript(transcriptId)).captionRules).toEqual(captionRules)
    expect(await exported(transcriptId)).toBe(textOf(ruled))
    expect(await exported(transcriptId)).toContain('"x-by":"Nora"')
    expect((await add(await put('b.parolo.json', ruled))).transcript).not.toBe('new')
  })

  it('gives its recording moments, date and place, once, and writes them again with members that nobody knows', async () => {
    const moments = [
      { id: 'm1', kind: 'decision', atMs: 1_000, value: 'Dig' },
      { id: 'm2', kind: 'vote', atMs: 2_000, value: { yes: 3 } },
    ]
    const held: DocumentWithExtras = {
      ...document,
      recording: { ...document.recording, place: 'Barn', moments },
      extra: { ...document.extra, 'moment:m1': { 'x-by': 'Nora' } },
    }
    const file = await put('a.parolo.json', held)
    const { recording } = await add(file)
    const transcriptId = await only(recording.id)
    expect(await exported(transcriptId)).toBe(textOf(held))
    const changed = { id: 'm1', kind: 'decision', atMs: 1_000, value: 'Dig deeper' }
    await library.setMoment(recording.id, changed)
    const events = await library.lastEventNumber()
    expect(await add(file)).toMatchObject({ transcript: 'known' })
    expect(await library.lastEventNumber()).toBe(events)
    expect(await library.moments(recording.id)).toEqual([changed, moments[1]])
    const more = {
      ...held,
      recording: { ...held.recording, date: 'May', moments: [{ ...changed, id: 'm3' }] },
    }
    expect(await add(await put('b.parolo.json', more))).toMatchObject({ transcript: 'known' })
    expect((await library.moments(recording.id)).map(({ id }) => id)).toEqual(['m1', 'm3', 'm2'])
    expect(await library.typedMeeting(recording.id)).toEqual({ date: 'May', place: 'Barn' })
  })

  it('keeps what its edits leave of the members that nobody knows', async () => {
    const { recording } = await add(await put('a.parolo.json', document))
    const transcriptId = await only(recording.id)
    await library.applyEdits(
      transcriptId,
      [{ kind: 'rename-speaker', id: 'e1', speakerId: anna, name: 'Nora' }],
      { baseNumber: 0 },
    )
    const { extra, transcript } = await transcriptDocument(library, transcriptId)
    expect(extra).toEqual(document.extra)
    expect(transcript.speakers.find(({ id }) => id === anna)?.name).toBe('Nora')
  })
})

describe('a transcript with its sound beside it', () => {
  it.each(['well.opus', 'IMG 2041.opus', 'a file without ending'])('finds it as %s', async (name) => {
    await copyFile(twoVoicesEn, path.join(folder, name))
    const given = { ...document.recording, fileName: name.includes('.') ? 'well.opus' : name }
    const file = await put('talk.parolo.json', { ...document, recording: given })
    const { recording } = await add(file)
    expect(recording).toMatchObject({ path: path.join(folder, name), title: 'The well', sha256: sound })
    expect(recording.bytes).toBeGreaterThan(0)
    expect(await exported(await only(recording.id))).toBe(textOf({ ...document, recording: given }))
  })

  it('does not take another of the same name for it', async () => {
    await writeFile(path.join(folder, 'well.opus'), 'something else')
    const { recording } = await add(await put('talk.parolo.json', document))
    expect(recording.bytes).toBe(0)
  })

  it('copies it where the library keeps copies', async () => {
    await copyFile(twoVoicesEn, path.join(folder, 'well.opus'))
    const { recording } = await add(await put('talk.parolo.json', document), true)
    expect(recording.path).toContain(path.join(library.folder, 'media'))
  })

  it('gives a recording that had lost its sound the one that lies there', async () => {
    const file = await put('talk.parolo.json', document)
    await add(file)
    await copyFile(twoVoicesEn, path.join(folder, 'later.opus'))
    const { recording, transcript } = await add(file)
    expect(transcript).toBe('known')
    expect((await library.recording(recording.id)).path).toBe(path.join(folder, 'later.opus'))
  })

  it('looks at nothing outside the folder, whatever the file names', async () => {
    await mkdir(path.join(folder, 'inner'))
    await copyFile(twoVoicesEn, path.join(folder, 'well.opus'))
    const named = { ...document, recording: { ...document.recording, fileName: '../well.opus' } }
    const file = await put('talk.parolo.json', named)
    await rename(file, path.join(folder, 'inner', 'talk.parolo.json'))
    const { recording } = await add(path.join(folder, 'inner', 'talk.parolo.json'))
    expect(recording.bytes).toBe(0)
    expect(recording.path.startsWith(path.join(folder, 'inner'))).toBe(true)
  })
})

describe('a recording that is there already', () => {
  it('gets it as one more transcript, and what is there stays', async () => {
    const first = await add(await put('one.parolo.json', document))
    const firstId = await only(first.recording.id)
    const second = await add(await put('two.parolo.json', renamed('Someone')))
    expect(second).toMatchObject({ recording: { id: first.recording.id }, transcript: 'new' })
    const transcripts = await library.transcriptsOf(first.recording.id)
    expect(transcripts.map(({ current }) => current)).toEqual([false, true])
    expect(await exported(firstId)).toBe(textOf(document))
  })

  it('is as it was after the very same transcript again', async () => {
    const { recording } = await add(await put('one.parolo.json', document))
    await add(await put('two.parolo.json', renamed('Someone')))
    const before = await library.transcriptsOf(recording.id)
    const events = await library.lastEventNumber()
    expect(await add(path.join(folder, 'one.parolo.json'))).toMatchObject({ transcript: 'known' })
    // The same content with a different layout.
    const laidOut = JSON.stringify(JSON.parse(textOf(document)), null, 4)
    expect(await add(await put('three.parolo.json', laidOut))).toMatchObject({ transcript: 'known' })
    expect(await library.transcriptsOf(recording.id)).toEqual(before)
    expect(await library.lastEventNumber()).toBe(events)
  })

  it('has a corrected transcript stay the current one', async () => {
    const { recording } = await add(await put('one.parolo.json', document))
    const corrected = await only(recording.id)
    const name = { kind: 'rename-speaker', id: 'e1', speakerId: anna, name: 'Nora' } as const
    await library.applyEdits(corrected, [name], { baseNumber: 0 })
    await add(await put('two.parolo.json', renamed('Someone')))
    const current = (await library.transcriptsOf(recording.id)).find((each) => each.current)
    expect(current?.id).toBe(corrected)
    // The library also contains the changed text.
    await add(await put('now.parolo.json', await exported(corrected)))
    expect(await library.transcriptsOf(recording.id)).toHaveLength(2)
  })
})

describe('a file that is refused', () => {
  const broken = (change: (text: string) => string) => async () =>
    put('bad.parolo.json', change(textOf(document)))

  it.each<[string, () => Promise<string>, object]>([
    [
      'cut off',
      broken((text) => text.slice(0, text.indexOf('"paragraphs"') + 40)),
      { code: 'transcript.not-whole', values: { file: 'bad.parolo.json', line: expect.any(Number) } },
    ],
    ['empty', broken(() => ''), { code: 'media.empty-file', values: { file: 'bad.parolo.json' } }],
    ['no JSON', broken(() => 'RIFF....WAVE'), { code: 'transcript.not-whole', values: { line: 1 } }],
    ['of another program', broken(() => '{"name": "package"}'), { code: 'transcript.foreign' }],
    [
      'of a newer version',
      broken((text) => text.replace('"version": 1', '"version": 2')),
      { code: 'transcript.newer-version', values: { file: 'bad.parolo.json' } },
    ],
    [
      'wrong in a member',
      broken((text) => text.replace(/("turns": \[\n.*?"startMs":)\d+/u, '$1"noon"')),
      { code: 'transcript.wrong-member', values: { place: 'turns[0].startMs' } },
    ],
    [
      'wrong in the order of its words',
      broken((text) => text.replace(/("words":\[\n.*?"startMs":)\d+(,"endMs":)\d+/u, '$1900$20')),
      { code: 'transcript.wrong-member', values: { place: 'paragraphs[0].words[0]' } },
    ],
  ])('is %s: named with its place, and nothing is in the library', async (_, make, fault) => {
    const file = await make()
    const refused: unknown = await add(file).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Fault)
    expect(refused).toMatchObject(fault)
    expect(await library.recordings()).toEqual([])
  })
})

it('what is said in it is there to read', async () => {
  const { recording } = await add(await put('one.parolo.json', document))
  const { paragraphs } = await library.transcript(await only(recording.id))
  expect(paragraphs.map(paragraphText)).toEqual(document.transcript.paragraphs.map(paragraphText))
})
