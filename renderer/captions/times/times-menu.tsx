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
export function TimesMenu({ hasVideo, onMove, onSnap }: TimesMenuProps) {
  const say = useSay()
  return (
    <Menu
      label={say('captions.all-times')}
      trigger={<IconButton variant="line" size="small" icon="more" label={say('captions.all-times')} />}
    >
      <MenuItem keys={useShownKey('caption-move')} onChoose={onMove}>
        {say('captions.move')}
      </MenuItem>
      {hasVideo && <MenuItem onChoose={onSnap}>{say('captions.snap-all')}</MenuItem>}
    </Menu>
  )
}
