import { type ReactNode, useRef, useState } from 'react'
import { type FoundKind, foundKinds } from '#core/cut/found-places'
import { formatNumber } from '#core/notation/numbers'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { Popover } from '../../ui/popover.tsx'
import { useLocale, useSay } from '../../ui/words.tsx'
import styles from './found.module.css'
import type { FoundPlaces } from './use-found-places.ts'

export interface FoundMenuProps {
  readonly found: FoundPlaces
  readonly panelOf: (kind: FoundKind) => ReactNode
}

/** All kinds in one menu, with their numbers; opens the places of one at the same button. */
export function FoundMenu({ found, panelOf }: FoundMenuProps) {
  const say = useSay()
  const locale = useLocale()
  const button = useRef<HTMLButtonElement>(null)
  const [opened, setOpened] = useState<FoundKind | null>(null)
  return (
    <>
      <Menu
        label={say('cut-view.found')}
        trigger={
          <Button ref={button} size="small">
            {say('cut-view.found')}
            <Icon name="down" small />
          </Button>
        }
      >
        {foundKinds.map((kind) => (
          <MenuItem
            key={kind}
            count={formatNumber(found[kind].length, locale)}
            onChoose={() => setOpened(kind)}
          >
            {say(`cut-view.found.${kind}`)}
          </MenuItem>
        ))}
      </Menu>
      <Popover
        label={opened === null ? '' : say(`cut-view.found.${opened}`)}
        className={styles.popover}
        open={opened !== null}
        onClose={() => setOpened(null)}
        anchor={button}
        placement="bottom end"
      >
        {opened !== null && panelOf(opened)}
      </Popover>
    </>
  )
}
