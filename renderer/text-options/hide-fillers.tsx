import { countFillersIn } from '#core/fillers/count-fillers'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useSession } from '../session/use-session.ts'
import { useParagraphSum } from '../session/use-paragraph-sum.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { MenuItem } from '../ui/menu.tsx'
import { Switch } from '../ui/switch.tsx'
import { useSay } from '../ui/words.tsx'

export interface HideFillersProps {
  readonly session: TranscriptSession
  /** `menu`: an item of a menu, named after what choosing it does. */
  readonly look?: 'switch' | 'checkbox' | 'menu'
}

/**
 * Whether text, captions and exports hide fillers, stutters and false starts; renders nothing if there are
 * none.
 */
export function HideFillers({ session, look = 'switch' }: HideFillersProps) {
  const say = useSay()
  const isHidden = useSession(session, ({ transcript }) => transcript.fillers === 'hidden')
  const count = useParagraphSum(session, countFillersIn)
  if (count === null || (count === 0 && !isHidden)) return null
  const change = (hides: boolean): void => {
    session.apply([{ kind: 'set-fillers', id: session.newId(), fillers: hides ? 'hidden' : null }], {
      origin: 'fillers',
    })
  }
  const label = say('fillers.hide', { count })
  if (look === 'menu') {
    return <MenuItem onChoose={() => change(!isHidden)}>{isHidden ? say('fillers.show') : label}</MenuItem>
  }
  return look === 'switch' ? (
    <Switch on={isHidden} onChange={change}>
      {label}
    </Switch>
  ) : (
    <Checkbox checked={isHidden} onChange={change}>
      {label}
    </Checkbox>
  )
}
