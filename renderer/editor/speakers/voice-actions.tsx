import { type ReactNode, useMemo, useRef } from 'react'
import { speakerNames } from '#core/transcript/speaker-names'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import type { Player } from '../../sound/player/player.ts'
import { useSession } from '../../session/use-session.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSay } from '../../ui/words.tsx'
import { RememberItem, SpeakerOffer } from '../../remembered-voices/speaker-memory.tsx'
import { isSpeakerRedacted, redactSpeaker } from '../surface/redact.ts'
import { clipsOf, sampleClips } from './speaker-clips.ts'
import styles from './speakers.module.css'

export interface VoiceActionsProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly speakerId: string
  readonly onMerge: () => void
  readonly onSplitOff: () => void
  /** Recognizes the speaker's speech again. */
  readonly onAgain: () => void
  readonly onRemember: () => void
  /** The speaker was named here. */
  readonly onNamed: () => void
  /** Placed before the other actions. */
  readonly children?: ReactNode
}

/** Number of samples played in turn. */
const samples = 3

/** Actions for a speaker: play, merge, split off; rarer ones in a menu. */
export function VoiceActions({
  session,
  player,
  speakerId,
  onMerge,
  onSplitOff,
  onAgain,
  onRemember,
  onNamed,
  children,
}: VoiceActionsProps) {
  const say = useSay()
  const transcript = useSession(session, (state) => state.transcript)
  const clips = useMemo(() => sampleClips(clipsOf(transcript, speakerId), samples), [transcript, speakerId])
  const isHidden = isSpeakerRedacted(session, speakerId)
  const speaker = transcript.speakers.find(({ id }) => id === speakerId)
  const shown =
    speakerNames(transcript.speakers, (number) => say('speaker.numbered', { number })).get(speakerId) ?? ''
  const redact = (): void => {
    const key = redactSpeaker(session, speakerId) ? 'redaction.voice.done' : 'redaction.voice.undone'
    toast.show({ text: say(key, { name: shown }), tone: 'done' })
  }
  const played = useRef(0)
  const playNextClip = (): void => {
    const clip = clips[played.current % clips.length]
    played.current += 1
    if (clip !== undefined) player.playSpan({ startMs: clip.startMs, endMs: clip.endMs })
  }
  return (
    <>
      <SpeakerOffer session={session} player={player} speakerId={speakerId} shown={shown} onClose={onNamed} />
      <div className={styles.acts}>
        {children}
        {clips.length > 0 && (
          <Button size="small" icon="play" onPress={playNextClip}>
            {say('editor.hear-sample')}
          </Button>
        )}
        {transcript.speakers.length > 1 && (
          <Button size="small" icon="merge" onPress={onMerge}>
            {say('editor.merge')}
          </Button>
        )}
        {clips.length > 0 && (
          <Button size="small" icon="split" onPress={onSplitOff}>
            {say('editor.split-off')}
          </Button>
        )}
        {isHidden && (
          <Button size="small" icon="stop" pressed onPress={redact}>
            {say('redaction.voice.remove')}
          </Button>
        )}
        {clips.length > 0 && (
          <Menu
            label={say('shell.more')}
            trigger={<IconButton icon="more" label={say('shell.more')} size="small" />}
          >
            <MenuItem onChoose={onAgain}>{say('opinion.again')}</MenuItem>
            {!isHidden && <MenuItem onChoose={redact}>{say('redaction.voice')}</MenuItem>}
            <RememberItem session={session} name={speaker?.name ?? null} onRemember={onRemember} />
          </Menu>
        )}
      </div>
    </>
  )
}
