import { useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Popover } from '../../ui/popover.tsx'
import { useSay } from '../../ui/words.tsx'
import { FoundPanel, type FoundPanelProps } from './found-panel.tsx'
import styles from './found.module.css'

/** How many places of a kind there are; opens them. */
export function FoundButton(props: FoundPanelProps) {
  const { kind, places } = props
  const say = useSay()
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
        {say(`cut-view.found.${kind}`)} <span className={styles.count}>{places.length}</span>
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
        <FoundPanel {...props} />
      </Popover>
    </>
  )
}
