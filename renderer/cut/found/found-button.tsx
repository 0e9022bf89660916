import { type ReactNode, useRef, useState } from 'react'
import type { FoundKind } from '#core/cut/found-places'
import { formatNumber } from '#core/notation/numbers'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Popover } from '../../ui/popover.tsx'
import { useLocale, useSay } from '../../ui/words.tsx'
import styles from './found.module.css'

export interface FoundButtonProps {
  readonly kind: FoundKind
  readonly count: number
  /** The places. */
  readonly children: ReactNode
}

/** How many places of a kind there are; opens them. */
export function FoundButton({ kind, count, children }: FoundButtonProps) {
  const say = useSay()
  const locale = useLocale()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        ref={button}
        size="small"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => setOpen(true)}
      >
        {say(`cut-view.found.${kind}`)} <span className={styles.count}>{formatNumber(count, locale)}</span>
        <Icon name="down" small />
      </Button>
      <Popover
        label={say(`cut-view.found.${kind}`)}
        className={styles.popover}
        open={isOpen}
        onClose={() => setOpen(false)}
        anchor={button}
        placement="bottom end"
      >
        {children}
      </Popover>
    </>
  )
}
