import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import path from 'node:path'
import type { ReviewRequest } from '#contracts/review-page'
import { Fault } from '#contracts/errors'
import { type AroundSound, reviewPage } from '#core/review/review-page'
import { outside, reviewBitRate, reviewSeconds, reviewSpans } from '#core/review/review-sound'
import type { TimeSpan } from '#core/transcript/time-span'
import { uniteSpans } from '#core/transcript/unite-spans'
import { renameFile } from '../drives/files.ts'
import { PAGE_SOUND_TYPE } from '../export/page-sound.ts'
import { diskFault } from '../faults/disk-fault.ts'
import { makeFolder } from '../files/make-folder.ts'
import type { BeforeMoved } from '../sound/write-media.ts'
import { withPartFiles } from '../sound/part-files.ts'
import { writeStretches } from '../sound/sound-stretches.ts'
import { inWorkFolder } from '../sound/work-folder.ts'
import { readPageScript } from './page-script.ts'
import { reviewMaterial, type ReviewStudio } from './review-material.ts'
import { reviewSource } from './review-source.ts'

export type WantedPage = Omit<ReviewRequest, 'fileName'> & {
  /** Of this page. */
  readonly review: string
}

export interface MakeReviewOptions extends BeforeMoved {
  readonly signal: AbortSignal
  /** From 0 to 1. */
  readonly onProgress?: (fraction: number) => void
  readonly isLowPriority?: boolean
}

/**
 * Writes a review page to `output` and returns its bytes. Nothing is left if it fails.
 * Faults: `review.no-words`, `review.sound-too-long`, `media.moved`, `sound.deleted`, those of sound and disk.
 */
export async function makeReviewPage(
  studio: ReviewStudio,
  { transcriptId, reviewSound, speakerId, reviewer, language, review }: WantedPage,
  output: string,
  options: MakeReviewOptions,
): Promise<number> {
  const material = await reviewMaterial(studio, transcriptId, speakerId)
  const spans = reviewSpans(material, reviewSound, speakerId !== null)
  const script = await readPageScript()
  const source = spans.length === 0 ? null : await reviewSource(studio, material, options.signal)
  const sound =
    source === null
      ? null
      : {
          type: PAGE_SOUND_TYPE,
          spans: spans.map(({ startMs, endMs }) => [startMs, endMs] as const),
          isAroundPlaces: reviewSound === 'places',
        }
  const text = reviewPage(material, { review, language, reviewer, speakerId, sound, script })
  if (source === null) return writePage(output, text, null, options)
  const { silences = [], recording } = material.document
  const seconds = reviewSeconds(spans)
  const bitRate = reviewBitRate(seconds)
  if (bitRate === null) throw new Fault('review.sound-too-long', { title: recording.title })
  return inWorkFolder(async (folder) => {
    const file = path.join(folder, 'sound.webm')
    await writeStretches(source, file, {
      spans,
      silences: uniteSpans([...silences, ...outside(spans, endOf(spans, recording.durationMs))]),
      durationMs: recording.durationMs,
      bitRate,
      ...options,
    })
    return writePage(output, text, file, options)
  })
}

/** Of all that may sound at a join; a track may be longer than its text's recording. */
const endOf = (spans: readonly TimeSpan[], durationMs: number): number =>
  Math.max(durationMs, spans.at(-1)?.endMs ?? 0) + 1_000

/** A multiple of 3, so that the pieces' base64 can be joined. */
const PIECE_BYTES = 3 * 64 * 1024

async function writePage(
  output: string,
  [before, after]: AroundSound,
  sound: string | null,
  { signal, beforeMoved }: Pick<MakeReviewOptions, 'signal' | 'beforeMoved'>,
): Promise<number> {
  const folder = path.dirname(output)
  try {
    await makeFolder(folder)
    return await withPartFiles({ output }, async (part) => {
      const handle = await open(part.output, 'wx')
      try {
        await handle.appendFile(before)
        if (sound !== null) {
          const input = createReadStream(sound, { highWaterMark: PIECE_BYTES })
          let rest: Buffer = Buffer.alloc(0)
          for await (const piece of input as AsyncIterable<Buffer>) {
            if (signal.aborted) throw new Fault('job.cancelled')
            const joined = rest.length === 0 ? piece : Buffer.concat([rest, piece])
            const whole = joined.length - (joined.length % 3)
            await handle.appendFile(joined.toString('base64', 0, whole))
            rest = joined.subarray(whole)
          }
          await handle.appendFile(rest.toString('base64'))
        }
        await handle.appendFile(after)
        await handle.sync()
      } finally {
        await handle.close()
      }
      const { size } = await stat(part.output)
      await beforeMoved?.()
      await renameFile(part.output, output)
      return size
    })
  } catch (error) {
    throw diskFault(error, folder)
  }
}
