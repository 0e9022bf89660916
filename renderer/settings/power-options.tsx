import { useChangePreferences } from '../preferences/change-preferences.ts'
import { usePreferences } from '../rpc/queries.ts'
import { Switch } from '../ui/switch.tsx'
import { useSay } from '../ui/words.tsx'
import { Option } from './option.tsx'

/** How tasks share the processor and the battery with other programs. */
export function PowerOptions() {
  const say = useSay()
  const { lowPriority, waitsForPower } = usePreferences()
  const change = useChangePreferences()
  return (
    <>
      <Option name={say('tasks.low')} hint={say('tasks.low.hint')}>
        <Switch label={say('tasks.low')} on={lowPriority} onChange={(on) => change({ lowPriority: on })} />
      </Option>
      <Option name={say('tasks.power')} hint={say('tasks.power.hint')}>
        <Switch
          label={say('tasks.power')}
          on={waitsForPower}
          onChange={(on) => change({ waitsForPower: on })}
        />
      </Option>
    </>
  )
}
