import { useMemo, useRef } from 'react'
import { clearStretches } from '#core/speaker-review/clear-stretches'
import type { ReviewEvidence } from '#core/speaker-review/questions'
import { spokenLength } from '#core/speaking/spoken-length'
import type { TimeSpan } from '#core/transcript/time-span'
import { clipsOf, sampleClips } from '../editor/speakers/speaker-clips.ts'
import type { OpenRecording } from '../rpc/open-recording.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useTranscriptAfterTyping } from '../session/use-transcript-after-typing.ts'
import type { Player } from '../sound/player/player.ts'
import { byTime } from '../speaking/by-time.ts'
import { useSpeaking } from '../speaking/use-speaking.ts'
import { VoiceName, type VoiceNameProps } from '../speaking/voice-name.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './speaker-review.module.css'

export interface VoiceListProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly recording: OpenRecording
  readonly evidence: ReviewEvidence | null
  readonly onVoice: VoiceNameProps['onVoice']
}

/** Each speaker with the speaking time and some clear seconds to play, longest first. */
export function VoiceList({ session, player, recording, evidence, onVoice }: VoiceListProps) {
  const say = useSay()
  const language = useLanguage()
  const speaking = useSpeaking(session, player, recording, 'whole')
  const stretches = useStretches(session, evidence)
  /** How often a speaker was played: each time the next span is played. */
  const played = useRef(new Map<string, number>())
  if (speaking === null) return null
  const play = (speakerId: string): void => {
    const own = stretches(speakerId)
    const times = played.current.get(speakerId) ?? 0
    const next = own[times % own.length]
    played.current.set(speakerId, times + 1)
    if (next !== undefined) player.playSpan(next)
  }
  return (
    <section aria-label={say('speaker-review.voices')}>
      <h3 className={styles.part}>{say('speaker-review.voices')}</h3>
      <ul className={styles.voices}>
        {byTime(speaking).map(({ figures: { id, speakingMs, turns } }) => {
          const { name = '', voice = 0 } = speaking.displays.get(id) ?? {}
          return (
            <li key={id} data-v={voice}>
              <IconButton
                icon="play"
                variant="line"
                size="small"
                label={say('speaker-review.voice.play', { name })}
                onPress={() => play(id)}
              />
              <VoiceName speakerId={id} name={name} onVoice={onVoice} />
              <span className={styles.meta}>
                {say('speaker-review.voice.time', { time: spokenLength(speakingMs, language), turns })}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Number of spans to play for each voice. */
const STRETCHES = 3

/** Where a speaker can be heard clearly; if unknown, some of their paragraphs. */
export function useStretches(
  session: TranscriptSession,
  evidence: ReviewEvidence | null,
): (speakerId: string) => readonly TimeSpan[] {
  const transcript = useTranscriptAfterTyping(session)
  return useMemo(() => {
    const found = new Map(
      transcript.speakers.map(({ id }) => {
        const clear = (evidence?.voices ?? []).flatMap((heard) => clearStretches(heard, id, STRETCHES))
        return [id, clear.length > 0 ? clear : sampleClips(clipsOf(transcript, id), STRETCHES)] as const
      }),
    )
    return (speakerId) => found.get(speakerId) ?? []
  }, [evidence, transcript])
}
