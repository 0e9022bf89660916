import type { Mark, Paragraph } from '../../transcript/transcript.ts'
import { makeCues, type Cue } from '../cues.ts'
import { presetFor } from '../presets/netflix.ts'
import { spoken, type ScriptedTurn } from './spoken.ts'

/** Cues by the preset of the language, without names. */
export function cuesOf(paragraphs: Paragraph[], language = 'en', marks: Mark[] = []): Cue[] {
  return makeCues({ paragraphs, speakers: [], marks }, presetFor(language), { durationMs: 0, language })
}

/** Each cue's lines, joined by ` / `. */
export const shown = (cues: readonly Cue[]): string[] =>
  cues.map((cue) => cue.lines.map((line) => line.text).join(' / '))

/** The captions of spoken turns, as displayed. */
export const captions = (turns: readonly ScriptedTurn[], language = 'en'): string[] =>
  shown(cuesOf(spoken(turns, language), language))
