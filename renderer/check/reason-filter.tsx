import { formatNumber } from '#core/notation/numbers'
import type { CheckReasonId } from '../editor/check-item.ts'
import { changeCheck, type CheckState, type EditorStore, listedItems } from '../editor/editor-store.ts'
import { useChangePreferences } from '../session/change-preferences.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Menu, MenuLine, MenuTicks } from '../ui/menu.tsx'
import { useLocale, useSay } from '../ui/words.tsx'
import styles from './check.module.css'
import { checkReasons } from './check-reasons.ts'

export interface ReasonFilterProps {
  readonly store: EditorStore
  readonly check: CheckState
}

/** Ticks the reasons that are listed, with the number of items of each, and less likely errors. */
export function ReasonFilter({ store, check }: ReasonFilterProps) {
  const say = useSay()
  const locale = useLocale()
  const change = useChangePreferences()
  const { only, withLess, lessLikely } = check
  const listable = listedItems({ ...check, only: null, timed: null })
  const countOf = (id: CheckReasonId): number => listable.filter(({ reason }) => reason === id).length
  const present = checkReasons.filter(({ id }) => countOf(id) > 0 || only?.has(id) === true)
  const ticked = new Set(present.flatMap(({ id }) => ((only?.has(id) ?? true) ? id : [])))
  const isAll = ticked.size === present.length
  const [one] = present.filter(({ id }) => ticked.has(id))
  const listed = present.reduce((sum, { id }) => sum + (ticked.has(id) ? countOf(id) : 0), 0)
  const label =
    isAll || one === undefined
      ? say('check.every-reason')
      : ticked.size === 1
        ? say(one.label)
        : say('check.reasons', { count: ticked.size })
  return (
    <Menu
      label={say('check.filter')}
      trigger={
        <Button size="small" aria-label={say('check.filter.now', { chosen: label, count: listed })}>
          {label} <span className={styles.number}>{formatNumber(listed, locale)}</span>
          <Icon name="down" small />
        </Button>
      }
    >
      <MenuTicks
        label={say('check.filter')}
        ticks={present.map((reason) => ({
          id: reason.id,
          label: say(reason.label),
          count: formatNumber(countOf(reason.id), locale),
        }))}
        ticked={ticked}
        onTick={(now) => {
          // Nothing ticked would be an empty list: all are listed again.
          const isEvery = now.size === 0 || now.size === present.length
          changeCheck(store, {
            only: isEvery ? null : now,
            isAskedFor: false,
            open: null,
            isCorrecting: false,
          })
        }}
      />
      <MenuLine />
      <MenuTicks
        label={say('check.less')}
        ticks={[{ id: 'less', label: say('check.less'), count: formatNumber(lessLikely, locale) }]}
        ticked={new Set(withLess ? ['less'] : [])}
        onTick={(now) => change({ allDoubts: now.size > 0 })}
      />
    </Menu>
  )
}
