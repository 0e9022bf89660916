import { statSync } from 'node:fs'
import sherpa, { type OfflineRecognizer } from 'sherpa-onnx-node'
import { padChunks } from '#core/chunks/pad'
import { planChunks } from '#core/chunks/plan'
import { PCM_BYTES_PER_SAMPLE, PCM_RATE } from '#core/sound/pcm'
import { type SampleSpan, WINDOW_SAMPLES } from '#core/windows/windows'
import { SpeechDetector } from '../../engine/speech-detection.ts'
import { PcmFile } from '../../studio/sound/pcm-file.ts'
import type { RawReply, RawTask, RawText } from './tasks.ts'

/**
 * The raw engine: sherpa-onnx as in its examples, without our code in between, in a separate process. One
 * task at a time; it ends when its channel closes.
 */

const DETECTION = { threshold: 0.35, minSilence: 0.25, minSpeech: 0.1 }
const PAD_SECONDS = 0.15
const JOIN_SECONDS = 2
/** sherpa cuts longer sound. */
const MAX_SAMPLES = 29.4 * PCM_RATE
/** sherpa takes 0 for its default. */
const NONE = 1e-6
const OWN_CLUSTERING_THRESHOLD = 0.5
/** As in sherpa-onnx's own diarization example. */
const OWN_DURATIONS = { minDurationOn: 0.3, minDurationOff: 0.5 }

let recognizer: { readonly config: string; readonly loaded: OfflineRecognizer } | null = null

async function answer(task: RawTask): Promise<unknown> {
  const pcm = new PcmFile(task.pcm)
  try {
    switch (task.kind) {
      case 'chunks':
        return chunksBySilero(task, pcm)
      case 'recognize':
        return await recognize(pcm, task)
      case 'segment':
        return segment(pcm, task)
      case 'embed':
        return embed(pcm, task)
      case 'diarize':
        return diarizePieces(pcm, task)
    }
  } finally {
    pcm.close()
  }
}

/** Silero's regions, joined and padded. */
function chunksBySilero(task: Extract<RawTask, { kind: 'chunks' }>, pcm: PcmFile): SampleSpan[] {
  const sampleCount = samplesIn(task.pcm)
  const regions = new SpeechDetector(task.detector)
    .detect(task.pcm, 0, sampleCount, DETECTION)
    .map(({ start, end }) => ({
      startSample: Math.round(start * PCM_RATE),
      endSample: Math.min(sampleCount, Math.round(end * PCM_RATE)),
      localSpeaker: 0,
    }))
  const limits = {
    oneSpeakerSeconds: task.seconds,
    mixedSeconds: task.seconds,
    joinSeconds: JOIN_SECONDS,
  }
  return padChunks(planChunks(regions, pcm.read, limits), PAD_SECONDS, {
    startSample: 0,
    endSample: sampleCount,
  })
}

async function recognize(pcm: PcmFile, task: Extract<RawTask, { kind: 'recognize' }>): Promise<RawText[]> {
  const config = JSON.stringify(task.config)
  if (recognizer === null) {
    recognizer = { config, loaded: await sherpa.OfflineRecognizer.createAsync(task.config) }
  } else if (recognizer.config !== config) {
    recognizer.loaded.setConfig(task.config)
    recognizer = { config, loaded: recognizer.loaded }
  }
  const { loaded } = recognizer
  const texts: RawText[] = []
  const waiting = task.spans.entries()
  const decodeTheNext = async (): Promise<void> => {
    // Both decodes take from one list of remaining spans.
    for (const [index, span] of waiting) {
      const samples = pcm.read(span.startSample, span.sampleCount)
      const wanted = Math.round(samples.length * (1 + task.tailZeros))
      const padded = new Float32Array(Math.max(samples.length, Math.min(wanted, MAX_SAMPLES)))
      padded.set(samples)
      const stream = loaded.createStream()
      stream.acceptWaveform({ sampleRate: PCM_RATE, samples: padded })
      const { text, tokens, timestamps } = await loaded.decodeAsync(stream)
      texts[index] = { span, text, tokens: tokens ?? [], timestamps: timestamps ?? [] }
    }
  }
  await Promise.all(Array.from({ length: task.atOnce }, decodeTheNext))
  return texts
}

function segment(pcm: PcmFile, task: Extract<RawTask, { kind: 'segment' }>): null {
  const diarization = new sherpa.OfflineSpeakerDiarization({
    segmentation: { pyannote: { model: task.model }, numThreads: 1 },
    embedding: { model: task.stubEmbedding, numThreads: 1 },
    clustering: { numClusters: 1 },
    minDurationOn: NONE,
    minDurationOff: NONE,
  })
  for (const { startSample, sampleCount } of task.windows) {
    const window = new Float32Array(WINDOW_SAMPLES)
    window.set(pcm.read(startSample, sampleCount))
    diarization.process(window)
  }
  return null
}

function embed(pcm: PcmFile, task: Extract<RawTask, { kind: 'embed' }>): null {
  const extractor = new sherpa.SpeakerEmbeddingExtractor({ model: task.model, numThreads: 1 })
  for (const runs of task.pieces) {
    const stream = extractor.createStream()
    for (const { startSample, sampleCount } of runs) {
      stream.acceptWaveform({ sampleRate: PCM_RATE, samples: pcm.read(startSample, sampleCount) })
    }
    stream.inputFinished()
    if (extractor.isReady(stream)) extractor.compute(stream, false)
  }
  return null
}

function diarizePieces(pcm: PcmFile, task: Extract<RawTask, { kind: 'diarize' }>) {
  const diarization = new sherpa.OfflineSpeakerDiarization({
    segmentation: { pyannote: { model: task.segmentation }, numThreads: 1 },
    embedding: { model: task.embedding, numThreads: 1 },
    clustering:
      task.speakers === null
        ? { numClusters: -1, threshold: OWN_CLUSTERING_THRESHOLD }
        : { numClusters: task.speakers },
    ...OWN_DURATIONS,
  })
  return diarization
    .process(pcm.read(0, samplesIn(task.pcm)))
    .map(({ start, end, speaker }) => ({ start, end, speaker }))
}

const samplesIn = (path: string): number => statSync(path).size / PCM_BYTES_PER_SAMPLE

function say(reply: RawReply): void {
  process.send?.(reply)
}

process.on('disconnect', () => process.exit(0))
process.on('message', (task: RawTask) => {
  answer(task).then(
    (result) => say({ kind: 'done', result }),
    (error: unknown) =>
      say({ kind: 'failed', detail: error instanceof Error ? (error.stack ?? '') : String(error) }),
  )
})
