import { useMemo, useState } from 'react'
import { addedSpeakerId } from '#core/edits/kinds/add-speaker'
import type { Edit } from '#core/edits/edit'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import type { Player } from '../../sound/player/player.ts'
import { useSession } from '../../session/use-session.ts'
import { bringIntoView } from '../../ui/bring-into-view.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog, DialogSpacer } from '../../ui/dialog.tsx'
import { formatDuration } from '../../ui/format-duration.ts'
import { TextField } from '../../ui/text-field.tsx'
import { useSay } from '../../ui/words.tsx'
import { useSpeakerNames } from '../use-speaker-names.ts'
import { ClipButton } from './clip-button.tsx'
import { clipsOf } from './speaker-clips.ts'
import styles from './speakers.module.css'

export interface SplitOffDialogProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly speakerId: string
  /** Initially selected: the paragraph from which the dialog was opened, if any. */
  readonly paragraphId: string | null
  readonly onClose: () => void
}

/**
 * Splits a speaker that is really two people: the second one's paragraphs are played, selected and given to a new
 * speaker.
 */
export function SplitOffDialog({ session, player, speakerId, paragraphId, onClose }: SplitOffDialogProps) {
  const say = useSay()
  const transcript = useSession(session, (state) => state.transcript)
  const names = useSpeakerNames(session)
  const clips = useMemo(() => clipsOf(transcript, speakerId), [transcript, speakerId])
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(paragraphId === null ? [] : [paragraphId]),
  )
  const [name, setName] = useState('')
  const picked = clips.filter((clip) => chosen.has(clip.paragraphId))
  const toggle = (id: string, isOn: boolean): void => {
    const next = new Set(chosen)
    if (isOn) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  const split = (): void => {
    const stepId = session.newId()
    const edits: Edit[] = [{ kind: 'add-speaker', id: stepId, name: name.trim() === '' ? null : name }]
    const newSpeaker = addedSpeakerId({ id: stepId })
    for (const clip of picked) {
      edits.push({
        kind: 'assign-speaker',
        id: session.newId(),
        target: { paragraphId: clip.paragraphId },
        speakerId: newSpeaker,
      })
    }
    session.apply(edits, { stepId })
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('editor.split-off.title', { name: names.get(speakerId) ?? '' })}
      width="620px"
      foot={
        <>
          <TextField
            className={styles.mergeName}
            label={say('editor.split-off.name')}
            showLabel
            value={name}
            onChange={setName}
          />
          <DialogSpacer />
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button variant="main" disabled={picked.length === 0} onPress={split}>
            {say('editor.split-off.do', { count: picked.length })}
          </Button>
        </>
      }
    >
      <p className={styles.listen}>{say('editor.split-off.lead')}</p>
      <ul className={styles.allClips}>
        {clips.map((clip) => (
          <li key={clip.paragraphId} ref={clip.paragraphId === paragraphId ? bringIntoView : null}>
            <Checkbox
              checked={chosen.has(clip.paragraphId)}
              onChange={(isOn) => toggle(clip.paragraphId, isOn)}
              label={say('editor.split-off.at', { time: formatDuration(clip.startMs) })}
            />
            <ClipButton clip={clip} player={player} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
