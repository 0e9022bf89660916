import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { chaptersAmong } from '#core/chapters/chapter'
import type { JobRecord, Library } from '../library/library.ts'
import { openLibrary } from '../library/open.ts'
import { serve, serveUntil } from '../network/testing/file-server.ts'
import { openFeedTranscript } from '../podcasts/open-feed-transcript.ts'
import { addPodcast, refreshPodcast } from '../podcasts/podcasts.ts'
import { madeSound } from '../podcasts/testing/made-sounds.ts'
import {
  madeFeed,
  type MadeItem,
  type PodcastServer,
  podcastServer,
  text,
} from '../podcasts/testing/podcast-server.ts'
import { writeTaggedSound } from '../sound/testing/tagged-sound.ts'
import { temporaryFolder } from '../testing/opened-service.ts'
import { runJob } from '../queue/run-job.ts'
import { downloadEpisodeKind, dropCanceledEpisode, requestEpisode } from './download-episode.ts'

let library: Library
let server: PodcastServer
let folder: string
beforeEach(async () => {
  folder = path.join(await temporaryFolder(), 'library')
  library = await openLibrary(folder)
  onTestFinished(() => library.close())
  server = await podcastServer()
})

/** Adds a podcast of one episode; returns the episode's id. */
async function episodeOf(item: Omit<MadeItem, 'number'>, more = ''): Promise<string> {
  server.answers['/feed.xml'] = text(madeFeed([{ number: 1, ...item }], more))
  const { added } = await addPodcast(
    { library, askedBy: 'podcasts' },
    `${server.url}/feed.xml`,
    new AbortController().signal,
  )
  return (await library.episodes(added[0]?.id ?? ''))[0]?.id ?? ''
}

interface Run {
  readonly signal?: AbortSignal
  readonly onProgress?: (step: string, fraction: number) => void
  readonly retryMs?: readonly number[]
}

async function run(
  episodeId: string,
  { signal = new AbortController().signal, onProgress = () => undefined, retryMs = [0] }: Run = {},
): Promise<{ readonly recordingId: string | null; readonly job: JobRecord | undefined }> {
  const kind = downloadEpisodeKind({ library, dataFolder: folder }, { stallMs: 2_000, retryMs })
  const job = await requestEpisode(library, episodeId, 'podcasts')
  const recordingId = await runJob(library, kind, job, {
    signal,
    onProgress: (progress) => {
      if (progress.kind === 'step') onProgress(progress.step, progress.fraction)
    },
  })
  return { recordingId, job: await library.job(job.id) }
}

it('has title and day of the feed, and the people of its file where the feed names none', async () => {
  const file = path.join(await temporaryFolder(), 'tagged.mp3')
  await writeTaggedSound(file, { title: 'final mix', artist: 'Nora; Idris', album: 'x', date: '2024-03-05' })
  server.answers['/1.mp3'] = serve(await readFile(file))
  const { recordingId } = await run(await episodeOf({ title: '14: glue' }))
  expect((await library.recording(recordingId ?? '')).title).toBe('14: glue')
  expect(await library.recordingSource(recordingId ?? '')).toMatchObject({
    podcast: 'Mending things',
    publishedAtMs: Date.UTC(2026, 0, 1),
    people: ['Nora', 'Idris'],
  })
})

const incoming = () => readdir(path.join(folder, 'media', 'incoming')).catch(() => [])

it('becomes a recording with its title, where it came from, and the chapters of the feed', async () => {
  const sound = await madeSound('mp3', { hasChapters: true })
  server.answers['/1.mp3'] = serve(sound)
  server.answers['/1.json'] = text(
    '{"version":"1.2.0","chapters":[{"startTime":0,"title":"Hello"},{"startTime":2,"title":"Glue","url":"https://a.example/"}]}',
  )
  const id = await episodeOf({
    title: '14: the repair café',
    more: '<podcast:person role="host">Ana Lopez</podcast:person><podcast:person role="guest">Bo</podcast:person><podcast:chapters url="1.json" type="application/json+chapters"/><description>&lt;p&gt;A day&lt;/p&gt;</description><link>https://a.example/14</link>',
  })
  const { recordingId, job } = await run(id)
  expect(job).toMatchObject({ state: 'done', recordingId: null })
  const recording = await library.recording(recordingId ?? '')
  expect(recording).toMatchObject({
    title: '14: the repair café',
    fileName: '14 - the repair café.mp3',
    bytes: sound.length,
  })
  expect(Buffer.from(sound).equals(await readFile(recording.path))).toBe(true)
  expect(await library.recordingSource(recording.id)).toEqual({
    podcast: 'Mending things',
    publishedAtMs: Date.UTC(2026, 0, 1),
    notes: 'A day',
    link: 'https://a.example/14',
    people: ['Ana Lopez', 'Bo'],
    picture: null,
  })
  expect(chaptersAmong(await library.moments(recording.id))).toMatchObject([
    { atMs: 0, title: 'Hello' },
    { atMs: 2_000, title: 'Glue', link: 'https://a.example/' },
  ])
  // The feed states a wrong size.
  expect(await library.episode(id)).toMatchObject({
    recordingId: recording.id,
    soundBytes: 39_000_000,
    serverBytes: sound.length,
  })
  expect(await incoming()).toEqual([])
})

it.each(['mp3', 'm4a'] as const)(
  'takes the chapters of the file itself (%s) where the feed has none',
  async (ending) => {
    server.answers[`/1.${ending}`] = serve(await madeSound(ending, { hasChapters: true }))
    const { recordingId } = await run(await episodeOf({ sound: `/1.${ending}` }))
    expect(chaptersAmong(await library.moments(recordingId ?? ''))).toMatchObject([
      { atMs: 0, title: 'Start' },
      { atMs: 1_500, title: 'Two' },
    ])
  },
)

it('has the people that the feed names later, also when its podcast is removed', async () => {
  server.answers['/1.mp3'] = serve(await madeSound('mp3'))
  const id = await episodeOf({})
  const { recordingId } = await run(id)
  const people = async () => (await library.recordingSource(recordingId ?? ''))?.people
  expect(await people()).toEqual([])
  server.answers['/feed.xml'] = text(
    madeFeed([{ number: 1 }, { number: 2 }], '<podcast:person>Ana Lopez</podcast:person>'),
    'application/rss+xml',
    '"later"',
  )
  const { podcastId } = await library.episode(id)
  const { signal } = new AbortController()
  await refreshPodcast({ library, askedBy: 'podcasts' }, podcastId, signal)
  expect(await people()).toEqual(['Ana Lopez'])
  await library.removePodcast(podcastId)
  expect(await people()).toEqual(['Ana Lopez'])
})

it('goes on where the connection broke, also in another run', async () => {
  const sound = await madeSound('mp3')
  const cut = 4_000
  server.answers['/1.mp3'] = serveUntil(sound, cut, 'cut')
  const id = await episodeOf({})
  await expect(run(id, { retryMs: [] })).rejects.toMatchObject({ code: 'network.unreachable' })
  server.answers['/1.mp3'] = serve(sound)
  await library.setJobState((await requestEpisode(library, id, 'podcasts')).id, 'queued')
  const { recordingId } = await run(id)
  expect((await library.recording(recordingId ?? '')).bytes).toBe(sound.length)
  expect(server.asked.at(-1)?.range).toBe(`bytes=${cut}-`)
})

it('is the recording that is here already, if it is the same sound', async () => {
  const sound = await madeSound('mp3')
  server.answers['/1.mp3'] = serve(sound)
  const { recordingId } = await run(await episodeOf({}))
  server.answers['/2.mp3'] = serve(sound)
  server.answers['/other.xml'] = text(madeFeed([{ number: 2 }]))
  const { added } = await addPodcast(
    { library, askedBy: 'podcasts' },
    `${server.url}/other.xml`,
    new AbortController().signal,
  )
  const other = (await library.episodes(added[0]?.id ?? ''))[0]?.id ?? ''
  expect((await run(other)).recordingId).toBe(recordingId)
  expect(await library.recordings()).toHaveLength(1)
})

describe('what goes wrong', () => {
  it('chapters that cannot be read: the episode is here, the job says so, and a retry gets them', async () => {
    server.answers['/1.mp3'] = serve(await madeSound('mp3'))
    server.answers['/1.json'] = text('<html>')
    const id = await episodeOf({ more: '<podcast:chapters url="1.json"/>' })
    const first = await run(id)
    expect(first.job).toMatchObject({ state: 'failed', error: { code: 'podcast.chapters-failed' } })
    server.answers['/1.json'] = text('{"chapters":[{"startTime":1,"title":"One"}]}')
    await library.setJobState(first.job?.id ?? '', 'queued')
    const second = await run(id)
    expect(second.job?.state).toBe('done')
    expect(chaptersAmong(await library.moments(second.recordingId ?? ''))).toMatchObject([{ title: 'One' }])
    expect(server.asked.filter(({ path: asked }) => asked === '/1.mp3')).toHaveLength(1)
  })

  it('what is no sound is not kept', async () => {
    server.answers['/1.mp3'] = text('<html>please log in</html>', 'text/html')
    const id = await episodeOf({ title: 'Zippers' })
    await expect(run(id)).rejects.toMatchObject({ code: 'media.unreadable', values: { file: 'Zippers' } })
    expect([await incoming(), await library.recordings()]).toEqual([[], []])
  })

  it('a canceled download leaves nothing', async () => {
    server.answers['/1.mp3'] = serveUntil(await madeSound('mp3'), 2_000, 'stall')
    const id = await episodeOf({})
    const stop = new AbortController()
    const running = run(id, {
      signal: stop.signal,
      onProgress: (_step, fraction) => {
        if (fraction > 0) stop.abort()
      },
    })
    await expect(running).rejects.toMatchObject({ code: 'job.cancelled' })
    expect(await incoming()).toEqual([`episode-${id}`])
    const job = await requestEpisode(library, id, 'podcasts')
    await dropCanceledEpisode(folder, job)
    expect(await incoming()).toEqual([])
  })
})

describe('the transcript of the feed', () => {
  const vtt =
    'WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ana>Bonjour à toutes</v>\n\n00:01.000 --> 00:02.500\n<v Bo>Et à tous</v>\n'

  it('is opened as a transcript of the recording, once', async () => {
    server.answers['/1.mp3'] = serve(await madeSound('mp3'))
    server.answers['/1.vtt'] = text(vtt, 'text/vtt')
    const id = await episodeOf({
      more: '<podcast:transcript url="1.html" type="text/html"/><podcast:transcript url="1.vtt" type="text/vtt" language="fr-FR"/>',
    })
    const { signal } = new AbortController()
    await expect(openFeedTranscript({ library, askedBy: 'podcasts' }, id, signal)).rejects.toMatchObject({
      code: 'podcast.no-transcript',
    })
    const { recordingId } = await run(id)
    const opened = await openFeedTranscript({ library, askedBy: 'podcasts' }, id, signal)
    expect(opened).toMatchObject({ isNew: true, recording: { id: recordingId } })
    const { language, speakers, paragraphs } = await library.transcript(opened.transcriptId)
    expect([language, speakers.map(({ name }) => name)]).toEqual(['fr', ['Ana', 'Bo']])
    expect(paragraphs.map(({ words }) => words.length)).toEqual([3, 3])
    expect((await openFeedTranscript({ library, askedBy: 'podcasts' }, id, signal)).isNew).toBe(false)
  })

  it('that cannot be read has a fault with the name of the episode', async () => {
    server.answers['/1.mp3'] = serve(await madeSound('mp3'))
    server.answers['/1.vtt'] = text('not captions', 'text/vtt')
    const id = await episodeOf({
      title: 'Zippers',
      more: '<podcast:transcript url="1.vtt" type="text/vtt"/>',
    })
    await run(id)
    await expect(
      openFeedTranscript({ library, askedBy: 'podcasts' }, id, new AbortController().signal),
    ).rejects.toMatchObject({
      values: { file: 'Zippers.vtt' },
    })
  })
})
