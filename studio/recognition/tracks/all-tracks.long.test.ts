import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { oneVoiceEn, twoVoicesEn } from '../../../cli/testing/speech.ts'
import type { DoubtEvidence } from '#core/doubt/evidence'
import { MIX } from '#core/tracks/mix'
import { trackOfWord } from '#core/tracks/track-ids'
import { lint } from '#core/transcript/lint'
import { paragraphText, transcriptWords } from '#core/transcript/transcript'
import { comparableWords } from '#core/words/comparable'
import { openedService } from '../../testing/opened-service.ts'

const run = promisify(execFile)
/** Real models on 20 seconds of sound. */
const TIMEOUT_MS = 90_000

let folder: string
/**
 * Two tracks: a person at a microphone that also picks up the loudspeaker, and what the loudspeaker plays.
 */
let call: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parolo-tracks-'))
  call = path.join(folder, 'call.mka')
  const own = '[0:a]aresample=16000,atrim=0:9,adelay=8200[own]'
  const echo = '[1:a]aresample=16000,volume=0.12,adelay=120[echo]'
  const room = '[own][echo]amix=inputs=2:duration=longest:normalize=0[room];[1:a]aresample=16000[far]'
  const graph = `${own};${echo};${room}`
  const inputs = ['-v', 'error', '-i', oneVoiceEn, '-i', twoVoicesEn, '-filter_complex', graph]
  await run('ffmpeg', [...inputs, '-map', '[room]', '-map', '[far]', '-c:a', 'flac', call])
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a recording of several tracks', () => {
  it(
    'has speakers by track, and what the microphone picked up of the other track only once',
    async () => {
      const { page, service } = await openedService()
      const { library } = service.studio
      const window = page()
      window.watch()
      const transcribed = async (recordingId: string, settings: object) => {
        const { jobId } = await window.call('jobs.start', {
          recordingId,
          settings: { language: 'en', quick: true, ...settings },
        })
        await window.event(({ kind, touched }) => kind === 'job-finished' && touched.jobId === jobId)
        const made = (await library.transcriptsOf(recordingId)).find((one) => one.jobId === jobId)
        return library.transcript(made?.id ?? '')
      }
      const textOf = (paragraphs: readonly { readonly words: readonly { readonly text: string }[] }[]) =>
        paragraphs.flatMap(({ words }) => words.flatMap(({ text }) => comparableWords(text)))

      const { recordingId } = await window.call('recordings.add', { path: call })
      const all = await transcribed(recordingId, { tracks: 'all' })
      const far = await transcribed(recordingId, { track: 1 })

      expect(all.run.settings).toMatchObject({ track: 0, tracks: 'all' })
      expect(lint(all, 18_000)).toEqual([])
      const onTrack = (track: number) =>
        all.paragraphs
          .map((paragraph) => ({
            ...paragraph,
            words: paragraph.words.filter(({ id }) => trackOfWord(id) === track),
          }))
          .filter(({ words }) => words.length > 0)
      // The other track's text is complete, and none of it appears twice.
      expect(textOf(onTrack(1))).toEqual(textOf(far.paragraphs))
      const near = onTrack(0)
      expect(near.map(paragraphText).join(' ').length).toBeGreaterThan(60)
      for (const { startMs } of near.flatMap(({ words }) => words)) expect(startMs).toBeGreaterThan(7_500)

      const speakersOf = (track: number) => new Set(onTrack(track).map(({ speakerId }) => speakerId))
      expect(speakersOf(0).size).toBe(1)
      expect(speakersOf(1).size).toBe(2)
      expect([...speakersOf(0)].filter((id) => speakersOf(1).has(id))).toEqual([])
      expect(all.speakers).toHaveLength(3)
      const spoken = new Set(all.turns.map(({ speakerId }) => speakerId))
      expect(spoken).toEqual(new Set(all.speakers.map(({ id }) => id)))
      for (const { speakerId, startMs } of all.turns)
        if (speakersOf(0).has(speakerId)) expect(startMs).toBeGreaterThan(7_000)

      // Evidence is separate for each track, and recounting keeps speakers within their tracks.
      const { evidence } = await window.call('transcripts.evidence', { transcriptId: all.id })
      const { chunks = [], regions = [] } = JSON.parse(evidence) as DoubtEvidence
      expect(new Set(chunks.map((chunk) => chunk.track))).toEqual(new Set([0, 1]))
      for (const [index, { endMs }] of regions.entries())
        expect(regions[index + 1]?.startMs ?? Infinity).toBeGreaterThan(endMs)
      await window.call('transcripts.recount', { transcriptId: all.id, id: 'again', speakers: 2 })
      const recounted = await library.transcript(all.id)
      expect(recounted.speakers).toHaveLength(2)
      for (const { speakerId, words } of recounted.paragraphs)
        expect(speakerId === [...speakersOf(0)][0]).toBe(trackOfWord(words[0]?.id ?? '') === 0)

      // The mix is played and displayed.
      const mix = await library.track(recordingId, MIX)
      expect(mix?.durationMs).toBeGreaterThan(16_500)
      const card = await window.call('recordings.get', { recordingId })
      expect(card).toMatchObject({ durationMs: mix?.durationMs, playable: true })
      const cached = await readdir(path.join(service.studio.cacheFolder, recordingId))
      // Track 2 was also transcribed separately.
      expect(cached.filter((name) => name.endsWith('.webm')).toSorted()).toEqual(['mix.webm', 'track-1.webm'])
      expect(transcriptWords(all).length).toBe(textOf(all.paragraphs).length)
    },
    TIMEOUT_MS,
  )
})
