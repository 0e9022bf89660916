import type { DiarizedTurn } from './label/label-turns.ts'

export interface Diarization {
  readonly turns: readonly DiarizedTurn[]
  /** Unit vectors: the voice print of each speaker. */
  readonly centroids: readonly Float32Array[]
}

/** Numbers speakers in the order of their first turn; voices without turns come last. */
export function renumberByFirstTurn({ turns, centroids }: Diarization): Diarization {
  const order = [...new Set([...turns.map((turn) => turn.speaker), ...centroids.keys()])]
  return {
    turns: turns.map((turn) => ({ ...turn, speaker: order.indexOf(turn.speaker) })),
    centroids: order.map((speaker) => centroids[speaker] as Float32Array),
  }
}
