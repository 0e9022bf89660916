import { formatDate } from '#core/notation/dates'
import { useHost } from '../../rpc/studio-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import { Switch } from '../../ui/switch.tsx'
import { localeOf, type Say, useLanguage, useSay } from '../../ui/words.tsx'
import { hasDisplayCapture } from '../capture/open-sources.ts'
import type { Meter } from '../capture/level-meter.ts'
import type { ListedInput } from '../capture/list-inputs.ts'
import { LevelMeter, MeterScale } from '../parts/meter.tsx'
import { pagePlatform } from '../parts/platform.ts'
import { sourceName, sourceVoice } from '../parts/source-name.ts'
import { useRecorder } from '../parts/use-recorder.tsx'
import { useMeterStore, useRecorderStore } from '../running/recorder-store.ts'
import type { SourceSlot } from '../running/source-slot.ts'
import styles from './before.module.css'

/** The choice of the system's own method; no device has this id. */
const OWN_WAY = ''

export interface SourceCardProps {
  readonly slot: SourceSlot
  readonly onChoose: (slot: SourceSlot, chosen: string | null) => void
  readonly onRemove: (() => void) | null
}

/** One source: on or off, its device, its level, and its errors. */
export function SourceCard({ slot, onChoose, onRemove }: SourceCardProps) {
  const say = useSay()
  const recorder = useRecorder()
  const slots = useRecorderStore((state) => state.slots)
  const inputs = useRecorderStore((state) => state.inputs)
  const host = useHost().kind
  const meter = useMeterStore(({ meters }) => meters.get(slot.input))
  const name = sourceName(slot, slots, say)
  const isWanted = slot.state !== 'off'
  const choices = deviceChoices(slot, inputs, host, say)
  return (
    <section className={styles.source} aria-label={name}>
      <div className={styles.head}>
        <Switch
          label={name}
          on={isWanted}
          onChange={(on) => {
            if (on) onChoose(slot, slot.chosen ?? choices[0]?.device ?? null)
            else void recorder.sources.switchOff(slot.input)
          }}
        />
        <Icon name={slot.role === 'microphone' ? 'mic' : 'home'} />
        <b>{name}</b>
        <Select
          className={styles.device}
          label={say('rec.device', { source: name })}
          choices={choices}
          chosen={slot.chosen ?? OWN_WAY}
          onChoose={(id) => onChoose(slot, id === OWN_WAY ? null : id)}
          disabled={choices.length === 0}
        />
        {onRemove && (
          <IconButton icon="x" size="small" label={say('rec.remove', { source: name })} onPress={onRemove} />
        )}
      </div>
      <LevelMeter label={name} meter={isWanted ? meter : undefined} voice={sourceVoice(slot.input, slots)} />
      <MeterScale />
      <p className={styles.say} role="status">
        <SourceState slot={slot} meter={meter} host={host} onAgain={() => onChoose(slot, slot.chosen)} />
      </p>
    </section>
  )
}

interface SourceStateProps {
  readonly slot: SourceSlot
  readonly meter: Meter | undefined
  readonly host: string
  readonly onAgain: () => void
}

function SourceState({ slot, meter, host, onAgain }: SourceStateProps) {
  const say = useSay()
  const language = useLanguage()
  const recorder = useRecorder()
  const platform = pagePlatform()
  if (slot.state === 'opening') return say('rec.opening')
  if (slot.state === 'failed' && slot.problem !== null) {
    const isChoice = slot.role === 'system' && slot.chosen === null
    return (
      <>
        <span className={styles.bad}>
          <Icon name="warn" small />
          {say(`rec.problem.${slot.problem}`, { host, platform })}
          {isChoice && ` ${say('rec.system.how', { host, platform })}`}
        </span>
        <Button size="small" onPress={onAgain}>
          {say(isChoice ? 'rec.choose-again' : 'rec.try-again')}
        </Button>
      </>
    )
  }
  if (slot.state === 'off') return slot.role === 'system' ? say('rec.system.how', { host, platform }) : null
  if (meter !== undefined && meter.clips > 0) {
    const time = formatDate(meter.clippedAtMs ?? 0, localeOf(language), { timeStyle: 'medium' })
    return (
      <>
        <span className={styles.bad}>
          <Icon name="warn" small />
          {say('rec.clipped', { times: meter.clips, time })}
        </span>
        <Button size="small" onPress={() => recorder.sources.clearClips(slot.input)}>
          {say('rec.clipped.clear')}
        </Button>
      </>
    )
  }
  return meter?.silentSinceMs != null ? say('rec.silent', { role: slot.role }) : null
}

/** Possible devices of the source; monitors record what other programs play. */
function deviceChoices(
  { role }: SourceSlot,
  inputs: readonly ListedInput[],
  host: string,
  say: Say,
): { readonly id: string; readonly label: string; readonly device: string | null }[] {
  const fitting = inputs.filter(({ isMonitor }) => isMonitor === (role === 'system'))
  const named = fitting
    .filter(({ deviceId, label }) => deviceId !== '' && deviceId !== 'default' && label !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, label, device: deviceId }))
  if (role === 'microphone')
    return [{ id: OWN_WAY, label: say('rec.device.default'), device: null }, ...named]
  const shared = { id: OWN_WAY, label: say('rec.device.shared', { host }), device: null }
  return hasDisplayCapture() || named.length === 0 ? [shared, ...named] : named
}
