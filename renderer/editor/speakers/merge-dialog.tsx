import { useMemo, useState } from 'react'
import type { Edit } from '#core/edits/edit'
import { mergeOrder } from '#core/speaker-review/settle-edits'
import type { Speaker } from '#core/transcript/transcript'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import type { Player } from '../../sound/player/player.ts'
import { useSession } from '../../session/use-session.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogSpacer } from '../../ui/dialog.tsx'
import { formatDuration } from '../../ui/format-duration.ts'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { voiceNumber } from '../../ui/voice.ts'
import { useSay } from '../../ui/words.tsx'
import { useSpeakerNames } from '../use-speaker-names.ts'
import { ClipButton } from './clip-button.tsx'
import { clipsOf, sampleClips } from './speaker-clips.ts'
import styles from './speakers.module.css'

export interface MergeDialogProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly speakerId: string
  /** The speaker it is initially compared with; null: the first of the others. */
  readonly otherId: string | null
  readonly onClose: () => void
}

/** Asks whether two speakers are the same; both can be played before they are merged. */
export function MergeDialog({ session, player, speakerId, otherId: askedId, onClose }: MergeDialogProps) {
  const say = useSay()
  const transcript = useSession(session, (state) => state.transcript)
  const names = useSpeakerNames(session)
  const others = transcript.speakers.filter(({ id }) => id !== speakerId)
  const [otherId, setOtherId] = useState(askedId ?? others[0]?.id ?? '')
  const one = transcript.speakers.find(({ id }) => id === speakerId)
  const other = others.find(({ id }) => id === otherId) ?? others[0]
  const [typed, setTyped] = useState<string | null>(null)
  if (one === undefined || other === undefined) return null
  const [from, into] = mergeOrder(one, other, (id) => clipsOf(transcript, id).length)
  const name = typed ?? into.name ?? from.name ?? ''

  const merge = (): void => {
    const stepId = session.newId()
    const edits: Edit[] = [
      { kind: 'merge-speakers', id: stepId, fromSpeakerId: from.id, intoSpeakerId: into.id },
    ]
    if (name.trim() !== (into.name ?? from.name ?? '')) {
      edits.push({ kind: 'rename-speaker', id: session.newId(), speakerId: into.id, name })
    }
    session.apply(edits, { stepId })
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('editor.merge.title')}
      width="760px"
      foot={
        <>
          <TextField
            className={styles.mergeName}
            label={say('editor.merge.name')}
            showLabel
            value={name}
            placeholder={names.get(into.id) ?? ''}
            onChange={setTyped}
            onEnter={merge}
          />
          <DialogSpacer />
          <Button onPress={onClose}>{say('editor.merge.keep')}</Button>
          <Button variant="main" onPress={merge}>
            {say('editor.merge.do')}
          </Button>
        </>
      }
    >
      {others.length > 1 && (
        <Select
          className={styles.mergeOther}
          label={say('editor.merge.other')}
          showLabel
          choices={others.map(({ id }) => ({ id, label: names.get(id) ?? '' }))}
          chosen={other.id}
          onChoose={setOtherId}
        />
      )}
      <div className={styles.both}>
        {[one, other].map((speaker) => (
          <Voice
            key={speaker.id}
            session={session}
            player={player}
            speaker={speaker}
            name={names.get(speaker.id) ?? ''}
          />
        ))}
      </div>
      <p className={styles.listen}>{say('editor.merge.listen')}</p>
    </Dialog>
  )
}

function Voice({
  session,
  player,
  speaker,
  name,
}: {
  readonly session: TranscriptSession
  readonly player: Player
  readonly speaker: Speaker
  readonly name: string
}) {
  const say = useSay()
  const transcript = useSession(session, (state) => state.transcript)
  const clips = useMemo(() => clipsOf(transcript, speaker.id), [transcript, speaker.id])
  const spokenMs = clips.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
  const first = clips[0]
  const last = clips.at(-1)
  return (
    <section data-v={voiceNumber(speaker.colour)}>
      <h3 className={styles.name}>{name}</h3>
      <p className={styles.meta}>
        {first === undefined || last === undefined
          ? say('editor.merge.silent')
          : say('editor.merge.spoke', {
              time: formatDuration(spokenMs),
              count: clips.length,
              from: formatDuration(first.startMs),
              to: formatDuration(last.endMs),
            })}
      </p>
      <ul className={styles.clips}>
        {sampleClips(clips, 3).map((clip) => (
          <li key={clip.paragraphId}>
            <ClipButton clip={clip} player={player} />
          </li>
        ))}
      </ul>
    </section>
  )
}
