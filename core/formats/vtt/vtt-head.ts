import { speakerColor } from '../../captions/look/speaker-colors.ts'
import type { Transcript } from '../../transcript/transcript.ts'

/**
 * A note that names the program and the models that produced a text; empty if the transcript does not record
 * them.
 */
export function modelNote({ run }: Pick<Transcript, 'run'>): string[] {
  if (run.program === '') return []
  const models = run.models.map(({ role, id, sha256 }) => `${spelled(role)}: ${id} (SHA-256 ${sha256})`)
  return noteOf([`${run.program} ${run.version}`.trim(), ...models])
}

/** A note with these lines, without empty ones, which would end it; empty if there are none. */
export function noteOf(lines: readonly string[]): string[] {
  const shown = lines.map(plain).filter((line) => line !== '')
  return shown.length === 0 ? [] : ['', 'NOTE', ...shown]
}

/** Transcripts store the British spelling. */
const spelled = (role: string): string => (role === 'recogniser' ? 'recognizer' : role)

/** A color per voice, for players that support styles. */
export function colorStyles(names: Iterable<string>): string[] {
  const rules = [...new Set(names)].map(
    (name, index) => `::cue(v[voice="${cssText(name)}"]) { color: #${speakerColor(index)}; }`,
  )
  return rules.length === 0 ? [] : ['', 'STYLE', ...rules]
}

/** On one line without an arrow, which would begin a cue. */
const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').replaceAll('-->', '->').trim()

/** The content of a CSS string; `>` is escaped too, as an arrow would begin a cue. */
const cssText = (text: string): string =>
  text
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replaceAll(/["\\<>]/gu, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)
