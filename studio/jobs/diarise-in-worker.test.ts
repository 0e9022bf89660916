import { describe, expect, it } from 'vitest'
import { diarise } from '#core/speakers/diarise'
import { type DiariseInput, diariseInWorker } from './diarise-in-worker.ts'

const nobody: DiariseInput = { windows: [], pieces: [], embeddings: [], sampleCount: 160_000, speakers: null }

describe('diariseInWorker', () => {
  it('gives what core gives', async () => {
    expect(await diariseInWorker(nobody, new AbortController().signal)).toEqual(diarise(nobody))
  })

  it('stops at once', async () => {
    const controller = new AbortController()
    const clustering = diariseInWorker(nobody, controller.signal)
    controller.abort()
    await expect(clustering).rejects.toMatchObject({ code: 'job.cancelled' })
    await expect(diariseInWorker(nobody, AbortSignal.abort())).rejects.toMatchObject({
      code: 'job.cancelled',
    })
  })
})
