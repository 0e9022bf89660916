import { existsSync } from 'node:fs'
import { chunkSpans, halvesOf, secondsOfSpeech } from '#core/chunks/chunk-spans'
import { type Chunk, planChunks } from '#core/chunks/plan'
import type { ReadSamples } from '#core/chunks/quietest'
import { decodeEvidence, type ReadChunk } from '#core/doubt/decode-evidence'
import type { DoubtEvidence } from '#core/doubt/evidence'
import { type Region, regionsFromWindows } from '#core/regions/regions'
import { PCM_RATE } from '#core/sound/pcm'
import { rangeOfRun, type SampleRange, sampleRange } from '#core/sound/range'
import { uniteSpans } from '#core/transcript/unite-spans'
import { MIX, trackOfRun } from '#core/tracks/mix'
import { tracksOfWords } from '#core/tracks/track-ids'
import { type Transcript, transcriptWords, type Word } from '#core/transcript/transcript'
import type { Decoded } from '#core/words/decoded'
import type { SampleSpan } from '#core/windows/windows'
import { findRejection } from '#core/words/rejection'
import { Checkpoints } from '../recognition/checkpoints.ts'
import { StoredDecodes } from '../recognition/results/decodes.ts'
import { canDrift } from '../recognition/words/drift-check.ts'
import { storedWindows } from '../recognition/results/windows.ts'
import type { TrackRecord } from '../library/tables/recordings/recordings.ts'
import { withHotwords } from '../models/hotwords.ts'
import { type Model, modelSha256 } from '../models/model-store.ts'
import { soundFiles } from '../sound/decode.ts'
import { PcmFile } from '../sound/pcm-file.ts'
import type { Studio } from '../studio.ts'

/** Nothing is saved here, so no lease is needed. */
const NO_LEASE = 0

/** What is needed to gather evidence. */
export type EvidenceParts = Pick<Studio, 'library' | 'models' | 'cacheFolder'>

/**
 * Evidence for doubts besides the words, as far as it is still available: speech regions from checkpoints,
 * and other decodes of each chunk if the model and the decoded audio exist, as chunk boundaries depend on the
 * audio.
 */
export async function transcriptEvidence(
  studio: EvidenceParts,
  transcript: Transcript,
): Promise<DoubtEvidence> {
  const { run, recordingId } = transcript
  const words = transcriptWords(transcript)
  if (trackOfRun(run.settings) !== MIX) {
    const track = await studio.library.track(recordingId, trackOfRun(run.settings))
    return track === undefined ? {} : trackEvidence(studio, transcript, track, words)
  }
  const tracks = (await studio.library.tracksOf(recordingId)).filter(({ index }) => index !== MIX)
  const numbers = tracksOfWords(words)
  const all = await Promise.all(
    tracks.map(async (track) => {
      const own = words.filter((_, index) => numbers[index] === track.index)
      const { regions, chunks } = await trackEvidence(studio, transcript, track, own)
      return { regions, chunks: chunks?.map((chunk) => ({ ...chunk, track: track.index })) }
    }),
  )
  const chunks = all.flatMap((one) => one.chunks ?? [])
  const regions = all.flatMap((one) => one.regions ?? [])
  return {
    ...(regions.length === 0 ? {} : { regions: uniteSpans(regions) }),
    ...(chunks.length === 0 ? {} : { chunks }),
  }
}

/** Evidence from one track. `words`: those of the transcript recognized on it. */
async function trackEvidence(
  studio: EvidenceParts,
  transcript: Transcript,
  track: TrackRecord,
  words: readonly Word[],
): Promise<DoubtEvidence> {
  const { run, recordingId } = transcript
  const checkpoints = new Checkpoints(studio.library, NO_LEASE, track.pcmSha256)
  const range = sampleRange(rangeOfRun(run.settings), track.sampleCount)
  const regions = await regionsOf(transcript, range, checkpoints)
  if (regions === null) return {}
  const spans = regions.map(({ startSample, endSample }) => ({
    startMs: msOf(startSample),
    endMs: msOf(endSample),
  }))
  const model = await recognizerOf(studio, transcript)
  const { pcm } = soundFiles(studio.cacheFolder, recordingId, track.index)
  if (model === null || !existsSync(pcm)) return { regions: spans }
  const file = new PcmFile(pcm)
  try {
    const chunks = planChunks(regions, file.read, model.entry.chunks)
    const read = await readChunks(chunks, file.read, transcript, range, checkpoints, model)
    const ordered = words.toSorted((one, other) => one.startMs - other.startMs)
    return { regions: spans, chunks: decodeEvidence(read, ordered) }
  } finally {
    file.close()
  }
}

const msOf = (sample: number): number => Math.round((sample * 1000) / PCM_RATE)

/** Null if no window is stored. */
async function regionsOf(
  { run }: Transcript,
  range: SampleRange,
  checkpoints: Checkpoints,
): Promise<Region[] | null> {
  const segmentation = run.models.find((model) => model.role === 'segmentation')?.sha256
  if (segmentation === undefined) return null
  const windows = await storedWindows(checkpoints, 'region-window', range, segmentation)
  if (windows === null) return null
  return regionsFromWindows(windows, range.endSample)
}

/** The exact model that recognized the words; null if it was removed. */
async function recognizerOf({ models }: EvidenceParts, { run }: Transcript): Promise<Model | null> {
  const used = run.models.find((model) => model.role === 'recogniser')
  const known = await models.list()
  const found = known.find(({ entry }) => entry.id === used?.id && modelSha256(entry) === used.sha256)
  const { hotwords } = run.settings
  if (found === undefined) return null
  return typeof hotwords === 'string' ? withHotwords(found, hotwords.split('\n')) : found
}

async function readChunks(
  chunks: readonly Chunk[],
  readSamples: ReadSamples,
  { language }: Transcript,
  range: SampleRange,
  checkpoints: Checkpoints,
  model: Model,
): Promise<ReadChunk[]> {
  const { narrow, wide } = chunkSpans(chunks, range)
  const known = language === 'und' ? null : language
  const firstPass = new StoredDecodes(checkpoints, model, known, 'first')
  const secondPass = new StoredDecodes(checkpoints, model, known, 'second')
  const [first, second] = await Promise.all([firstPass.many(narrow), secondPass.many(wide)])
  const isRefused = (index: number): boolean => {
    const [one, chunk] = [first[index], chunks[index]]
    return one != null && chunk !== undefined && findRejection([one], secondsOfSpeech(chunk)) !== null
  }
  const halved = await readHalves(narrow, isRefused, readSamples, firstPass)
  return chunks.map((chunk, index): ReadChunk => {
    const [one, other, halves] = [first[index] ?? null, second[index] ?? null, halved.get(index)]
    return {
      startMs: msOf(chunk.startSample),
      endMs: msOf(chunk.endSample),
      speechSeconds: secondsOfSpeech(chunk),
      cutAtStart: chunk.cutBefore,
      cutAtEnd: chunk.cutAfter,
      first: one,
      driftsFrom: known !== null && canDrift(model.entry) ? known : undefined,
      others: [...(other === null ? [] : [[other]]), ...(halves === undefined ? [] : [halves])],
    }
  })
}

/** Decodes of both halves of chunks whose whole decode was rejected, by index in `spans`. */
async function readHalves(
  spans: readonly SampleSpan[],
  isRefused: (index: number) => boolean,
  readSamples: ReadSamples,
  stored: StoredDecodes,
): Promise<ReadonlyMap<number, readonly Decoded[]>> {
  const refused = [...spans.entries()].filter(([index]) => isRefused(index))
  const found = await stored.many(refused.flatMap(([_index, span]) => halvesOf(span, readSamples)))
  return new Map(
    refused.flatMap(([index], at): [number, readonly Decoded[]][] => {
      const [left, right] = [found[2 * at] ?? null, found[2 * at + 1] ?? null]
      return left === null || right === null ? [] : [[index, [left, right]]]
    }),
  )
}
