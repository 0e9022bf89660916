import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { chapterMoment } from '#core/chapters/chapter'
import { usualSound } from '#core/formats/sounds/sound-files'
import { cutDocument } from '#core/cut/cut-document'
import { openLibrary } from '../library/open.ts'
import type { Library } from '../library/library.ts'
import { ffmpeg, lavfi } from '../sound/captioned/testing/films.ts'
import { described } from '../sound/sound-file/testing/sound-files.ts'
import { openedService, temporaryFolder } from '../testing/opened-service.ts'
import { makeSoundFile, type SoundOfCut } from './sound-file.ts'
import { transcriptDocument } from './transcript-document.ts'

const { signal } = new AbortController()
const vtt =
  'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Nora>Hello there.\n\n00:02.500 --> 00:03.500\n<v Idris>Hello.\n'
let folder = ''
let library: Library
let recordingId = ''

/** A tone of 4 s with captions of two speakers, and three chapters. */
beforeEach(async () => {
  folder = await temporaryFolder()
  await ffmpeg(lavfi('sine=duration=4:sample_rate=44100'), path.join(folder, 'talk.wav'))
  await writeFile(path.join(folder, 'talk.vtt'), vtt)
  const home = path.join(folder, 'library')
  const opened = await openedService(home)
  recordingId = (await opened.page().call('recordings.add', { path: path.join(folder, 'talk.vtt') }))
    .recordingId
  await opened.close()
  library = await openLibrary(home)
  const chapter = { link: '', picture: '', isListed: true }
  for (const [id, atMs] of [
    ['One', 0],
    ['Two', 1_500],
    ['Three', 3_000],
  ] as const)
    await library.setMoment(recordingId, chapterMoment({ ...chapter, id, atMs, title: id }))
  return () => library.close()
})

async function made({ cut, from = library }: { readonly cut?: SoundOfCut; readonly from?: Library } = {}) {
  const [transcript] = await library.transcriptsOf(recordingId)
  const document = await transcriptDocument(library, transcript?.id ?? '')
  const output = path.join(folder, 'made.mp3')
  const wanted = cut === undefined ? {} : { cut }
  await makeSoundFile(from, document, 'mp3', output, usualSound, { signal, ...wanted })
  const { format, chapters, streams } = await described(output)
  return {
    seconds: Number(format.duration),
    tags: format.tags ?? {},
    pictures: streams.filter(({ disposition }) => disposition.attached_pic === 1).length,
    chapters: chapters.map(({ start_time, tags }) => [tags?.title, Number(start_time)]),
  }
}

it('a file of sound has the title, speakers, typed date and chapters of its recording', async () => {
  await library.setTypedMeeting(recordingId, { date: '2026-03-04', place: '' })
  const { seconds, tags, chapters } = await made()
  expect(seconds).toBeCloseTo(4, 1)
  expect(tags).toMatchObject({ title: 'talk', artist: 'Nora, Idris', date: '2026-03-04' })
  expect(chapters).toEqual([['One', 0], ['Two', 1.5], ['Three', 3]]) // prettier-ignore
})

it('of a trimmed recording is its part, with chapters on its own time', async () => {
  await library.setTrim(recordingId, { startMs: 1_000, endMs: 3_500 })
  const { seconds, chapters } = await made()
  expect(seconds).toBeCloseTo(2.5, 1)
  expect(chapters).toEqual([['Two', 0.5], ['Three', 2]]) // prettier-ignore
})

it('of the cut has the spans that are kept, with the chapters of its document', async () => {
  const [transcript] = await library.transcriptsOf(recordingId)
  const document = await transcriptDocument(library, transcript?.id ?? '')
  const spans = [
    { startSample: 2_000, endSample: 2_500 },
    { startSample: 2_600, endSample: 3_000 },
  ]
  const kept = { rate: 1_000, lengthSamples: 4_000, spans }
  const { seconds, chapters } = await made({ cut: { kept, document: cutDocument(document, kept).document } })
  expect(seconds).toBeCloseTo(0.9, 1)
  // The second begins with the word that is left, at 2.5 s; no word follows the third.
  expect(chapters).toEqual([['Two', 0.5]])
})

it('of an episode has its podcast, day and cover', async () => {
  const cover = path.join(folder, 'cover.jpg')
  await ffmpeg(lavfi('color=red:size=64x64'), ['-frames:v', '1', cover])
  const source = {
    podcast: 'Mending',
    publishedAtMs: new Date(2026, 1, 3, 12).getTime(),
    picture: await readFile(cover),
    notes: '',
    link: '',
  }
  const { tags, pictures } = await made({
    from: new Proxy(library, {
      get: (target, name) =>
        name === 'recordingSource' ? () => Promise.resolve(source) : (Reflect.get(target, name) as unknown),
    }),
  })
  expect(tags).toMatchObject({ album: 'Mending', date: '2026-02-03' })
  expect(pictures).toBe(1)
})

it('leaves redacted words out of the name of its podcast', async () => {
  const source = { publishedAtMs: null, picture: null, notes: '', link: '', people: [] }
  await library.keepTagSource(recordingId, { ...source, podcast: 'Hello there, daily' })
  const [facts] = await library.transcriptsOf(recordingId)
  const id = facts?.id ?? ''
  const { paragraphs } = await library.transcript(id)
  const there = paragraphs[0]?.words[1]?.id ?? ''
  const mark = { id: 'm1', kind: 'redaction', fromWordId: there, toWordId: there, value: null } as const
  const edit = { kind: 'set-mark', id: 'e1', mark, near: { startMs: 0, endMs: 0 } } as const
  await library.applyEdits(id, [edit], { baseNumber: 0 })
  expect((await made()).tags).toMatchObject({ album: 'Hello [redacted], daily' })
})

it('of a recording that was moved is not made, and that is said', async () => {
  await rename(path.join(folder, 'talk.wav'), path.join(folder, 'moved.wav'))
  await expect(made()).rejects.toMatchObject({ code: 'media.moved' })
})
