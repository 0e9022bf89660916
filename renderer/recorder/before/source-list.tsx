import { Button } from '../../ui/button.tsx'
import { useSay } from '../../ui/words.tsx'
import { MAX_SOURCES } from '../capture/capture-messages.ts'
import { useRecorder, useTry } from '../parts/use-recorder.tsx'
import { useRecorderStore } from '../running/recorder-store.ts'
import { SourceCard } from './source-card.tsx'
import styles from './before.module.css'

/** The sources of the next recording, and a button to add a microphone. */
export function SourceList() {
  const say = useSay()
  const recorder = useRecorder()
  const attempt = useTry()
  const slots = useRecorderStore((state) => state.slots)
  const first = slots.find(({ role }) => role === 'microphone')
  const addMicrophone = (): void => {
    const slot = recorder.sources.add('microphone', null)
    if (slot !== null) attempt(() => recorder.sources.open(slot.input, null))
  }
  return (
    <>
      {slots.map((slot) => (
        <SourceCard
          key={slot.input}
          slot={slot}
          onChoose={({ input }, chosen) => attempt(() => recorder.sources.open(input, chosen))}
          onRemove={
            slot.role === 'microphone' && slot !== first ? () => recorder.sources.remove(slot.input) : null
          }
        />
      ))}
      <div className={styles.more}>
        <Button size="small" icon="plus" disabled={slots.length >= MAX_SOURCES} onPress={addMicrophone}>
          {say('rec.add')}
        </Button>
      </div>
    </>
  )
}
