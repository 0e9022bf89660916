import { PCM_BYTES_PER_SAMPLE, samplesFromPcm } from '#core/sound/pcm'

/** In samples: four seconds, a range that the studio answers at once. */
const BLOCK = 64_000
/** So many are kept, the newest. */
const MOST_BLOCKS = 8

/** Reads a recording's sound from the studio in blocks. */
export class PcmBlocks {
  readonly #url: string
  readonly #blocks = new Map<number, Promise<Float32Array>>()

  constructor(url: string) {
    this.#url = url
  }

  /** Samples after the end are 0. Throws TypeError without a connection, Error if there is no sound or it is aborted. */
  async read(startSample: number, count: number, signal: AbortSignal): Promise<Float32Array<ArrayBuffer>> {
    const samples = new Float32Array(count)
    const end = startSample + count
    for (let block = Math.floor(startSample / BLOCK); block * BLOCK < end; block += 1) {
      const all = await this.#block(block)
      signal.throwIfAborted()
      const from = Math.max(startSample, block * BLOCK)
      const part = all.subarray(from - block * BLOCK, Math.max(0, end - block * BLOCK))
      samples.set(part, from - startSample)
    }
    return samples
  }

  /** Requests it once for all who read it: what one no longer wants another may be waiting for. */
  async #block(number: number): Promise<Float32Array> {
    const known = this.#blocks.get(number)
    if (known !== undefined) return known
    const reading = load(this.#url, number)
    this.#blocks.set(number, reading)
    const [oldest] = this.#blocks.keys()
    if (this.#blocks.size > MOST_BLOCKS && oldest !== undefined) this.#blocks.delete(oldest)
    try {
      return await reading
    } catch (error) {
      if (this.#blocks.get(number) === reading) this.#blocks.delete(number)
      throw error
    }
  }
}

const RANGE_BEYOND_END = 416

async function load(url: string, number: number): Promise<Float32Array> {
  const start = number * BLOCK * PCM_BYTES_PER_SAMPLE
  const range = `bytes=${start}-${start + BLOCK * PCM_BYTES_PER_SAMPLE - 1}`
  const answer = await fetch(url, { headers: { range } })
  if (answer.status === RANGE_BEYOND_END) return new Float32Array()
  if (!answer.ok) throw new Error(`pcm: ${answer.status}`)
  return samplesFromPcm(new Uint8Array(await answer.arrayBuffer()))
}
