import { useState } from 'react'
import { rangeTimes } from '#core/sound/range'
import { spokenLength } from '#core/speaking/spoken-length'
import type { OpenRecording } from '../rpc/open-recording.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import { OfferHints } from '../remembered-voices/offer-hints.tsx'
import { Button } from '../ui/button.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { Segmented } from '../ui/segmented.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './speaking.module.css'
import { SpeakingRows } from './speaking-rows.tsx'
import { type LiveSpeaking, type Scope, useSpeaking } from './use-speaking.ts'
import { VoiceName, type VoiceNameProps } from './voice-name.tsx'

export interface SpeakingProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly recording: OpenRecording
  readonly onVoice: VoiceNameProps['onVoice']
}

/** Next to the text: each speaker's timeline bar, share, time and turns; updated during correction. */
export function SpeakingPanel({
  session,
  player,
  recording,
  onVoice,
  onReview,
}: SpeakingProps & {
  /** The review of who speaks was requested. */
  readonly onReview: () => void
}) {
  const say = useSay()
  const [scope, setScope] = useState<Scope>('whole')
  const speaking = useSpeaking(session, player, recording, scope)
  return (
    <div className={styles.panel}>
      <ScopeChoice scope={scope} onChoose={setScope} />
      <SpeakingPanelBody speaking={speaking} recording={recording} onVoice={onVoice} />
      <OfferHints
        session={session}
        nameOf={(id) => speaking?.displays.get(id)?.name ?? ''}
        onVoice={onVoice}
      />
      {speaking !== null && speaking.figures.speakers.length > 0 && (
        <Button className={styles.review} variant="line" size="small" icon="check" onPress={onReview}>
          {say('speaker-review.open')}
        </Button>
      )}
    </div>
  )
}

export function ScopeChoice({
  scope,
  onChoose,
}: {
  readonly scope: Scope
  readonly onChoose: (scope: Scope) => void
}) {
  const say = useSay()
  return (
    <Segmented
      label={say('speaking.of')}
      chosen={scope}
      choices={[
        { id: 'whole', label: say('speaking.whole') },
        { id: 'selection', label: say('speaking.selection') },
      ]}
      onChoose={onChoose}
    />
  )
}

function SpeakingPanelBody({
  speaking,
  recording,
  onVoice,
}: {
  readonly speaking: LiveSpeaking | null
  readonly recording: OpenRecording
  readonly onVoice: SpeakingProps['onVoice']
}) {
  const say = useSay()
  const language = useLanguage()
  if (speaking === null) return <p className={styles.hint}>{say('speaking.selection.none')}</p>
  const { figures, displays } = speaking
  const speakers = byTime(speaking)
  if (speakers.length === 0) return <p className={styles.hint}>{say('speaking.none')}</p>
  const note = runningNote(recording)
  return (
    <>
      <SpeakingRows
        rows={speakers.map((one) => ({
          ...one,
          voice: displays.get(one.figures.id)?.voice ?? 0,
          name: (
            <VoiceName
              speakerId={one.figures.id}
              name={displays.get(one.figures.id)?.name ?? ''}
              onVoice={onVoice}
            />
          ),
        }))}
      />
      <hr />
      <dl className={styles.pairs}>
        <dt>{say('speaking.silence')}</dt>
        <dd>{spokenLength(figures.silenceMs, language)}</dd>
        <dt>{say('speaking.overlaps')}</dt>
        <dd>
          {say('speaking.overlaps.value', {
            time: spokenLength(figures.overlapMs, language),
            places: speaking.overlapPlaces,
          })}
        </dd>
      </dl>
      <p className={styles.note}>{note === null ? say('speaking.note') : say('speaking.running', note)}</p>
    </>
  )
}

export interface SpeakerFigures {
  readonly figures: LiveSpeaking['figures']['speakers'][number]
  readonly turns: LiveSpeaking['turns'][number]
}

/** The speakers with turns, longest speaking time first. */
export function byTime({ figures, turns }: LiveSpeaking): SpeakerFigures[] {
  const byId = new Map(turns.map((own) => [own.id, own]))
  return figures.speakers
    .filter(({ speakingMs }) => speakingMs > 0)
    .toSorted((a, b) => b.speakingMs - a.speakingMs)
    .map((one) => ({ figures: one, turns: byId.get(one.id) ?? { id: one.id, turns: [] } }))
}

/** Progress of a running transcription. */
export function runningNote({ job, durationMs }: OpenRecording): { time: string; duration: string } | null {
  if (
    job?.kind !== 'transcribe' ||
    job.wordsUpToMs === null ||
    job.state === 'failed' ||
    job.state === 'cancelled'
  )
    return null
  return {
    time: formatDuration(job.wordsUpToMs),
    duration: formatDuration(rangeTimes(job.settings, durationMs ?? 0).endMs),
  }
}
