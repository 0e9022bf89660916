import type { WordTraits } from '#core/doubt/word-traits'
import type { DoubtRecording } from './doubt-recordings.ts'
import type { JudgedWord } from './judged-words.ts'
import { fitLogistic, probability, type Weights } from './logistic.ts'
import type { Transcribed } from './transcribed.ts'

export interface Judged extends Transcribed {
  readonly words: readonly JudgedWord[]
}

export type FeaturesOf = (traits: WordTraits) => readonly number[] | null

/** Estimates a word's error with weights fitted on all other recordings; 0 for a word without features. */
export function leftOut(
  judged: readonly Judged[],
  featuresOf: FeaturesOf,
): (word: JudgedWord, recording: DoubtRecording) => number {
  const weightsOf = new Map<DoubtRecording, Weights>()
  return ({ traits }, recording) => {
    const features = featuresOf(traits)
    if (features === null) return 0
    let weights = weightsOf.get(recording)
    if (weights === undefined) {
      const others = judged.filter((one) => one.recording !== recording).flatMap(({ words }) => words)
      weights = fitLogistic(
        others.flatMap((word) => {
          const inputs = featuresOf(word.traits)
          return inputs === null ? [] : [{ features: inputs, isTrue: word.isWrong }]
        }),
      )
      weightsOf.set(recording, weights)
    }
    return probability(weights, features)
  }
}
