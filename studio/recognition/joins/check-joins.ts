import type { JoinToRecognize } from '#core/cut/joins-to-recognize'
import { joinWindow } from '#core/cut/join-window'
import { type JoinFaults, judgeJoin, NO_FAULTS } from '#core/cut/judge-join'
import type { TimeSpan } from '#core/transcript/time-span'
import { withPartFiles } from '../../sound/part-files.ts'
import { isLostWork } from '../lost-work.ts'
import { recognizeApart, recognizeCut, recognizeWhole, type Recognizer } from './recognize-join.ts'

export interface CheckingJoins {
  readonly recognizer: Recognizer
  /** The decoded recording; its folder is written to meanwhile. */
  readonly pcm: string
  /** The recording, or its kept part. */
  readonly whole: TimeSpan
  /** How many joins are recognized at once. */
  readonly atOnce: number
  readonly onProgress: (fraction: number) => void
  /** Stores what is wrong at a join. */
  readonly save: (key: string, faults: JoinFaults) => Promise<void>
}

/** Checks joins and stores each result at once; returns how many the engine failed on. Faults of the engine and of `save`. */
export async function checkJoins(
  joins: readonly JoinToRecognize[],
  checking: CheckingJoins,
): Promise<number> {
  const { pcm, atOnce, onProgress, save, recognizer } = checking
  let [next, done, lost] = [0, 0, 0]
  onProgress(0)
  const scratchNames = Object.fromEntries(
    Array.from({ length: Math.max(1, atOnce) }, (_, place) => [String(place), `${pcm}.join-${place}`]),
  )
  await withPartFiles(scratchNames, async (scratch) => {
    const listen = async (file: string): Promise<void> => {
      for (let join = joins[next]; join !== undefined; join = joins[next]) {
        next += 1
        const faults = await faultsAt(join, checking, file).catch((error: unknown) => {
          if (!isLostWork(error) || recognizer.signal.aborted) throw error
          return null
        })
        if (faults === null) lost += 1
        else await save(join.key, faults)
        done += 1
        onProgress(done / joins.length)
      }
    }
    const ends = await Promise.allSettled(
      Object.values(scratch).map((file) =>
        listen(file).catch((error: unknown) => {
          // The others end with the join that they are at.
          next = joins.length
          throw error
        }),
      ),
    )
    const failed = ends.find((end) => end.status === 'rejected')
    if (failed !== undefined) throw failed.reason
  })
  return lost
}

/** About how much is recognized on each side, in ms. */
const CONTEXT_MS = 4_000

/**
 * What is wrong at a join. Where words follow one another that nobody said so, a recognizer may write others: what is wrong
 * must be so with the join, with silence in its place, and with each side alone.
 */
export async function faultsAt(
  join: JoinToRecognize,
  { recognizer, pcm, whole }: Pick<CheckingJoins, 'recognizer' | 'pcm' | 'whole'>,
  scratch: string,
): Promise<JoinFaults> {
  const [window, files] = [joinWindow(join, CONTEXT_MS, whole), { pcm, scratch }]
  const text = await recognizeWhole(recognizer, window, files)
  let faults = judgeJoin(join, text, await recognizeCut(recognizer, window, files)) ?? NO_FAULTS
  if (!hasFaults(faults)) return NO_FAULTS
  for (const heard of await recognizeApart(recognizer, window, files))
    faults = inBoth(faults, judgeJoin(join, text, heard) ?? NO_FAULTS)
  return faults
}

const hasFaults = ({ clipped, heard }: JoinFaults): boolean => clipped.length + heard.length > 0

const inBoth = (one: JoinFaults, other: JoinFaults): JoinFaults => ({
  clipped: one.clipped.filter((id) => other.clipped.includes(id)),
  heard: one.heard.filter((id) => other.heard.includes(id)),
})
