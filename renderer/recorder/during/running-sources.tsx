import { Icon } from '../../ui/icon.tsx'
import { Select } from '../../ui/select.tsx'
import { useSay } from '../../ui/words.tsx'
import type { Meter } from '../capture/level-meter.ts'
import { LevelMeter } from '../parts/meter.tsx'
import { sourceName, sourceVoice } from '../parts/source-name.ts'
import { useRecorder, useTry } from '../parts/use-recorder.tsx'
import { type Running, useMeterStore, useRecorderStore } from '../running/recorder-store.ts'
import { Button } from '../../ui/button.tsx'
import type { SourceSlot } from '../running/source-slot.ts'
import styles from './during.module.css'

/** The levels of the recorded sources; a source's device can be changed while recording. */
export function RunningSources({ running }: { readonly running: Running }) {
  const slots = useRecorderStore((state) => state.slots)
  return (
    <ul className={styles.levels}>
      {slots
        .filter(({ input }) => running.inputs.includes(input))
        .map((slot) => (
          <RunningSource key={slot.input} slot={slot} slots={slots} />
        ))}
    </ul>
  )
}

/** Only the levels. */
export function RunningLevels({
  running,
  className,
}: {
  readonly running: Running
  readonly className: string | undefined
}) {
  const say = useSay()
  const slots = useRecorderStore((state) => state.slots)
  const meters = useMeterStore((state) => state.meters)
  return (
    <ul className={className}>
      {slots
        .filter(({ input }) => running.inputs.includes(input))
        .map((slot) => {
          const name = sourceName(slot, slots, say)
          const meter = meters.get(slot.input)
          return (
            <li key={slot.input}>
              <LevelName slot={slot} name={name} meter={meter} />
              <LevelMeter label={name} meter={meter} voice={sourceVoice(slot.input, slots)} />
            </li>
          )
        })}
    </ul>
  )
}

interface LevelNameProps {
  readonly slot: SourceSlot
  readonly name: string
  readonly meter: Meter | undefined
}

function LevelName({ slot, name, meter }: LevelNameProps) {
  const say = useSay()
  return (
    <p className={styles.levelName}>
      <Icon name={slot.role === 'microphone' ? 'mic' : 'home'} small />
      <span>{name}</span>
      <span className={styles.db}>{levelWords(meter, slot, say)}</span>
    </p>
  )
}

interface RunningSourceProps {
  readonly slot: SourceSlot
  readonly slots: readonly SourceSlot[]
}

function RunningSource({ slot, slots }: RunningSourceProps) {
  const say = useSay()
  const recorder = useRecorder()
  const attempt = useTry()
  const inputs = useRecorderStore((state) => state.inputs)
  const meter = useMeterStore(({ meters }) => meters.get(slot.input))
  const name = sourceName(slot, slots, say)
  const fitting = inputs.filter(
    ({ deviceId, label, isMonitor }) =>
      isMonitor === (slot.role === 'system') && deviceId !== '' && label !== '',
  )
  const chosen = fitting.find(({ label }) => label === slot.label)?.deviceId ?? ''
  const change = (deviceId: string | null): void => attempt(() => recorder.changeDevice(slot.input, deviceId))
  return (
    <li>
      <LevelName slot={slot} name={name} meter={meter} />
      <LevelMeter label={name} meter={meter} voice={sourceVoice(slot.input, slots)} />
      {fitting.length > 0 && (
        <Select
          className={styles.device}
          size="small"
          label={say('rec.notice.choose-for', { source: name })}
          choices={fitting.map(({ deviceId, label }) => ({ id: deviceId, label }))}
          chosen={chosen}
          onChoose={change}
        />
      )}
      {slot.state === 'failed' && slot.role === 'system' && (
        <Button size="small" variant="line" onPress={() => change(null)}>
          {say('rec.choose-again')}
        </Button>
      )}
      {slot.state === 'failed' && slot.role === 'microphone' && (
        <Button size="small" variant="line" onPress={() => change(slot.chosen)}>
          {say('rec.try-again')}
        </Button>
      )}
    </li>
  )
}

function levelWords(meter: Meter | undefined, slot: SourceSlot, say: ReturnType<typeof useSay>): string {
  if (slot.state !== 'on' || meter === undefined || meter.levelDb < -60) return say('rec.level.none')
  const db = Math.round(meter.levelDb)
  return say('rec.level', { db: db < 0 ? `\u2212${-db}` : String(db) })
}
