import type { Moment } from '#core/moments/moment'
import type { MomentChanges } from '../moments/use-moments.ts'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { Button } from '../ui/button.tsx'
import { useSay } from '../ui/words.tsx'
import type { MinutesChoice } from './minutes-choice.ts'
import styles from './minutes.module.css'

/** Adds a moment that nobody marked during the conversation, at the end of the recording. */
export function AddMoment({
  recording: { durationMs, trim },
  changes,
  choice: { without },
  onAdded,
}: {
  readonly recording: OpenRecording
  readonly changes: MomentChanges
  readonly choice: MinutesChoice
  readonly onAdded: (id: string) => void
}) {
  const say = useSay()
  const add = (kind: 'decision' | 'action'): void => {
    const at = { id: crypto.randomUUID(), atMs: Math.max(0, (trim?.endMs ?? durationMs ?? 0) - 1) }
    const moment: Moment =
      kind === 'action'
        ? { ...at, kind, value: { text: '', who: '', until: '' } }
        : { ...at, kind, value: '' }
    changes.set(moment)
    onAdded(at.id)
  }
  return (
    <div className={styles.add}>
      {(['decision', 'action'] as const)
        .filter((kind) => !without.includes(`${kind}s`))
        .map((kind) => (
          <Button key={kind} size="small" icon="plus" onPress={() => add(kind)}>
            {say(`minutes.page.add.${kind}`)}
          </Button>
        ))}
    </div>
  )
}
