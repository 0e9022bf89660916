import { bitRateOf, type SoundChoices, type SoundFileId } from '#core/formats/sounds/sound-files'

/** ffmpeg's arguments for the codec and container of a file of sound. */
export function encodeWords(
  id: SoundFileId,
  choices: Pick<SoundChoices, 'bitRate'>,
  { channels, bits }: { readonly channels: number; readonly bits: 16 | 24 },
): string[] {
  const rate = bitRateOf(id, choices, channels)
  const bitRate = rate === null ? [] : ['-b:a', `${rate}k`]
  switch (id) {
    case 'mp3':
      // Version 3 is what most players read.
      return ['-c:a', 'libmp3lame', ...bitRate, '-id3v2_version', '3', '-f', 'mp3']
    case 'm4a':
      return ['-c:a', 'aac', ...bitRate, '-movflags', '+faststart', '-f', 'ipod']
    case 'opus':
      return ['-c:a', 'libopus', ...bitRate, '-f', 'opus']
    case 'flac':
      return ['-c:a', 'flac', '-sample_fmt', bits === 24 ? 's32' : 's16', '-f', 'flac']
    case 'wav':
      return ['-c:a', bits === 24 ? 'pcm_s24le' : 'pcm_s16le', '-rf64', 'auto', '-f', 'wav']
  }
}

/** By how much LAME makes sound quieter, up to these rates in kbit/s (3.100, presets.c, `abr_switch_map`). */
const LAME_SCALES = [
  [160, 0.95],
  [192, 0.97],
  [224, 0.98],
] as const

/** ffmpeg's filters for sound that is to be as loud in the file as before it is encoded. */
export function steadyFilters(
  id: SoundFileId,
  choices: Pick<SoundChoices, 'bitRate'>,
  channels: number,
): string[] {
  if (id !== 'mp3') return []
  const rate = bitRateOf(id, choices, channels) ?? 0
  const scale = LAME_SCALES.find(([upTo]) => rate <= upTo)?.[1] ?? 1
  return scale === 1 ? [] : [`volume=${(1 / scale).toFixed(4)}:precision=float`]
}
