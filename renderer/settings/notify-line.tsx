import { useState } from 'react'
import { useChangePreferences } from '../session/change-preferences.ts'
import { usePreferences } from '../rpc/preferences-queries.ts'
import { Switch } from '../ui/switch.tsx'
import { useSay } from '../ui/words.tsx'
import { Option } from './option.tsx'

type Answer = NotificationPermission | 'missing'

/** This browser's permission for the page; it may differ between the user's browsers. */
function currentAnswer(): Answer {
  return 'Notification' in globalThis ? Notification.permission : 'missing'
}

/** Switched on once the browser allows notifications. */
export function NotifyLine() {
  const say = useSay()
  const { notifyWhenDone } = usePreferences()
  const change = useChangePreferences()
  const [answer, setAnswer] = useState(currentAnswer)
  const [isRefused, setRefused] = useState(false)
  const switchOn = async (): Promise<void> => {
    const given = answer === 'missing' ? answer : await Notification.requestPermission()
    setAnswer(given)
    setRefused(given !== 'granted')
    if (given === 'granted') change({ notifyWhenDone: true })
  }
  return (
    <Option
      name={say('tasks.notify')}
      hint={
        <>
          {say('tasks.notify.hint')}
          {isRefused && (
            <span role="alert">
              {' '}
              {say(answer === 'missing' ? 'tasks.notify.missing' : 'tasks.notify.refused')}
            </span>
          )}
        </>
      }
    >
      <Switch
        label={say('tasks.notify')}
        on={notifyWhenDone && answer === 'granted'}
        onChange={(on) => {
          if (on) void switchOn()
          else change({ notifyWhenDone: false })
        }}
      />
    </Option>
  )
}
