import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { oneVoiceEn } from '../../cli/testing/speech.ts'
import type { EngineRequest } from '#contracts/engine'
import type { Edit } from '#core/edits/edit'
import { PCM_RATE } from '#core/sound/pcm'
import type { DirectPage } from '../api/testing/direct-page.ts'
import { fakeAnswer, fakeEngineOf } from '../engine-link/testing/fake-answers.ts'
import type { StartEngine } from '../engine-link/engine-child.ts'
import type { StudioService } from '../service.ts'
import { openedService } from '../testing/opened-service.ts'

const WAIT = { timeout: 20_000, interval: 20 }
/** One begins in each second of the recording. */
const WORDS =
  'alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa quebec romeo sierra tango'.split(
    ' ',
  )

/** In the sound of a cut, which is in another file, what `hear` makes of the words of the same sound uncut is recognized. */
function createEngine(hear: (words: readonly string[]) => readonly string[]) {
  const cuts: number[] = []
  let last: readonly string[] = []
  const startEngine = fakeEngineOf((request: EngineRequest) => {
    if (request.kind !== 'recognize') return fakeAnswer(request)
    const [start, seconds] = [request.startSample / PCM_RATE, request.sampleCount / PCM_RATE]
    const isCut = !request.pcmPath.endsWith('.pcm')
    if (isCut) cuts.push(seconds)
    const first = Math.ceil(start)
    const own = isCut ? hear(last) : WORDS.slice(first, Math.max(first, Math.floor(start + seconds)))
    if (!isCut) last = own
    const tokens = own.map((word) => ` ${word}`)
    return {
      text: tokens.join(''),
      tokens,
      timestamps: own.map((_, at) => first + at - start),
      lang: 'en',
    }
  })
  return { cuts, startEngine }
}

interface Opened {
  readonly window: DirectPage
  readonly service: StudioService
  readonly transcriptId: string
}

async function transcribed(startEngine: StartEngine, idleAfterMs?: number): Promise<Opened> {
  const { page, service } = await openedService(undefined, startEngine, {
    isOnBattery: () => Promise.resolve(false),
    ...(idleAfterMs === undefined ? {} : { idleAfterMs }),
  })
  const window = page()
  const { recordingId } = await window.call('recordings.add', { path: oneVoiceEn })
  const { jobId } = await window.call('jobs.start', {
    recordingId,
    settings: { language: 'en', quick: true },
  })
  await ended(window, jobId, 'done')
  const { transcript } = await window.call('recordings.get', { recordingId })
  return { window, service, transcriptId: transcript?.id ?? '' }
}

const ended = (window: DirectPage, jobId: string | null, state: string) =>
  vi.waitFor(async () => {
    expect((await window.call('jobs.list', {})).find(({ id }) => id === jobId)).toMatchObject({ state })
  }, WAIT)

async function cut({ service, transcriptId }: Opened, ...texts: readonly string[]): Promise<void> {
  const { library } = service.studio
  const { paragraphs } = await library.transcript(transcriptId)
  const words = paragraphs.flatMap((paragraph) => paragraph.words)
  const edits = texts.map((text): Edit => {
    const id = words.find((word) => word.text.startsWith(text))?.id ?? ''
    const mark = {
      id: `cut ${text}`,
      kind: 'cut',
      fromWordId: id,
      toWordId: id,
      value: { reason: 'person' },
    } as const
    return { kind: 'set-mark', id: `edit ${text}`, mark }
  })
  const facts = await library.transcriptFacts(transcriptId)
  await library.applyEdits(transcriptId, edits, { baseNumber: facts?.editNumber ?? 0 })
}

const flagged = async ({ window, service, transcriptId }: Opened) => {
  const { paragraphs } = await service.studio.library.transcript(transcriptId)
  const words = paragraphs.flatMap((paragraph) => paragraph.words)
  const textsOf = (ids: readonly string[]) => ids.map((id) => words.find((word) => word.id === id)?.text)
  return (await window.call('cut.checkedJoins', { transcriptId })).map(({ clipped, heard }) => ({
    clipped: textsOf(clipped),
    heard: textsOf(heard),
  }))
}

it('a join at which a kept word is missing, or a cut one is heard, is found; each join is recognized once', async () => {
  const { cuts, startEngine } = createEngine((words) =>
    words.filter((word) => !['echo', 'foxtrot'].includes(word)),
  )
  const opened = await transcribed(startEngine)
  const { window, service, transcriptId } = opened
  expect(await window.call('cut.checkJoins', { transcriptId })).toEqual({ jobId: null })
  await cut(opened, 'echo')
  const { jobId } = await window.call('cut.checkJoins', { transcriptId })
  await ended(window, jobId, 'done')
  expect(await flagged(opened)).toEqual([{ clipped: ['foxtrot'], heard: [] }])
  expect(await window.call('cut.checkJoins', { transcriptId })).toEqual({ jobId: null })
  // Another cut elsewhere: only its own join is recognized, and what was found stays.
  const before = cuts.length
  await cut(opened, 'kilo')
  await ended(window, (await window.call('cut.checkJoins', { transcriptId })).jobId, 'done')
  expect(cuts.length).toBeGreaterThan(before)
  expect(await flagged(opened)).toContainEqual({ clipped: ['foxtrot'], heard: [] })
  expect(await flagged(opened)).toContainEqual({ clipped: [], heard: ['kilo'] })
  expect(await flagged(opened)).toHaveLength(2)
  const { id } = (await service.studio.library.recordings())[0] ?? { id: '' }
  const files = await readdir(path.join(service.studio.cacheFolder, id))
  expect(files.filter((name) => name.includes('join'))).toEqual([])
}, 60_000)

it('joins that were recognized stay when the job is stopped, and are not recognized again', async () => {
  const gone = ['charlie', 'foxtrot', 'india', 'lima', 'oscar', 'romeo']
  const { cuts, startEngine } = createEngine((words) => words.filter((word) => !gone.includes(word)))
  let [left, isHeld] = [Infinity, false]
  /** Does not answer any more once so many sounds of cuts were recognized. */
  const stopping: StartEngine = (listener) => {
    const child = startEngine(listener)
    return {
      ...child,
      send(message, ...rest) {
        const { request } = message
        if (request.kind === 'recognize' && !request.pcmPath.endsWith('.pcm')) left -= 1
        if (left < 0) isHeld = true
        else child.send(message, ...rest)
      },
    }
  }
  const opened = await transcribed(stopping)
  const { window, transcriptId } = opened
  await cut(opened, ...gone)
  left = 3
  const { jobId } = await window.call('cut.checkJoins', { transcriptId })
  await vi.waitFor(() => expect(isHeld).toBe(true), WAIT)
  await window.call('jobs.cancel', { jobId: jobId ?? '' })
  await ended(window, jobId, 'cancelled')
  const first = (await window.call('cut.checkedJoins', { transcriptId })).map(({ key }) => key)
  expect(first.length).toBeGreaterThan(0)
  expect(first.length).toBeLessThan(6)
  left = Infinity
  const recognized = cuts.length
  expect((await window.call('cut.checkJoins', { transcriptId })).jobId).not.toBeNull()
  await vi.waitFor(async () => {
    expect(await window.call('cut.checkedJoins', { transcriptId })).toHaveLength(6)
  }, WAIT)
  expect(cuts.length - recognized).toBe(6 - first.length)
}, 60_000)

it('in idle time the joins of a cut are recognized, again only where another is cut, and not while nobody wants it', async () => {
  const { cuts, startEngine } = createEngine((words) => words.filter((word) => word !== 'echo'))
  const opened = await transcribed(startEngine, 20)
  const { window, service, transcriptId } = opened
  const { holds } = service.runner
  const heard = async (): Promise<number> => (await window.call('cut.checkedJoins', { transcriptId })).length
  await cut(opened, 'echo')
  await vi.waitFor(async () => expect(await heard()).toBe(1), WAIT)
  const before = cuts.length
  await cut(opened, 'mike')
  await vi.waitFor(async () => expect(await heard()).toBe(2), WAIT)
  expect(cuts.length - before).toBeLessThanOrEqual(4)
  expect(await service.runningJobs()).toBe(0)
  await window.call('program.setPreferences', { checksJoins: false })
  await vi.waitFor(() => expect(holds.isHeld('idle-join-check')).toBe(true), WAIT)
}, 60_000)
