import { xAt, type WaveView } from './wave-view.ts'

/**
 * Heights of the waveform's rows from top to bottom, in CSS pixels: names of speakers, titles of chapters or
 * captions; the sound with what is selected and its handles; the selected word and times; who speaks.
 */
export interface WaveRows {
  readonly names: number
  readonly wave: number
  /** 0 in a small window: the text above shows the word. */
  readonly words: number
  readonly bands: number
}

export const WIDE_ROWS: WaveRows = { names: 24, wave: 52, words: 18, bands: 10 }
export const SMALL_ROWS: WaveRows = { names: 18, wave: 28, words: 0, bands: 10 }

export const heightOf = ({ names, wave, words, bands }: WaveRows): number => names + wave + words + bands

/** The rows as custom properties, for what is drawn over the waveform. */
export const rowStyle = (rows: WaveRows): Record<`--${string}`, string> & { readonly height: number } => ({
  height: heightOf(rows),
  '--names': `${rows.names}px`,
  '--wave': `${rows.wave}px`,
  '--words': `${rows.words}px`,
  '--bands': `${rows.bands}px`,
})

/** A title in the row of names. */
export interface WaveTitle {
  readonly atMs: number
  /** Where the next one begins. */
  readonly untilMs: number
  readonly text: string
}

/** A title is at most this wide; less if the next one begins sooner. */
const WIDEST_PX = 200
const NARROWEST_PX = 24

/** Width of a title in px. */
export function widestTitle(view: WaveView, { atMs, untilMs }: Omit<WaveTitle, 'text'>): number {
  return Math.min(WIDEST_PX, Math.max(NARROWEST_PX, xAt(view, untilMs) - xAt(view, atMs) - 8))
}
