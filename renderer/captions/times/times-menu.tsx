import { useShownKey } from '../../keys/use-key-actions.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { useSay } from '../../ui/words.tsx'

export interface TimesMenuProps {
  readonly hasVideo: boolean
  readonly onMove: () => void
  readonly onSnap: () => void
}

/** What changes the times of many captions at once. */
export function TimesMenu(props: TimesMenuProps) {
  const say = useSay()
  const moveKey = useShownKey('caption-move')
  return (
    <Menu
      label={say('captions.all-times')}
      trigger={<IconButton variant="line" size="small" icon="more" label={say('captions.all-times')} />}
    >
      <TimesItems {...props} moveKey={moveKey} />
    </Menu>
  )
}

export interface TimesItemsProps extends TimesMenuProps {
  readonly moveKey: string | undefined
}

export function TimesItems({ hasVideo, onMove, onSnap, moveKey }: TimesItemsProps) {
  const say = useSay()
  return (
    <>
      <MenuItem keys={moveKey} onChoose={onMove}>
        {say('captions.move')}
      </MenuItem>
      {hasVideo && <MenuItem onChoose={onSnap}>{say('captions.snap-all')}</MenuItem>}
    </>
  )
}
