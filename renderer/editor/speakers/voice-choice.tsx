import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import type { Player } from '../../sound/player/player.ts'
import { useSession } from '../../session/use-session.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useSay } from '../../ui/words.tsx'
import { useSpeakerNames } from '../use-speaker-names.ts'
import { renameVoice } from './rename-voice.ts'
import { isSameName } from '#core/transcript/same-name'
import type { AfterChoice } from './after-choice.ts'
import styles from './speakers.module.css'
import { VoiceActions } from './voice-actions.tsx'

export interface VoiceChoiceProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly speakerId: string
  readonly onClose: () => void
  readonly onAfter: (after: AfterChoice) => void
  readonly onAgain: () => void
}

/** Names a speaker in the whole recording; with further actions. */
export function VoiceChoice({ session, player, speakerId, onClose, onAfter, onAgain }: VoiceChoiceProps) {
  const say = useSay()
  const field = useRef<HTMLInputElement>(null)
  const speakers = useSession(session, (state) => state.transcript.speakers)
  const names = useSpeakerNames(session)
  const current = speakers.find(({ id }) => id === speakerId)
  const shown = names.get(speakerId) ?? ''
  const [typed, setTyped] = useState(current?.name ?? '')
  const isOther = speakers.some(
    ({ id, name }) => id !== speakerId && name !== null && isSameName(name, typed),
  )
  const merge = (otherId: string | null): void => onAfter({ kind: 'merge', speakerId, otherId })
  useEffect(() => field.current?.select(), [])

  const rename = (): void => {
    const otherId = renameVoice(session, speakerId, typed)
    if (otherId === null) onClose()
    else merge(otherId)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    rename()
  }
  return (
    <div role="dialog" aria-label={say('editor.voice', { name: shown })} className={styles.body}>
      <label className={styles.field}>
        <Icon name="pen" small />
        <input
          ref={field}
          aria-label={say('editor.voice.name', { name: shown })}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          placeholder={shown}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      <Button size="small" icon={isOther ? 'merge' : 'check'} className={styles.new} onPress={rename}>
        {isOther
          ? say('editor.voice.same', { name: typed.trim() })
          : say(typed.trim() === '' ? 'editor.voice.no-name' : 'editor.voice.everywhere')}{' '}
        <kbd>{say('editor.key.enter')}</kbd>
      </Button>
      <VoiceActions
        session={session}
        player={player}
        speakerId={speakerId}
        onMerge={() => merge(null)}
        onSplitOff={() => onAfter({ kind: 'split', speakerId, paragraphId: null })}
        onAgain={onAgain}
        onRemember={() => onAfter({ kind: 'remember', speakerId })}
        onNamed={onClose}
      />
    </div>
  )
}
