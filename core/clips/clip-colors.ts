import { voiceColors } from '../formats/html/page-colors.ts'

/** Colors of a clip, which is dark: those of the page of text in the dark. */
export const clipColors = {
  background: '#10141a',
  text: '#e9ebef',
  quiet: '#9ea7b4',
  /** Of the spoken word, and of the line that moves over the wave. */
  spoken: '#f3cf5c',
} as const

/** By the speaker's place in the palette. */
export const clipVoiceColor = (colour: number): string =>
  voiceColors[colour % voiceColors.length]?.[1] ?? clipColors.quiet
