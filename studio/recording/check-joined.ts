import { Fault } from '#contracts/errors'
import type { Alignment } from '#core/recording/align-sources'
import { bestLag } from '#core/recording/best-lag'
import { RECORDING_RATE } from '#core/recording/block'
import type { JournalState } from '#core/recording/journal-state'
import { alignFilter } from './align-filter.ts'
import { JOINED_NAME, type JoinOptions, partsInput } from './join-parts.ts'
import { ByteReader, readParts } from './read-parts.ts'
import { runFfmpeg } from '../sound/run-ffmpeg.ts'
import { BYTES_PER_FRAME } from './wav-header.ts'

const COMPARED_BYTES = 1 << 20
/** Opus has frames of 20 ms; decoders may output the last one in full. */
const OPUS_SPARE_FRAMES = 960
/** Maximum displacement of decoded Opus sound, in frames: 1 ms. */
const OPUS_MOST_LAG = 48
/** A stretch of this length is compared once every `EVERY_BYTES`. */
const STRETCH_BYTES = (RECORDING_RATE / 4) * BYTES_PER_FRAME
const EVERY_BYTES = 60 * RECORDING_RATE * BYTES_PER_FRAME

/**
 * Decodes the joined file and compares it with the parts, or with their aligned form: every sample, or with
 * Opus length and alignment. Fault `recorder.not-equal`, those of `runFfmpeg`.
 */
export async function checkJoined(
  folder: string,
  state: JournalState,
  alignment: Alignment,
  { codec, signal, onProgress }: JoinOptions,
): Promise<void> {
  const { parts, title } = state
  const run = { folder, title, signal }
  for (const [source, files] of parts.entries()) {
    const words = ['-i', JOINED_NAME, '-map', `0:a:${source}`, '-f', 's16le', 'pipe:1']
    const isEqual = await runFfmpeg(words, run, async (output) => {
      const isWanted = (recorded: AsyncIterable<Buffer>): Promise<boolean> => {
        const [decoded, wanted] = [new ByteReader(output), new ByteReader(recorded)]
        return codec === 'opus' ? isAligned(decoded, wanted) : isSame(decoded, wanted)
      }
      const stretches = alignment.sources[source] ?? null
      if (stretches === null)
        return await isWanted(withSilence(readParts(folder, files), alignment.silence[source] ?? 0))
      const graph = alignFilter('0:a', 'out', stretches, alignment.frames)
      const aligned = ['-filter_complex', graph, '-map', '[out]', '-f', 's16le', 'pipe:1']
      return await runFfmpeg([...(await partsInput(folder, state, source)), ...aligned], run, isWanted)
    })
    if (!isEqual) throw new Fault('recorder.not-equal', { title, folder })
    onProgress((source + 1) / parts.length)
  }
}

async function* withSilence(sound: AsyncIterable<Buffer>, frames: number): AsyncGenerator<Buffer> {
  yield* sound
  for (let left = frames * BYTES_PER_FRAME; left > 0; left -= COMPARED_BYTES)
    yield Buffer.alloc(Math.min(left, COMPARED_BYTES))
}

/** Reads both streams to their ends, so that ffmpeg exits by itself. */
async function isSame(decoded: ByteReader, recorded: ByteReader): Promise<boolean> {
  let isEqual = true
  for (;;) {
    const [one, other] = [await decoded.read(COMPARED_BYTES), await recorded.read(COMPARED_BYTES)]
    isEqual &&= one.equals(other)
    if (one.length === 0 && other.length === 0) return isEqual
  }
}

async function isAligned(decoded: ByteReader, recorded: ByteReader): Promise<boolean> {
  let [isEqual, decodedBytes, recordedBytes, nextStretch] = [true, 0, 0, 0]
  for (;;) {
    const [one, other] = [await decoded.read(STRETCH_BYTES), await recorded.read(STRETCH_BYTES)]
    if (one.length === 0 && other.length === 0) break
    if (recordedBytes >= nextStretch && one.length === other.length) {
      const lag = bestLag(samplesOf(other), samplesOf(one), OPUS_MOST_LAG * 4)
      if (lag !== null) {
        isEqual &&= Math.abs(lag) <= OPUS_MOST_LAG
        nextStretch = recordedBytes + EVERY_BYTES
      }
    }
    decodedBytes += one.length
    recordedBytes += other.length
  }
  const spare = (decodedBytes - recordedBytes) / BYTES_PER_FRAME
  return isEqual && spare >= 0 && spare <= OPUS_SPARE_FRAMES
}

function samplesOf(bytes: Buffer): Int16Array {
  // A copy, as the bytes may begin at an odd address.
  const copy = Uint8Array.from(bytes)
  return new Int16Array(copy.buffer, 0, Math.floor(copy.length / 2))
}
