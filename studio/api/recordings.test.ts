import { findDoubts } from '#core/doubt/doubts'
import type { DoubtEvidence } from '#core/doubt/evidence'
import { checkedPlaces, placesToCheck } from '#core/doubt/places-to-check'
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ffmpeg } from '../../cli/testing/ffmpeg.ts'
import { oneVoiceEn, twoVoicesEn } from '../../cli/testing/speech.ts'
import { newRecording, paragraph, run, sha256Of, speaker } from '../library/testing/fixtures.ts'
import { openedService, temporaryFolder } from '../testing/opened-service.ts'
import { Refused } from './testing/direct-page.ts'

const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'answered',
    (error: unknown) => (error instanceof Refused ? error.error.code : String(error)),
  )

/** A recording of the library with a transcript of these words, as a job leaves it. */
async function written(
  library: Awaited<ReturnType<typeof openedService>>['service']['studio']['library'],
  name: string,
) {
  const recording = await library.addRecording(newRecording(name))
  const job = await library.requestJob({
    recordingId: recording.id,
    kind: 'transcribe',
    settings: {},
    settingsKey: 'k',
  })
  const { id } = await library.startTranscript({
    recordingId: recording.id,
    jobId: job.id,
    language: 'en',
    run,
    settingsKey: 'k',
  })
  const speakers = [speaker('s1', 'Ada'), speaker('s2')]
  const turns = [
    { speakerId: 's1', startMs: 0, endMs: 900 },
    { speakerId: 's2', startMs: 1_000, endMs: 1_900 },
  ]
  await library.saveSpeakersAndTurns(id, speakers, turns, [])
  return { recordingId: recording.id, transcriptId: id }
}

describe('adding', () => {
  it('by a path refers to the file, and tells what is in it before it is decoded', async () => {
    const { page } = await openedService()
    const window = page()
    const { recordingId } = await window.call('recordings.add', { path: twoVoicesEn })
    const card = await window.call('recordings.get', { recordingId })
    expect(card).toMatchObject({
      title: 'two-voices-8s-en',
      fileName: 'two-voices-8s-en.opus',
      path: twoVoicesEn,
      durationMs: null,
      hasVideo: false,
      playable: false,
      missing: false,
      transcript: null,
      job: null,
    })
    const details = await window.call('recordings.details', { recordingId })
    expect(details).toMatchObject({
      tracks: [{ index: 0, codec: 'opus', channels: 1 }],
      folder: path.dirname(twoVoicesEn),
    })
    expect(await window.call('recordings.add', { path: twoVoicesEn })).toEqual({
      recordingId,
      transcript: null,
    })
    expect(await window.call('recordings.list', {})).toHaveLength(1)
  })

  it('tells a video from sound with a cover picture', async () => {
    const folder = await temporaryFolder()
    const [video, cover] = [path.join(folder, 'film.mp4'), path.join(folder, 'song.mp3')]
    const picture = path.join(folder, 'cover.png')
    await ffmpeg(
      '-f',
      'lavfi',
      '-i',
      'testsrc=d=1:s=64x48:r=5',
      '-i',
      twoVoicesEn,
      '-shortest',
      '-c:v',
      'mpeg4',
      video,
    )
    await ffmpeg('-f', 'lavfi', '-i', 'color=red:s=64x64', '-frames:v', '1', picture)
    await ffmpeg(
      ['-i', twoVoicesEn, '-i', picture, '-map', '0:a', '-map', '1:v'],
      ['-disposition:v', 'attached_pic', cover],
    )
    const { page } = await openedService()
    const window = page()
    const hasVideo = async (file: string) => {
      const { recordingId } = await window.call('recordings.add', { path: file })
      return (await window.call('recordings.get', { recordingId })).hasVideo
    }
    expect([await hasVideo(video), await hasVideo(cover)]).toEqual([true, false])
  })

  it('as a copy keeps the file in the library, and it goes with its recording', async () => {
    const folder = await temporaryFolder()
    const file = path.join(folder, 'talk.opus')
    await copyFile(twoVoicesEn, file)
    const { page, folder: home } = await openedService()
    const window = page()
    await window.call('program.setPreferences', { copyOriginals: true })
    const { recordingId } = await window.call('recordings.add', { path: file })
    await rm(file)
    const card = await window.call('recordings.get', { recordingId })
    expect(card).toMatchObject({ missing: false, path: null, fileName: 'talk.opus' })
    expect(await window.call('recordings.deletion', { recordingId })).toMatchObject({ originalGoes: true })
    expect(await window.call('recordings.delete', { recordingId })).toEqual({ files: 1 })
    expect(await readdir(path.join(home, 'media'))).toEqual([])
  })

  it('the sample gives it its own name once, which a person may change', async () => {
    const { page } = await openedService()
    const window = page()
    const { recordingId } = await window.call('recordings.addSample', { language: 'fr' })
    const title = async () => (await window.call('recordings.get', { recordingId })).title
    expect(await title()).toBe('Conversation d’exemple')
    await window.call('recordings.rename', { recordingId, title: 'À moi' })
    expect(await window.call('recordings.addSample', { language: 'fr' })).toEqual({ recordingId })
    expect(await title()).toBe('À moi')
  })

  it('what is no recording says why', async () => {
    const folder = await temporaryFolder()
    const text = path.join(folder, 'notes.txt')
    await writeFile(text, 'no sound')
    const { page } = await openedService()
    expect(await codeOf(page().call('recordings.add', { path: text }))).toMatch(/^media\./u)
    expect(await codeOf(page().call('recordings.add', { path: path.join(folder, 'none') }))).toBe(
      'media.not-found',
    )
  })
})

describe('an original that has moved', () => {
  it('is missing until it is located, and only by its own content', async () => {
    const folder = await temporaryFolder()
    const [before, after] = [path.join(folder, 'talk.opus'), path.join(folder, 'archive', 'renamed.opus')]
    await copyFile(twoVoicesEn, before)
    const { page } = await openedService()
    const window = page()
    const { recordingId } = await window.call('recordings.add', { path: before })
    await mkdir(path.dirname(after))
    await rename(before, after)
    expect((await window.call('recordings.get', { recordingId })).missing).toBe(true)
    expect(await codeOf(window.call('recordings.locate', { recordingId, path: oneVoiceEn }))).toBe(
      'import.other-file',
    )
    await window.call('recordings.locate', { recordingId, path: after })
    const card = await window.call('recordings.get', { recordingId })
    expect(card).toMatchObject({ missing: false, path: after, fileName: 'renamed.opus', title: 'talk' })
  })
})

describe('a page in a browser', () => {
  it('never sees where a recording lies, nor names a place', async () => {
    const { page } = await openedService()
    const { recordingId } = await page().call('recordings.add', { path: twoVoicesEn })
    const browser = page({ local: false })
    const seen = JSON.stringify([
      await browser.call('recordings.list', {}),
      await browser.call('recordings.get', { recordingId }),
      await browser.call('recordings.details', { recordingId }),
      await browser.call('recordings.deletion', { recordingId }),
    ])
    expect(seen).not.toContain(path.dirname(twoVoicesEn))
    expect(await codeOf(browser.call('recordings.add', { path: twoVoicesEn }))).toBe('call.not-here')
    expect(await codeOf(browser.call('recordings.locate', { recordingId, path: twoVoicesEn }))).toBe(
      'call.not-here',
    )
    expect(await codeOf(browser.call('models.add', { folder: '/' }))).toBe('call.not-here')
  })
})

describe('title and tags', () => {
  it('are the person’s, told to every page', async () => {
    const { page } = await openedService()
    const [window, other] = [page(), page()]
    const { recordingId } = await window.call('recordings.addSample', { language: 'en' })
    other.watch(0)
    await window.call('recordings.rename', { recordingId, title: 'Board, March' })
    await window.call('recordings.setTags', {
      recordingId,
      tags: ['work', ' Board ', 'Work', 'e\u0301te\u0301'],
    })
    await other.event(({ kind }) => kind === 'recording-updated')
    expect(await other.call('recordings.get', { recordingId })).toMatchObject({
      title: 'Board, March',
      tags: ['work', 'Board', 'été'],
    })
    await window.call('recordings.setTags', { recordingId, tags: [] })
    expect((await window.call('recordings.get', { recordingId })).tags).toEqual([])
  })

  it('of a recording that is not there are refused', async () => {
    const { page } = await openedService()
    expect(await codeOf(page().call('recordings.rename', { recordingId: 'none', title: 'x' }))).toBe(
      'recording.unknown',
    )
    expect(await codeOf(page().call('recordings.setTags', { recordingId: 'none', tags: [] }))).toBe(
      'recording.unknown',
    )
  })
})

describe('the card of a transcript', () => {
  /** Paragraphs of three words that are likely to be wrong, three that are not. */
  const doubtful = (id: string, startMs: number) => {
    const spoken = paragraph(id, 'one two three four five six', startMs, { speakerId: 's1' })
    return {
      ...spoken,
      words: spoken.words.map((word, at) => ({ ...word, confidence: at < 3 ? 0.3 : 0.99 })),
    }
  }

  it('says how many places the list to check has, counted again after an edit', async () => {
    const { service, page } = await openedService()
    const { library } = service.studio
    const { recordingId, transcriptId } = await written(library, 'counted')
    await library.putParagraphs(transcriptId, [doubtful('p1', 0), doubtful('p2', 10_000)])
    const window = page()
    const listed = async () => (await window.call('recordings.getMany', { recordingIds: [recordingId] }))[0]
    expect((await listed())?.transcript).toMatchObject({ state: 'running', words: 12, places: null })

    await library.finishTranscript(transcriptId)
    const listOfEditor = async () => {
      const { evidence } = await window.call('transcripts.evidence', { transcriptId })
      const transcript = await library.transcript(transcriptId)
      const { likely } = findDoubts(transcript, JSON.parse(evidence) as DoubtEvidence)
      return { places: placesToCheck(transcript, likely, 'likeliest'), checked: checkedPlaces(transcript) }
    }
    // Asked for again until it is counted, as pages do when they hear of it.
    const counted = () => expect.poll(async () => (await listed())?.transcript?.places)
    expect((await listed())?.transcript?.places).toBeNull()
    await counted().toEqual({ toCheck: 2, checked: 0 })
    const before = await listOfEditor()
    expect(before).toMatchObject({ places: { length: 2 }, checked: 0 })

    const { fromWordId, toWordId } = before.places[0]!.doubt
    const mark = { id: 'm1', kind: 'accepted', fromWordId, toWordId, value: null } as const
    const edit = { kind: 'set-mark', id: 'e1', mark } as const
    await window.call('transcripts.edit', { transcriptId, edits: [edit], baseNumber: 0 })
    expect((await listed())?.transcript).toMatchObject({ corrected: true, places: null })
    await counted().toEqual({ toCheck: 1, checked: 1 })
    expect(await listOfEditor()).toMatchObject({ places: { length: 1 }, checked: 1 })
  })

  it('tells who speaks when', async () => {
    const { service, page } = await openedService()
    const { recordingId, transcriptId } = await written(service.studio.library, 'sure')
    await service.studio.library.putParagraphs(transcriptId, [
      paragraph('p1', 'one two'),
      paragraph('n1', 'a note', 5_000, { kind: 'note' }),
    ])
    const { transcript } = await page().call('recordings.get', { recordingId })
    expect(transcript).toMatchObject({
      words: 2,
      portrait: { speakers: [0, 1], startsMs: [0, 1_000], endsMs: [900, 1_900] },
    })
  })
})

describe('a list of many recordings', () => {
  it('comes by pages, the last added first, counted without them', async () => {
    const { service, page } = await openedService()
    const { library } = service.studio
    for (let index = 0; index < 130; index++) await library.addRecording(newRecording(`recording ${index}`))
    const { transcriptId } = await written(library, 'the last')
    await library.putParagraphs(transcriptId, [paragraph('p1', 'one two')])
    await library.finishTranscript(transcriptId)
    const browser = page({ local: false })
    const first = await browser.call('recordings.list', {})
    expect(first).toHaveLength(100)
    expect(first[0]).toMatchObject({ title: 'the last', transcript: { words: 2, state: 'done' } })
    const more = await browser.call('recordings.list', { limit: 200 })
    expect(more.slice(0, 100).map(({ id }) => id)).toEqual(first.map(({ id }) => id))
    expect(more).toHaveLength(131)
    await expect
      .poll(() => browser.call('recordings.list', { filter: 'checked' }))
      .toMatchObject([{ title: 'the last', transcript: { places: { toCheck: 0, checked: 0 } } }])
    expect(await browser.call('recordings.counts', {})).toEqual({
      all: 131,
      toCheck: 0,
      checked: 1,
      tags: [],
    })
  })

  it('gives cards by their ids, in that order, without those that are gone', async () => {
    const { service, page } = await openedService()
    const { library } = service.studio
    const [a, b] = [
      await library.addRecording(newRecording('a')),
      await library.addRecording(newRecording('b')),
    ]
    const cards = await page().call('recordings.getMany', { recordingIds: [b.id, 'gone', a.id] })
    expect(cards.map(({ title }) => title)).toEqual(['b', 'a'])
  })
})

describe('the sound to play', () => {
  it('is made again where the cache was deleted, once however often it is asked for', async () => {
    const { service, page } = await openedService()
    const { library, cacheFolder } = service.studio
    const window = page()
    const { recordingId } = await window.call('recordings.add', { path: twoVoicesEn })
    // Nothing was decoded yet: that is a job's work.
    await window.call('recordings.prepareSound', { recordingId })
    expect((await window.call('recordings.get', { recordingId })).playable).toBe(false)

    const track = { recordingId, index: 0, durationMs: 1, sampleCount: 1, pcmSha256: 'x', codec: 'opus' }
    await library.saveTrack(track)
    window.watch()
    await Promise.all([1, 2, 3].map(() => window.call('recordings.prepareSound', { recordingId })))
    await window.event(({ kind }) => kind === 'track-saved')
    const card = await window.call('recordings.get', { recordingId })
    expect(card).toMatchObject({ playable: true, durationMs: 7_695 })
    expect((await readdir(path.join(cacheFolder, recordingId))).sort()).toEqual([
      'track-0.levels',
      'track-0.pcm',
      'track-0.peaks',
      'track-0.webm',
    ])
    expect(window.events.filter(({ kind }) => kind === 'track-saved')).toHaveLength(1)
  })

  it('cannot be made where the original is gone too', async () => {
    const { service, page } = await openedService()
    const { library } = service.studio
    const { id: recordingId } = await library.addRecording(newRecording('gone'))
    const track = { recordingId, index: 0, durationMs: 1, sampleCount: 1, pcmSha256: 'x', codec: 'opus' }
    await library.saveTrack(track)
    expect(await codeOf(page().call('recordings.prepareSound', { recordingId }))).toBe('media.moved')
  })
})

describe('deleting', () => {
  it('names what goes, and leaves the original where it is', async () => {
    const { service, page } = await openedService()
    const { recordingId, transcriptId } = await written(service.studio.library, 'to go')
    await service.studio.library.putParagraphs(transcriptId, [paragraph('p1', 'one two')])
    const cache = path.join(service.studio.cacheFolder, recordingId)
    await mkdir(cache, { recursive: true })
    await writeFile(path.join(cache, 'track-0.pcm'), Buffer.alloc(1_000))
    const window = page()
    expect(await window.call('recordings.deletion', { recordingId })).toEqual({
      title: 'to go',
      transcripts: 1,
      corrections: 0,
      cachedBytes: 1_000,
      originalGoes: false,
    })
    expect(await window.call('recordings.delete', { recordingId })).toEqual({ files: 1 })
    expect(await window.call('recordings.list', {})).toEqual([])
    expect(await codeOf(window.call('recordings.delete', { recordingId }))).toBe('recording.unknown')
  })

  it('never takes a file that lies beside the library’s own', async () => {
    const { service, page } = await openedService()
    const file = path.join(service.studio.dataFolder, 'media', 'mine.mp3')
    await writeFile(file, 'mine')
    const { id } = await service.studio.library.addRecording(
      newRecording('mine', { path: file, sha256: sha256Of('x') }),
    )
    await page().call('recordings.delete', { recordingId: id })
    expect(await readdir(path.dirname(file))).toEqual(['mine.mp3'])
  })
})
