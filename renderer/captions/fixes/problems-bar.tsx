import type { CueProblem, CueProblemKind } from '#core/captions/cue-problems'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import styles from './fixes.module.css'

export interface ProblemsBarProps {
  /** By index of the caption; only captions with problems. */
  readonly problems: ReadonlyMap<number, readonly CueProblem[]>
  /** Captions are still being generated. */
  readonly making: boolean
  /** The key that moves to the next problem; null for none. */
  readonly nextKey: string | null
  readonly onFixAll: () => void
  readonly onNext: () => void
}

/** How many captions break a rule, by the worst problem of each, and actions for them. */
export function ProblemsBar({ problems, making, nextKey, onFixAll, onNext }: ProblemsBarProps) {
  const say = useSay()
  const language = useLanguage()
  const count = problems.size
  if (making || count === 0) {
    return (
      <VisuallyHidden>
        <output>{making ? '' : say('captions.broken.none')}</output>
      </VisuallyHidden>
    )
  }
  const kinds = worstKinds(problems).map(([kind, some]) => say(`captions.kinds.${kind}`, { count: some }))
  return (
    <div className={styles.bar}>
      <output className={styles.broken}>
        <Icon name="warn" small />
        <b>{say('captions.broken', { count })}</b>
        <span className={styles.kinds}>{new Intl.ListFormat(language, { type: 'unit' }).format(kinds)}</span>
      </output>
      <span className={styles.spring} />
      <Button size="small" onPress={onFixAll}>
        <span className={styles.wide}>{say('captions.fix-all')}</span>
        <span className={styles.narrow}>{say('captions.fix-all.short')}</span>
      </Button>
      <Button variant="line" size="small" onPress={onNext}>
        {say('captions.next')}
        {nextKey !== null && <kbd>{nextKey}</kbd>}
      </Button>
    </div>
  )
}

/** Each caption counts once; most frequent kind first. */
function worstKinds(problems: ProblemsBarProps['problems']): [CueProblemKind, number][] {
  const counts = new Map<CueProblemKind, number>()
  for (const [worst] of problems.values()) {
    if (worst !== undefined) counts.set(worst.kind, (counts.get(worst.kind) ?? 0) + 1)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)
}
