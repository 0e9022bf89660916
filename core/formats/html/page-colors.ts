/** Colors of an exported page, those of the page of text (renderer/ui/tokens.css): in light, in dark. */
export const pageColors = {
  paper: ['#fdfcfa', '#1c2027'],
  ink: ['#1d2430', '#e9ebef'],
  quiet: ['#5b6270', '#9ea7b4'],
  line: ['#dcdad3', '#333944'],
  spoken: ['#ffdf70', '#f3cf5c'],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>

/** Colors of voices, by the index in the transcript; more voices than colors begin again. */
export const voiceColors: readonly (readonly [light: string, dark: string])[] = [
  ['#2a6f68', '#9bf1e6'],
  ['#662609', '#e68a58'],
  ['#30439b', '#9eb5f8'],
  ['#77650e', '#e5d76c'],
  ['#76444f', '#fbb4c2'],
  ['#7050bb', '#ab8efe'],
  ['#345902', '#81cf65'],
  ['#546b41', '#c3ecb5'],
  ['#784687', '#c39cdc'],
  ['#503869', '#d0b4e2'],
  ['#65304d', '#ee99c4'],
  ['#5c2d2f', '#e7958f'],
]

/** Number of a voice's color, from 1. */
export const voiceOf = (colour: number): number => (colour % voiceColors.length) + 1
