import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** Speech files of the project, each with its transcript next to it. */
const file = (place: string): string => fileURLToPath(new URL(`../../${place}`, import.meta.url))

export const conversationEn = file('resources/samples/conversation-en.opus')
export const conversationFr = file('resources/samples/conversation-fr.opus')
export const oneVoiceEn = file('fixtures/speech/one-voice-20s-en.opus')
export const oneVoiceFr = file('fixtures/speech/one-voice-20s-fr.opus')
export const twoVoicesEn = file('fixtures/speech/two-voices-8s-en.opus')
export const meetingEn = file('fixtures/speech/meeting-en.opus')

export interface ReferenceWord {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
}

export interface Spoken {
  readonly durationMs: number
  readonly words: readonly ReferenceWord[]
  readonly turns: readonly { readonly speaker: string; readonly startMs: number; readonly endMs: number }[]
}

/** The text spoken in one of the files above, from the JSON next to it. */
export async function spokenIn(sound: string): Promise<Spoken> {
  return JSON.parse(await readFile(sound.replace(/\.opus$/u, '.json'), 'utf8')) as Spoken
}
