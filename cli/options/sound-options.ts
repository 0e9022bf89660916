import { Fault } from '#contracts/errors'
import {
  loudnessTargets,
  type SoundChoices,
  type SoundFileId,
  soundFiles,
  usualSound,
} from '#core/formats/sounds/sound-files'
import { badOption, choice, type Invocation, text } from './arguments.ts'

/**
 * What was chosen for files of sound. Throws `usage.bad-option`, `format.no-option` for an option that none of the
 * formats has.
 */
export function readSoundChoices(
  invocation: Invocation,
  sounds: readonly SoundFileId[],
  formats: readonly string[],
): SoundChoices {
  const loudness = choice(invocation, 'loudness', ['none', ...loudnessTargets.map(String)], 'none')
  const channels = choice(invocation, 'channels', ['original', 'mono'], 'original')
  const rate = text(invocation, 'bitrate')
  const rates = [...new Set(sounds.flatMap((id) => soundFiles[id].bitRates))]
  for (const option of ['loudness', 'channels', 'bitrate']) {
    const isOf = option === 'bitrate' ? rates.length > 0 : sounds.length > 0
    if (text(invocation, option) !== undefined && !isOf)
      throw new Fault('format.no-option', { option: `--${option}`, formats: formats.join(', ') })
  }
  if (rate !== undefined && !rates.includes(Number(rate))) throw badOption(invocation, 'bitrate', rate)
  return {
    ...usualSound,
    loudness: loudnessTargets.find((target) => String(target) === loudness) ?? null,
    isMono: channels === 'mono',
    bitRate: rate === undefined ? null : Number(rate),
  }
}
