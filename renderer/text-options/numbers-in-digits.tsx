import { countWrittenNumbersIn } from '#core/numbers/count-written-numbers'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useSession } from '../session/use-session.ts'
import { useParagraphSum } from '../session/use-paragraph-sum.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { MenuItem } from '../ui/menu.tsx'
import { Switch } from '../ui/switch.tsx'
import { useSay } from '../ui/words.tsx'

export interface NumbersInDigitsProps {
  readonly session: TranscriptSession
  /** `menu`: an item of a menu, named after what choosing it does. */
  readonly look?: 'switch' | 'checkbox' | 'menu'
}

/**
 * Whether captions, exports and the text to read write numbers, dates, times and units in digits; renders
 * nothing if there are none.
 */
export function NumbersInDigits({ session, look = 'switch' }: NumbersInDigitsProps) {
  const say = useSay()
  const isOn = useSession(session, ({ transcript }) => transcript.numbers === 'digits')
  const count = useParagraphSum(session, countWrittenNumbersIn)
  if (count === null || (count === 0 && !isOn)) return null
  const change = (inDigits: boolean): void => {
    session.apply([{ kind: 'set-numbers', id: session.newId(), numbers: inDigits ? 'digits' : null }], {
      origin: 'numbers',
    })
  }
  const label = say('numbers.digits', { count })
  if (look === 'menu') {
    return <MenuItem onChoose={() => change(!isOn)}>{isOn ? say('numbers.spoken') : label}</MenuItem>
  }
  return look === 'switch' ? (
    <Switch on={isOn} onChange={change}>
      {label}
    </Switch>
  ) : (
    <Checkbox checked={isOn} onChange={change}>
      {label}
    </Checkbox>
  )
}
