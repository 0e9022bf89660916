import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import type { Player } from '../../sound/player/player.ts'
import { useFeedPeople } from '../../rpc/use-feed-people.ts'
import { useSession } from '../../session/use-session.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useSay } from '../../ui/words.tsx'
import { useSpeakerNames } from '../use-speaker-names.ts'
import { renameVoice } from './rename-voice.ts'
import { isLikeName, isSameName } from '#core/transcript/same-name'
import type { AfterChoice } from './after-choice.ts'
import { FeedNameRow } from './choice-rows.tsx'
import { unusedNames } from './unused-names.ts'
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
  const { speakers, recordingId } = useSession(session, (state) => state.transcript)
  const names = useSpeakerNames(session)
  const current = speakers.find(({ id }) => id === speakerId)
  const shown = names.get(speakerId) ?? ''
  const [typed, setTyped] = useState(current?.name ?? '')
  const isOther = speakers.some(
    ({ id, name }) => id !== speakerId && name !== null && isSameName(name, typed),
  )
  const id = useId()
  const people = useFeedPeople(recordingId)
  // The name that it has already narrows nothing.
  const narrowing = typed === (current?.name ?? '') ? '' : typed
  const feedNames = unusedNames(people, speakers).filter((name) => isLikeName(name, narrowing))
  /** Index among the names of the feed; -1: what is typed. */
  const [marked, setMarked] = useState(-1)
  const markedName = feedNames[marked]
  const merge = (otherId: string | null): void => onAfter({ kind: 'merge', speakerId, otherId })
  useEffect(() => field.current?.select(), [])

  const rename = (name = markedName ?? typed): void => {
    const otherId = renameVoice(session, speakerId, name)
    if (otherId === null) onClose()
    else merge(otherId)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') rename()
    else if (event.key === 'ArrowDown' && feedNames.length > 0)
      setMarked(Math.min(feedNames.length - 1, marked + 1))
    else if (event.key === 'ArrowUp' && feedNames.length > 0) setMarked(Math.max(-1, marked - 1))
    else return
    event.preventDefault()
  }
  return (
    <div role="dialog" aria-label={say('editor.voice', { name: shown })} className={styles.body}>
      <label className={styles.field}>
        <Icon name="pen" small />
        <input
          ref={field}
          aria-label={say('editor.voice.name', { name: shown })}
          {...(feedNames.length > 0 && {
            role: 'combobox',
            'aria-expanded': true,
            'aria-controls': `${id}-list`,
            'aria-activedescendant': markedName === undefined ? undefined : `${id}-row-${marked}`,
          })}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          placeholder={shown}
          onChange={(event) => {
            setTyped(event.target.value)
            setMarked(-1)
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      {feedNames.length > 0 && (
        <ul
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
          role="listbox"
          id={`${id}-list`}
          aria-label={say('editor.from-feed.names')}
          className={styles.list}
        >
          {feedNames.map((name, index) => (
            <FeedNameRow
              key={name}
              id={`${id}-row-${index}`}
              name={name}
              isMarked={index === marked}
              onChoose={() => rename(name)}
            />
          ))}
        </ul>
      )}
      <Button
        size="small"
        icon={isOther ? 'merge' : 'check'}
        className={styles.new}
        onPress={() => rename(typed)}
      >
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
