import { useState } from 'react'
import { usePreferences } from '../rpc/queries.ts'
import { Select } from '../ui/select.tsx'
import { Switch } from '../ui/switch.tsx'
import { useSay } from '../ui/words.tsx'
import { useChangePreferences } from '../preferences/change-preferences.ts'
import { EnergyTable } from './energy-table.tsx'
import { Option } from './option.tsx'
import { PowerOptions } from './power-options.tsx'

const codecs = ['flac', 'pcm', 'opus'] as const
const names = { flac: 'FLAC', pcm: 'PCM', opus: 'Opus' } as const

type Answer = NotificationPermission | 'missing'

/** This browser's permission for the page; it may differ between the user's browsers. */
function currentAnswer(): Answer {
  return 'Notification' in globalThis ? Notification.permission : 'missing'
}

export function TasksSection() {
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
    <>
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
      <PowerOptions />
      <RecordingFormat />
      <EnergyTable />
    </>
  )
}

function RecordingFormat() {
  const say = useSay()
  const { recordingCodec } = usePreferences()
  const change = useChangePreferences()
  return (
    <Option name={say('rec.codec')} hint={say('rec.codec.hint')}>
      <Select
        label={say('rec.codec')}
        choices={codecs.map((id) => ({ id, label: names[id] }))}
        chosen={recordingCodec}
        onChoose={(codec) => change({ recordingCodec: codec })}
      />
    </Option>
  )
}
