/** Consecutive words of one speaker: indexes, `until` excluded. */
export interface WordRun {
  readonly speakerId: string | null
  readonly from: number
  readonly until: number
}

export function wordRuns(speakerIds: readonly (string | null)[]): WordRun[] {
  const runs: WordRun[] = []
  let from = 0
  for (let until = 1; until <= speakerIds.length; until++) {
    const speakerId = speakerIds[from] ?? null
    if (until < speakerIds.length && speakerIds[until] === speakerId) continue
    runs.push({ speakerId, from, until })
    from = until
  }
  return runs
}
