import { formatList } from '#core/notation/numbers'
import type { CueProblemKind } from '#core/captions/cue-problems'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Menu, MenuTicks } from '../../ui/menu.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import styles from './fixes.module.css'
import { type CueProblems, problemCounts } from './problem-counts.ts'

export interface ProblemsBarProps {
  readonly problems: CueProblems
  /** The rules whose captions are listed as problems; null: all. */
  readonly kinds: ReadonlySet<CueProblemKind> | null
  readonly onKinds: (kinds: ReadonlySet<CueProblemKind> | null) => void
  /** Captions are still being generated. */
  readonly making: boolean
  /** The key that moves to the next problem; null for none. */
  readonly nextKey: string | null
  readonly onFixAll: () => void
  readonly onNext: () => void
}

/** How many captions break a rule, by the worst problem of each, and actions for them. */
export function ProblemsBar({
  problems,
  kinds,
  onKinds,
  making,
  nextKey,
  onFixAll,
  onNext,
}: ProblemsBarProps) {
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
  const { counts, shown } = listedRules(problems, kinds)
  const words = formatList(
    shown.map(([kind, some]) => say(`captions.kinds.${kind}`, { count: some })),
    language,
    'unit',
  )
  return (
    <div className={styles.bar}>
      <output className={styles.broken}>
        <Icon name="warn" small />
        <b>{say('captions.broken', { count })}</b>
        {counts.length === 1 && <span className={styles.kinds}>{words}</span>}
      </output>
      {counts.length > 1 && (
        <Menu
          label={say('captions.by-rule')}
          trigger={
            <Button size="small" aria-label={say('captions.by-rule.now', { chosen: words })}>
              <span className={styles.kinds}>{words}</span>
              <Icon name="down" small />
            </Button>
          }
        >
          <RuleTicks problems={problems} kinds={kinds} onKinds={onKinds} />
        </Menu>
      )}
      <span className={styles.spring} />
      <Button size="small" onPress={onFixAll}>
        {say('captions.fix-all')}
      </Button>
      <NextProblem nextKey={nextKey} onNext={onNext} />
    </div>
  )
}

export type NextProblemProps = Pick<ProblemsBarProps, 'nextKey' | 'onNext'>

export function NextProblem({ nextKey, onNext }: NextProblemProps) {
  const say = useSay()
  return (
    <Button variant="line" size="small" onPress={onNext}>
      {say('captions.next')}
      {nextKey !== null && <kbd>{nextKey}</kbd>}
    </Button>
  )
}

export type RuleTicksProps = Pick<ProblemsBarProps, 'problems' | 'kinds' | 'onKinds'>

/** Rows of a menu: the rules whose captions are listed as problems, with their numbers. */
export function RuleTicks({ problems, kinds, onKinds }: RuleTicksProps) {
  const say = useSay()
  const { counts, shown } = listedRules(problems, kinds)
  return (
    <MenuTicks
      label={say('captions.by-rule')}
      ticks={counts.map(([kind, some]) => ({
        id: kind,
        label: say(`captions.kinds.${kind}`, { count: some }),
      }))}
      ticked={new Set(shown.map(([kind]) => kind))}
      onTick={(ticked) => onKinds(ticked.size === 0 || ticked.size === counts.length ? null : ticked)}
    />
  )
}

/** All rules that are broken, and those whose captions are listed. */
function listedRules(problems: CueProblems, kinds: ReadonlySet<CueProblemKind> | null) {
  const counts = problemCounts(problems)
  const listed = counts.filter(([kind]) => kinds?.has(kind) ?? true)
  return { counts, shown: listed.length === 0 ? counts : listed }
}
