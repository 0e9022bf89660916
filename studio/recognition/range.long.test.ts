import { describe, expect, it } from 'vitest'
import { twoVoicesEn } from '../../cli/testing/speech.ts'
import { countPlaces } from '#core/doubt/count-places'
import type { DoubtEvidence } from '#core/doubt/evidence'
import { rangeOfRun } from '#core/sound/range'
import { transcriptWords } from '#core/transcript/transcript'
import { Refused } from '../api/testing/direct-page.ts'
import { openedService } from '../testing/opened-service.ts'

/** Real models on eight seconds of sound, which take some seconds per job. */
const TIMEOUT_MS = 90_000

describe('a job for a part of a recording', () => {
  it(
    'hears only that part, keeps the times of the recording, and leaves the whole to another job',
    async () => {
      const { page, service } = await openedService()
      const window = page()
      window.watch()
      const { recordingId } = await window.call('recordings.add', { path: twoVoicesEn })
      const ended = (jobId: string) =>
        window.event(({ kind, touched }) => kind === 'job-finished' && touched.jobId === jobId)
      const choice = { language: 'en', quick: true } as const
      const part = await window.call('jobs.start', {
        recordingId,
        settings: { ...choice, fromMs: 3_000, toMs: 8_000 },
      })
      await ended(part.jobId)
      const { library } = service.studio
      const made = async () =>
        Promise.all((await library.transcriptsOf(recordingId)).map(({ id }) => library.transcript(id)))
      const [heard] = await made()
      if (heard === undefined) throw new Error('there is no transcript')
      const words = transcriptWords(heard)
      expect(words.length).toBeGreaterThan(5)
      for (const { startMs, endMs } of [...words, ...heard.turns]) {
        expect(startMs).toBeGreaterThanOrEqual(3_000)
        expect(endMs).toBeLessThanOrEqual(8_000)
      }
      expect(rangeOfRun(heard.run.settings)).toEqual({ fromMs: 3_000, toMs: 8_000 })

      const { evidence } = await window.call('transcripts.evidence', { transcriptId: heard.id })
      const known = JSON.parse(evidence) as DoubtEvidence
      const { regions = [] } = known
      // Counted before the job was reported done.
      const { places } = (await window.call('recordings.get', { recordingId })).transcript ?? {}
      expect(places).toEqual(countPlaces(heard, known))
      expect(regions.length).toBeGreaterThan(0)
      for (const { startMs, endMs } of regions) {
        expect(startMs).toBeGreaterThanOrEqual(3_000)
        expect(endMs).toBeLessThanOrEqual(8_000)
      }

      const whole = await window.call('jobs.start', { recordingId, settings: choice })
      expect(whole.jobId).not.toBe(part.jobId)
      await ended(whole.jobId)
      const other = (await made()).find(({ id }) => id !== heard.id)
      if (other === undefined) throw new Error('there is no second transcript')
      expect(rangeOfRun(other.run.settings)).toEqual({})
      expect(transcriptWords(other)[0]?.startMs).toBeLessThan(2_000)

      const again = await window.call('jobs.start', {
        recordingId,
        settings: { ...choice, fromMs: 3_000, toMs: 8_000 },
      })
      expect(again).toEqual({ jobId: part.jobId, done: 'shown-again' })
      expect((await window.call('recordings.get', { recordingId })).transcript?.id).toBe(heard.id)

      // Counted again from the part's sound, not from the whole.
      const recounted = await window.call('transcripts.recount', {
        transcriptId: heard.id,
        id: 'recount',
        speakers: 1,
      })
      expect(recounted).toBeDefined()
      for (const { startMs } of (await library.transcript(heard.id)).turns)
        expect(startMs).toBeGreaterThanOrEqual(3_000)
    },
    TIMEOUT_MS,
  )

  it('that the recording does not have is refused before anything starts', async () => {
    const { page } = await openedService()
    const window = page()
    const { recordingId } = await window.call('recordings.add', { path: twoVoicesEn })
    const settings = { language: 'en', fromMs: 5_000, toMs: 3_000 } as const
    await expect(window.call('jobs.start', { recordingId, settings })).rejects.toBeInstanceOf(Refused)
    expect(await window.call('jobs.list', {})).toEqual([])
  })
})
