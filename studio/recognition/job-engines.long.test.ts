import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { TranscribeSettings } from '#contracts/settings'
import { ffmpeg } from '../../cli/testing/ffmpeg.ts'
import { oneVoiceEn, twoVoicesEn } from '../../cli/testing/speech.ts'
import type { StartEngine } from '../engine-link/engine-child.ts'
import { forkEngine } from '../engine-link/fork-engine.ts'
import { openStudio } from '../studio.ts'
import { temporaryFolder } from '../testing/opened-service.ts'
import { importRecording } from '../originals/import-recording.ts'
import { jobEngines, transcribe } from '../job-kinds/transcribe.ts'

const LONG = 240_000

/** Starts real engines, and counts them and the models that each was told to load. */
function countedEngines(): { startEngine: StartEngine; loads: string[][] } {
  const start = forkEngine()
  const loads: string[][] = []
  const startEngine: StartEngine = (listener) => {
    const child = start(listener)
    const own: string[] = []
    loads.push(own)
    return {
      ...child,
      pid: child.pid,
      send(message) {
        if (message.request.kind.startsWith('load-')) own.push(message.request.kind)
        child.send(message)
      },
    }
  }
  return { startEngine, loads }
}

async function studioWith(startEngine: StartEngine) {
  const studio = await openStudio(await temporaryFolder(), startEngine)
  onTestFinished(() => studio.close())
  const signal = new AbortController().signal
  const settings = TranscribeSettings.parse({
    language: 'auto',
    model: 'whisper-base-beam5',
    speakers: null,
    quick: true,
    track: 0,
  })
  const engines = jobEngines(startEngine)
  onTestFinished(() => engines.close())
  return {
    engines,
    transcribe: async (file: string, own = engines) => {
      const recording = await importRecording(studio.library, file, signal)
      const options = { signal, onProgress: () => undefined }
      const { transcriptId } = await transcribe({ ...studio, engines: own }, recording, settings, options)
      return studio.library.transcript(transcriptId)
    },
  }
}

/** The first seconds of a file. */
async function firstOf(file: string, seconds: number): Promise<string> {
  const part = path.join(await temporaryFolder(), 'part.wav')
  await ffmpeg('-i', file, '-t', `${seconds}`, '-ar', '16000', '-ac', '1', part)
  return part
}

describe('engines of one job after another', () => {
  it(
    'are one process with each model once, for short recordings; closed, they start anew and write the same',
    async () => {
      const { startEngine, loads } = countedEngines()
      const eachOnce = ['load-embedding', 'load-recognizer', 'load-segmentation']
      const studio = await studioWith(startEngine)
      const first = await studio.transcribe(twoVoicesEn)
      const short = await firstOf(oneVoiceEn, 6)
      const second = await studio.transcribe(short)
      expect(first.speakers).toHaveLength(2)
      expect(second.speakers).toHaveLength(1)
      expect(loads.map((kinds) => kinds.toSorted())).toEqual([eachOnce])

      await studio.engines.close()
      // Another library, so that nothing is reused, and in the other order.
      const other = await studioWith(startEngine)
      await other.transcribe(short)
      const after = await other.transcribe(twoVoicesEn)
      expect(loads.map((kinds) => kinds.toSorted())).toEqual([eachOnce, eachOnce])
      expect(after.paragraphs).toEqual(first.paragraphs)
      expect(after.turns).toEqual(first.turns)
    },
    LONG,
  )

  it(
    'for a longer recording find the speakers in processes of their own, which end with it',
    async () => {
      const { startEngine, loads } = countedEngines()
      const studio = await studioWith(startEngine)
      const folder = await temporaryFolder()
      const long = path.join(folder, 'long.wav')
      await ffmpeg('-i', twoVoicesEn, '-af', 'apad=whole_dur=70', '-ar', '16000', '-ac', '1', long)
      await studio.transcribe(long)
      const words = loads.filter((kinds) => kinds.includes('load-recognizer'))
      expect(words).toEqual([['load-recognizer']])
      expect(loads.flat().filter((kind) => kind === 'load-embedding')).toHaveLength(1)
      const before = loads.length
      await studio.transcribe(twoVoicesEn)
      expect(loads).toHaveLength(before)
    },
    LONG,
  )
})
