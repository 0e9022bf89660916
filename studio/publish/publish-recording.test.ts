import { expect, it } from 'vitest'
import { chapterMoment } from '#core/chapters/chapter'
import { readChaptersJson } from '#core/formats/json/chapters-json'
import { readFeed } from '#core/podcasts/read-feed'
import {
  begunTranscript,
  openedCalls,
  openedLibrary,
  paragraph,
  speaker,
  temporaryFolder,
} from '../library/testing/fixtures.ts'
import { publishRecording } from './publish-recording.ts'

/** A recording with a transcript, finished or not, in a library. */
async function opened({ isDone = true } = {}) {
  const folder = temporaryFolder()
  const setUp = openedCalls(folder)
  const { transcriptId, recording } = begunTranscript(setUp, '14: glue')
  setUp.saveSpeakersAndTurns(transcriptId, [speaker('s1', 'Ada')], [], [])
  setUp.putParagraphs(transcriptId, [paragraph('p1', 'They live at Elmwood', 0, { speakerId: 's1' })])
  if (isDone) setUp.finishTranscript(transcriptId)
  setUp.store.close()
  return { library: await openedLibrary(folder), transcriptId, recordingId: recording.id }
}

const texts = ({ files }: Awaited<ReturnType<typeof publishRecording>>) =>
  new Map(files.map(({ kind, bytes }) => [kind, new TextDecoder().decode(bytes)]))

it('makes the files of the current transcript, with chapters where there are some', async () => {
  const { library, recordingId } = await opened()
  const without = await publishRecording(library, { recordingId })
  expect(without).toMatchObject({ stem: '14- glue', language: 'en', leftInSound: null, soundAddress: null })
  expect([...texts(without).keys()]).toEqual(['vtt', 'srt', 'podcast', 'html'])
  expect(texts(without).get('html')).toContain(`src="${encodeURIComponent(without.media ?? '')}"`)
  const chapter = { id: 'c1', atMs: 500, title: 'Glue', link: '', picture: '', isListed: true }
  await library.setMoment(recordingId, chapterMoment(chapter))
  const made = texts(await publishRecording(library, { recordingId }))
  expect(readChaptersJson(made.get('chapters') ?? '')).toMatchObject([{ atMs: 500, title: 'Glue' }])
  for (const kind of ['srt', 'vtt', 'podcast', 'html'] as const) expect(made.get(kind)).toContain('Elmwood')
})

it('has the whole recording, as the sound does, where something is cut, and says so', async () => {
  const { library, recordingId } = await opened()
  expect((await publishRecording(library, { recordingId })).hasCut).toBe(false)
  await library.changeCutStretches(recordingId, {
    set: [{ id: 'c1', startMs: 0, endMs: 900, reason: 'person' }],
  })
  const made = await publishRecording(library, { recordingId })
  expect(made.hasCut).toBe(true)
  expect(texts(made).get('srt')).toContain('Elmwood')
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
  const made = await publishRecording(library, { recordingId, transcriptId })
  expect(made.leftInSound).toBe('redacted')
  for (const text of texts(made).values()) {
    expect(text).not.toContain('Elmwood')
    expect(text).toContain('[redacted]')
  }
  await library.undo(transcriptId, 'u')
  await library.setTrim(recordingId, { startMs: 0, endMs: 900 })
  const part = await publishRecording(library, { recordingId })
  expect(part.leftInSound).toBe('cut')
  expect(texts(part).get('vtt')).not.toContain('Elmwood')
})

it('says that captions were moved in time, as the sound is not', async () => {
  const { library, recordingId, transcriptId } = await opened()
  expect((await publishRecording(library, { recordingId })).captionsMoved).toBe(false)
  const timing = { offsetMs: 1_500, ratio: 1 }
  await library.applyEdits(transcriptId, [{ kind: 'set-caption-timing', id: 'e1', timing }], {
    baseNumber: 0,
  })
  expect((await publishRecording(library, { recordingId })).captionsMoved).toBe(true)
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
    const made = await publishRecording(library, { recordingId, soundAddress: typed })
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
  const old = await publishRecording(library, { recordingId })
  const { bytes, fileName } = await library.recording(recordingId)
  expect(old).toMatchObject({ leftInSound: 'cut', isInFeed: false, sound: { name: fileName, bytes } })
  expect(readChaptersJson(texts(old).get('chapters') ?? '')).toMatchObject([{ atMs: 700 }])
  const made = await publishRecording(library, { recordingId, soundName: '14.opus' })
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
  await expect(publishRecording(library, { recordingId })).rejects.toMatchObject({
    code: 'recording.no-transcript',
  })
})
