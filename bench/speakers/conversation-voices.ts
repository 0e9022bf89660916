import { speakerVoices } from '#core/remembered-voices/speaker-voice'
import { MIN_SECONDS } from '#core/remembered-voices/voice-offers'
import type { MeasuredVoice } from '../report/remembered-voices.ts'
import type { HeardSound } from './heard-sound.ts'
import type { SpeakerRecording } from './speaker-recordings.ts'

/**
 * The people of a conversation, from known turns, each as a print and as a test: of other people, and of the
 * same one in another clip.
 */
export function conversationVoices(
  { name, turns: known }: SpeakerRecording,
  { pieces, embeddings }: HeardSound,
  most: number,
): MeasuredVoice[] {
  const turns = known.map(({ speaker, start, end }) => ({
    speakerId: speaker,
    startMs: Math.round(start * 1000),
    endMs: Math.round(end * 1000),
  }))
  const voices = speakerVoices([{ pieces, embeddings, turns }])
  const group = 'people in meetings and on the telephone'
  return voices
    .filter(({ seconds }) => seconds >= MIN_SECONDS.compared)
    .flatMap((heard) =>
      (['print', 'test'] as const).map((use): MeasuredVoice => ({
        group,
        room: 0,
        most,
        recording: name,
        isConversation: true,
        voice: heard.speakerId,
        use,
        heard,
      })),
    )
}
