import { expect, it } from 'vitest'
import { chapterMoment } from '#core/chapters/chapter'
import { readChaptersJson } from '#core/formats/json/chapters-json'
import { readFeed } from '#core/podcasts/read-feed'
import type { Library } from '../library/library.ts'
import {
  begunTranscript,
  openedCalls,
  openedLibrary,
  paragraph,
  speaker,
  temporaryFolder,
} from '../library/testing/fixtures.ts'
import { publishRecording, type ToPublish } from './publish-recording.ts'

/** A recording with a transcript, finished or not, in a library. */
async function opened({ isDone = true } = {}) {
  const folder = temporaryFolder()
  const setUp = openedCalls(folder)
  const { transcriptId, recording } = begunTranscript(setUp, '14: glue')
  setUp.saveSpeakersAndTurns(transcriptId, [speaker('s1', 'Ada')], [], [])
  setUp.putParagraphs(transcriptId, [paragraph('p1', 'They live at Elmwood', 0, { speakerId: 's1' })])
  const track = {
    recordingId: recording.id,
    index: 0,
    durationMs: 3_000,
    sampleCount: 1,
    pcmSha256: '1',
    codec: 'x',
  }
  setUp.saveTrack(track)
  if (isDone) setUp.finishTranscript(transcriptId)
  setUp.store.close()
  return { library: await openedLibrary(folder), transcriptId, recordingId: recording.id }
}

const publish = (library: Library, request: ToPublish) =>
  publishRecording({ library, cacheFolder: '/nowhere' }, request, 'en-GB')

const texts = ({ files }: Awaited<ReturnType<typeof publishRecording>>) =>
  new Map(files.map(({ kind, bytes }) => [kind, new TextDecoder().decode(bytes)]))

it('makes the files of the current transcript, with chapters where there are some', async () => {
  const { library, recordingId } = await opened()
  const without = await publish(library, { recordingId })
  expect(without).toMatchObject({ stem: '14 - glue', language: 'en', leftInSound: null, soundAddress: null })
  expect([...texts(without).keys()]).toEqual(['vtt', 'srt', 'podcast', 'html', 'notes'])
  expect(texts(without).get('html')).toContain(`src="${encodeURIComponent(without.media ?? '')}"`)
  const chapter = { id: 'c1', atMs: 500, title: 'Glue', link: '', picture: '', isListed: true }
  await library.setMoment(recordingId, chapterMoment(chapter))
  const made = texts(await publish(library, { recordingId }))
  expect(readChaptersJson(made.get('chapters') ?? '')).toMatchObject([{ atMs: 500, title: 'Glue' }])
  for (const kind of ['srt', 'vtt', 'podcast', 'html'] as const) expect(made.get(kind)).toContain('Elmwood')
})

it('has the whole recording, as the sound does, where something is cut, and says so; or the cut, once its sound is made', async () => {
  const { library, recordingId } = await opened()
  expect((await publish(library, { recordingId })).hasCut).toBe(false)
  await library.changeCutStretches(recordingId, {
    set: [{ id: 'c1', startMs: 0, endMs: 900, reason: 'person' }],
  })
  const made = await publish(library, { recordingId, cut: false })
  expect(made).toMatchObject({ hasCut: true, isCut: false })
  expect(texts(made).get('srt')).toContain('Elmwood')
  expect((await publish(library, { recordingId })).isCut).toBe(true)
  const ofCut = await publish(library, { recordingId, cut: true })
  expect(ofCut).toMatchObject({
    media: null,
    hasSound: true,
    sound: null,
    leftInSound: null,
    isInFeed: false,
  })
  expect(texts(ofCut).get('html')).not.toContain('<source')
  expect(texts(ofCut).get('vtt')).toContain('the cut: 0:00:02 of 0:00:03')
  const withSound = await publish(library, { recordingId, cut: true, soundName: '14.mp3' })
  expect(withSound).toMatchObject({ media: '14.mp3', sound: { durationMs: 2_900 } })
  expect(texts(withSound).get('html')).toContain('<source src="14.mp3">')
})

it('has the notes as a person edited them, else a draft that follows', async () => {
  const { library, recordingId } = await opened()
  const chapter = { id: 'c1', atMs: 500, title: 'Glue', link: '', picture: '', isListed: true }
  const notes = async () => {
    const made = await publish(library, { recordingId })
    expect(texts(made).get('notes') ?? '').toBe(made.notes.text)
    return made.notes
  }
  expect(await notes()).toMatchObject({
    isEdited: false,
    text: expect.stringMatching(/^# 14: glue\n/u) as string,
  })
  await library.setMoment(recordingId, chapterMoment(chapter))
  expect((await notes()).text).toContain('- 0:00 Glue')
  await library.setShowNotes(recordingId, 'Mine.')
  await library.setMoment(recordingId, chapterMoment({ ...chapter, title: 'Ice' }))
  expect(await notes()).toEqual({ text: 'Mine.', isEdited: true })
  await library.setShowNotes(recordingId, '')
  expect(await notes()).toEqual({ text: '', isEdited: true })
  // Another window has edited them since.
  await library.setShowNotes(recordingId, 'Theirs.')
  expect(await library.setShowNotes(recordingId, 'Mine, old.', 'Mine.')).toBe('Theirs.')
  expect(await library.setShowNotes(recordingId, 'Mine, old.', null)).toBe('Theirs.')
  expect(await notes()).toEqual({ text: 'Theirs.', isEdited: true })
  expect(await library.setShowNotes(recordingId, 'Theirs. And mine.', 'Mine.')).toBeNull()
  expect(await library.setShowNotes(recordingId, 'Shorter.', 'Theirs. And mine.')).toBeNull()
  expect(await notes()).toEqual({ text: 'Shorter.', isEdited: true })
  await library.setShowNotes(recordingId, null)
  expect((await notes()).text).toContain('- 0:00 Ice')
  await expect(library.setShowNotes('other', '')).rejects.toMatchObject({ code: 'recording.unknown' })
})

it('leaves out what is redacted or trimmed, and says that the sound has it', async () => {
  const { library, recordingId, transcriptId } = await opened()
  const word = { fromWordId: 'p1w.3', toWordId: 'p1w.3' }
  const mark = { id: 'm1', kind: 'redaction', ...word, value: null } as const
  await library.applyEdits(
    transcriptId,
    [{ kind: 'set-mark', id: 'e1', mark, near: { startMs: 0, endMs: 0 } }],
    { baseNumber: 0 },
  )
  const made = await publish(library, { recordingId, transcriptId })
  expect(made.leftInSound).toBe('redacted')
  for (const [kind, text] of texts(made)) {
    expect(text).not.toContain('Elmwood')
    if (kind !== 'notes') expect(text).toContain('[redacted]')
  }
  await library.undo(transcriptId, 'u')
  await library.setTrim(recordingId, { startMs: 0, endMs: 900 })
  const part = await publish(library, { recordingId })
  expect(part.leftInSound).toBe('cut')
  expect(texts(part).get('vtt')).not.toContain('Elmwood')
})

it('leaves redacted words out of what the notes take from the feed or the file', async () => {
  const { library, recordingId, transcriptId } = await opened()
  await library.keepTagSource(recordingId, {
    podcast: 'Elmwood weekly',
    publishedAtMs: null,
    notes: 'Life at Elmwood.\n\nMore: https://a.example/elmwood and https://a.example/b',
    link: '',
    people: ['Eve Elmwood', 'Ada'],
    picture: null,
  })
  expect(texts(await publish(library, { recordingId })).get('notes')).toContain('Life at Elmwood.')
  const word = { fromWordId: 'p1w.3', toWordId: 'p1w.3' }
  const mark = { id: 'm1', kind: 'redaction', ...word, value: null } as const
  await library.applyEdits(
    transcriptId,
    [{ kind: 'set-mark', id: 'e1', mark, near: { startMs: 0, endMs: 0 } }],
    { baseNumber: 0 },
  )
  const notes = texts(await publish(library, { recordingId })).get('notes') ?? ''
  expect(notes).not.toMatch(/elmwood|Eve/iu)
  expect(notes).toContain('Ada')
  expect(notes).toContain('https://a.example/b')
})

it('says that captions were moved in time, as the sound is not', async () => {
  const { library, recordingId, transcriptId } = await opened()
  expect((await publish(library, { recordingId })).captionsMoved).toBe(false)
  const timing = { offsetMs: 1_500, ratio: 1 }
  await library.applyEdits(transcriptId, [{ kind: 'set-caption-timing', id: 'e1', timing }], {
    baseNumber: 0,
  })
  expect((await publish(library, { recordingId })).captionsMoved).toBe(true)
})

it('the page plays from the address that was typed, else from that of the feed; of the web only', async () => {
  const { library, recordingId } = await opened()
  const soundAddress = 'https://a.example/14.mp3?from=feed'
  const given = readFeed(
    `<rss><channel><item><enclosure url="${soundAddress}" type="audio/mpeg"/></item></channel></rss>`,
  )
  if (given.kind !== 'feed') throw new Error('this is a feed')
  const read = { feed: given.feed, address: null, etag: null, modified: null, readAtMs: 0 }
  const { id } = await library.putPodcast(read)
  const [episode] = await library.episodes(id)
  const source = { podcast: '', publishedAtMs: null, notes: '', link: '', people: [], picture: null }
  await library.linkEpisode(episode?.id ?? '', recordingId, source)
  const pageFor = async (typed?: string) => {
    const made = await publish(library, { recordingId, soundAddress: typed })
    expect(made.isInFeed).toBe(typed === undefined)
    return [made.soundAddress, /<source src="([^"]*)"/u.exec(texts(made).get('html') ?? '')?.[1]]
  }
  expect(await pageFor()).toEqual([soundAddress, soundAddress])
  const other = 'https://b.example/14.mp3'
  expect(await pageFor(other)).toEqual([other, other])
  const file = encodeURIComponent((await library.recording(recordingId)).fileName)
  expect(await pageFor('')).toEqual([null, file])
  expect(await pageFor('javascript:alert(1)')).toEqual([null, file])
  expect(await pageFor('mailto:a@a.example')).toEqual([null, file])
})

it('of a new sound the times are its own, and it is not the one of the feed', async () => {
  const { library, recordingId } = await opened()
  await library.setTrim(recordingId, { startMs: 500, endMs: 1_500 })
  const chapter = { id: 'c1', atMs: 700, title: 'Glue', link: '', picture: '', isListed: true }
  await library.setMoment(recordingId, chapterMoment(chapter))
  const old = await publish(library, { recordingId })
  const { bytes, fileName } = await library.recording(recordingId)
  expect(old).toMatchObject({ leftInSound: 'cut', isInFeed: false, sound: { name: fileName, bytes } })
  expect(readChaptersJson(texts(old).get('chapters') ?? '')).toMatchObject([{ atMs: 700 }])
  const made = await publish(library, { recordingId, soundName: '14.opus' })
  expect(made).toMatchObject({
    media: '14.opus',
    leftInSound: null,
    isInFeed: false,
    sound: { name: '14.opus', bytes: null, type: 'audio/ogg', durationMs: 1_000 },
  })
  expect(readChaptersJson(texts(made).get('chapters') ?? '')).toMatchObject([{ atMs: 200 }])
  expect(texts(made).get('html')).toContain('<source src="14.opus">')
})

it('says that there is no finished transcript', async () => {
  const { library, recordingId } = await opened({ isDone: false })
  await expect(publish(library, { recordingId })).rejects.toMatchObject({
    code: 'recording.no-transcript',
  })
})
