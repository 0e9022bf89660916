import { useChangePreferences } from '../preferences/change-preferences.ts'
import { usePreferences } from '../rpc/queries.ts'
import { Switch } from '../ui/switch.tsx'
import { useSay } from '../ui/words.tsx'
import { Option } from './option.tsx'

/** Whether a second model checks unsure places in idle time. */
export function SecondModelOption() {
  const say = useSay()
  const { checksWithSecondModel } = usePreferences()
  const change = useChangePreferences()
  return (
    <Option name={say('models.idle')} hint={say('models.idle.hint')}>
      <Switch
        label={say('models.idle')}
        on={checksWithSecondModel}
        onChange={(on) => change({ checksWithSecondModel: on })}
      />
    </Option>
  )
}
