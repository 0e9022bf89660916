import type { Word } from '../transcript/transcript.ts'
import { CERTAIN_WORDS, MATCHING_SHARE, NEAR_MS, timedText } from './echo.ts'
import { linesOf } from './lines.ts'
import { type TimedText, wordsInCommon } from './words-in-common.ts'

/**
 * The microphone's words without the echo of the computer's own sound, while both are recorded. Lines are
 * dropped as in `findEcho`, with the computer's sound always counting as stronger.
 * @param words of one passage of the microphone
 * @param far of the computer's sound around it, in order of time
 * @param language ISO 639-1
 */
export function withoutLiveEcho(words: readonly Word[], far: readonly Word[], language: string): Word[] {
  const texts = far.map(timedText)
  const lines = linesOf(words, language).map((own) => ({ own, share: shareIn(own.map(timedText), texts) }))
  const certain = lines.filter(({ own, share }) => own.length >= CERTAIN_WORDS && share >= MATCHING_SHARE)
  const isNear = (line: readonly Word[]): boolean =>
    certain.some(({ own }) => startOf(line) - endOf(own) < NEAR_MS && startOf(own) - endOf(line) < NEAR_MS)
  return lines.filter(({ own, share }) => share < MATCHING_SHARE || !isNear(own)).flatMap(({ own }) => own)
}

function shareIn(line: readonly TimedText[], others: readonly TimedText[]): number {
  const count = line.filter(({ text }) => text !== '').length
  return count === 0 ? 0 : wordsInCommon(line, others, new Set()).length / count
}

const startOf = (line: readonly Word[]): number => line[0]?.startMs ?? 0
const endOf = (line: readonly Word[]): number => line.at(-1)?.endMs ?? 0
