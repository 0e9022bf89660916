import { type ProgramLanguage, say } from '../../messages/messages.ts'
import { formatFixed } from '../../notation/numbers.ts'

/** Loudness of sound as ebur128 measures it. */
export interface Loudness {
  /** Integrated, LUFS; one channel is counted as two speakers that play it. */
  readonly integrated: number
  /** dBTP. */
  readonly truePeak: number
}

/** What became of a loudness that was asked for. */
export interface ReachedLoudness {
  /** Null: the sound is silent or too short to be measured, and is written as it is. */
  readonly was: Pick<Loudness, 'integrated'> | null
  readonly reached: Loudness | null
}

/** What was reached, in words. */
export function loudnessWords(
  { was, reached }: ReachedLoudness,
  language: ProgramLanguage,
  locale: string,
): string {
  if (was === null || reached === null) return say(language, 'sound.loudness.unknown')
  const shown = (value: number): string => formatFixed(value, locale, 1)
  return say(language, 'sound.loudness', {
    reached: shown(reached.integrated),
    was: shown(was.integrated),
    peak: shown(reached.truePeak),
  })
}
