import { describe, expect, it } from 'vitest'
import { diarizePieces } from '#core/speakers/diarize'
import { type DiarizeInput, diarizeInWorker } from './diarize-in-worker.ts'

const nobody: DiarizeInput = { windows: [], pieces: [], embeddings: [], sampleCount: 160_000, speakers: null }

describe('diarizeInWorker', () => {
  it('gives what core gives', async () => {
    expect(await diarizeInWorker(nobody, new AbortController().signal)).toEqual(diarizePieces(nobody))
  })

  it('stops at once', async () => {
    const controller = new AbortController()
    const clustering = diarizeInWorker(nobody, controller.signal)
    controller.abort()
    await expect(clustering).rejects.toMatchObject({ code: 'job.cancelled' })
    await expect(diarizeInWorker(nobody, AbortSignal.abort())).rejects.toMatchObject({
      code: 'job.cancelled',
    })
  })
})
