import { useRef, useState } from 'react'
import { clipsOf, sampleClips } from '../editor/speakers/speaker-clips.ts'
import { RememberDialog } from '../remembered-voices/remember-dialog.tsx'
import { useVoiceOffers } from '../remembered-voices/use-remembered-voices.ts'
import type { OpenRecording } from '../rpc/open-recording.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import { byTime, type SpeakerFigures } from '../speaking/by-time.ts'
import { runningNote } from '../speaking/running-note.ts'
import { SpeakingRows } from '../speaking/speaking-rows.tsx'
import { useSpeaking } from '../speaking/use-speaking.ts'
import { VoiceName, type VoiceNameProps } from '../speaking/voice-name.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { PanelFoot, PanelScroll, PanelSpace } from '../ui/panel.tsx'
import { useSay } from '../ui/words.tsx'
import { FindVoicesAgain } from './find-voices-again.tsx'
import { RememberState } from './remember-state.tsx'
import { VoiceQuestion } from './voice-question.tsx'
import styles from './voices.module.css'

export interface VoicesPanelProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly recording: OpenRecording
  readonly onVoice: VoiceNameProps['onVoice']
  /** The view of speaking time was requested. */
  readonly onSpeakingTime: () => void
  /** The review of who speaks was requested. */
  readonly onReview: () => void
}

/** Each voice: its share of speaking time, a sample, its name, whether it is remembered, the question about it. */
export function VoicesPanel(props: VoicesPanelProps) {
  const { session, player, recording, onVoice, onSpeakingTime, onReview } = props
  const say = useSay()
  const speaking = useSpeaking(session, player, recording, 'whole')
  const { offers } = useVoiceOffers(session)
  const play = useSamplesHere(session, player)
  const [remembering, setRemembering] = useState<string | null>(null)
  const note = runningNote(recording)
  const voices = speaking === null ? [] : byTime(speaking)
  return (
    <>
      <PanelScroll>
        {speaking !== null && voices.length === 0 && <p className={styles.hint}>{say(speaking.none)}</p>}
        {speaking !== null && voices.length > 0 && (
          <SpeakingRows
            silenceMs={speaking.figures.silenceMs}
            rows={voices.map((one) => {
              const { id, name } = one.figures
              const { name: shown = '', voice = 0 } = speaking.displays.get(id) ?? {}
              const offer = offers?.find(({ speakerId }) => speakerId === id)
              return {
                ...one,
                voice,
                name: <VoiceName speakerId={id} name={shown} onVoice={onVoice} />,
                act: (
                  <IconButton
                    icon="play"
                    size="small"
                    label={say('voices.play', { name: shown })}
                    onPress={() => play(one)}
                  />
                ),
                state: (
                  <RememberState
                    recordingId={recording.id}
                    name={name}
                    onRemember={() => setRemembering(id)}
                  />
                ),
                question: offer && (
                  <VoiceQuestion session={session} player={player} offer={offer} speaker={shown} />
                ),
              }
            })}
          />
        )}
        {note !== null && <p className={styles.hint}>{say('speaking.running', note)}</p>}
        {voices.length > 0 && (
          <Button className={styles.review} variant="line" size="small" icon="check" onPress={onReview}>
            {say('speaker-review.open')}
          </Button>
        )}
      </PanelScroll>
      <PanelFoot quiet>
        <Button size="small" onPress={onSpeakingTime}>
          {say('editor.view.speaking')}
          <Icon name="fwd" small />
        </Button>
        <PanelSpace />
        <FindVoicesAgain session={session} />
      </PanelFoot>
      {remembering !== null && (
        <RememberDialog session={session} speakerId={remembering} onClose={() => setRemembering(null)} />
      )}
    </>
  )
}

/** Samples of a voice, each time the next one. */
const SAMPLES = 3

function useSamplesHere(session: TranscriptSession, player: Player): (voice: SpeakerFigures) => void {
  const played = useRef(new Map<string, number>())
  return ({ figures: { id }, turns: { turns } }) => {
    const clips = sampleClips(clipsOf(session.state.transcript, id), SAMPLES)
    const times = played.current.get(id) ?? 0
    // Speech without words has no paragraph to play.
    const clip = clips[times % Math.max(1, clips.length)] ?? turns[0]
    played.current.set(id, times + 1)
    if (clip !== undefined) player.playSpan({ startMs: clip.startMs, endMs: clip.endMs })
  }
}
