import { JobProgress, type Step, steps } from '#contracts/progress'

export type Stage = Step | 'start' | 'end'

/** The stages of a run, in order: everything that a user waits for is in one of them. */
export const stages: readonly Stage[] = ['start', ...steps, 'end']

/**
 * How long each stage took, from the progress lines of a run over one file. A line reports how much of its
 * step is done, so the time since the previous line belongs to that step. Time before the first line is the
 * start (program, library, import, decoding until its first line), time after the last one the end.
 * @param lines of stderr with `--progress json`, `at` in seconds from the start
 */
export function stageSeconds(
  lines: readonly { readonly at: number; readonly text: string }[],
  totalSeconds: number,
): ReadonlyMap<Stage, number> {
  const seconds = new Map<Stage, number>(stages.map((stage) => [stage, 0]))
  const add = (stage: Stage, more: number): void => {
    seconds.set(stage, (seconds.get(stage) ?? 0) + more)
  }
  let last = 0
  let first = true
  for (const { at, text } of lines) {
    const progress = JobProgress.safeParse(JSON.parse(text))
    if (!progress.success || progress.data.kind !== 'step') continue
    add(first ? 'start' : progress.data.step, at - last)
    first = false
    last = at
  }
  add('end', totalSeconds - last)
  return seconds
}
