import { TranscribeSettings } from '#contracts/settings'
import { parseTime } from '#core/sound/parse-time'
import { checkRange } from '#studio/recognition/check-range'
import type { AskedPart } from '#studio/recognition/settings/recording-settings'
import { DEFAULT_MODELS } from '#studio/models/model-store'
import { badOption, choice, type Invocation, isOn, text } from './arguments.ts'

/** Codes that a recognizer may receive; the model itself determines which it supports. */
const LANGUAGE = /^(auto|[a-z]{2,3})$/u

/** The spoken language, or `auto`. Throws `usage.bad-option`. */
export function readLanguage(invocation: Invocation): string {
  const language = text(invocation, 'language') ?? 'auto'
  if (!LANGUAGE.test(language)) throw badOption(invocation, 'language', language)
  return language
}

/** The settings of a transcription. `--tracks all` and `--track` exclude each other. Throws `usage.bad-option`, `range.empty`. */
export function readSettings(invocation: Invocation): TranscribeSettings {
  const language = readLanguage(invocation)
  const range = { fromMs: readTime(invocation, 'from'), toMs: readTime(invocation, 'to') }
  checkRange(range, null)
  const tracks = choice(invocation, 'tracks', ['all'])
  const track = text(invocation, 'track')
  const voiceModel = text(invocation, 'voice-model')
  if (tracks !== undefined && track !== undefined) throw badOption(invocation, 'track', track)
  return TranscribeSettings.parse({
    language,
    model: text(invocation, 'model') ?? DEFAULT_MODELS.recognizer,
    ...(voiceModel === undefined ? {} : { voiceModel }),
    speakers: readSpeakers(invocation),
    quick: isOn(invocation, 'quick'),
    track: (readCount(invocation, 'track', 999) ?? 1) - 1,
    ...(tracks === undefined ? {} : { tracks }),
    ...range,
  })
}

/** The tracks and part given by the user; the rest depends on the recording. */
export function askedPart(invocation: Invocation, settings: TranscribeSettings): AskedPart {
  const { track, tracks, fromMs, toMs } = settings
  const isTrackGiven = text(invocation, 'track') !== undefined
  // A start of 0 is omitted from the settings but still requests the recording from its start.
  const isPartGiven = ['from', 'to'].some((name) => text(invocation, name) !== undefined)
  return {
    ...(isTrackGiven ? { track } : {}),
    ...(tracks === undefined ? {} : { tracks }),
    ...(isPartGiven ? { fromMs: fromMs ?? 0, ...(toMs === undefined ? {} : { toMs }) } : {}),
  }
}

/** A time in ms; undefined for the start of the recording, which is the default. */
export function readTime(invocation: Invocation, name: 'from' | 'to'): number | undefined {
  const value = text(invocation, name)
  if (value === undefined) return undefined
  const ms = parseTime(value)
  if (ms === null || (ms === 0 && name === 'to')) throw badOption(invocation, name, value)
  return ms === 0 ? undefined : ms
}

/** The number of speakers; null: detected. Throws `usage.bad-option`. */
export const readSpeakers = (invocation: Invocation): number | null => readCount(invocation, 'speakers', 64)

/** A number from 1, or null for `auto` or no value. */
function readCount(invocation: Invocation, name: 'speakers' | 'track', most: number): number | null {
  const value = text(invocation, name)
  if (value === undefined || (value === 'auto' && name === 'speakers')) return null
  const number = Number(value)
  if (!/^\d+$/u.test(value) || number < 1 || number > most) throw badOption(invocation, name, value)
  return number
}
