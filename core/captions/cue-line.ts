import type { PlacedAtom } from './words/reading-order.ts'
import { shiftSpan, type TextSpan } from './words/text-span.ts'

export interface CueLine {
  readonly speakerId: string | null
  /** As shown, with the dash of a shared cue and the speaker's name if names are enabled. */
  readonly text: string
  /** The parts of the text in italics, in order; omitted if there are none. */
  readonly italics?: readonly TextSpan[]
}

/** A line of atoms after an opening: a dash, a name, or nothing. */
export function cueLine(speakerId: string | null, opening: string, atoms: readonly PlacedAtom[]): CueLine {
  let text = opening
  const italics: TextSpan[] = []
  for (const [index, { atom }] of atoms.entries()) {
    if (index > 0) text += atom.joiner
    for (const span of atom.marked?.italics ?? []) addSpan(italics, shiftSpan(span, text.length), atom.joiner)
    text += atom.text
  }
  return italics.length === 0 ? { speakerId, text } : { speakerId, text, italics }
}

/** Italics on both sides of a space are one part with it. */
function addSpan(spans: TextSpan[], span: TextSpan, joiner: string): void {
  const last = spans.at(-1)
  if (last !== undefined && span.from - last.to <= joiner.length) {
    spans[spans.length - 1] = { from: last.from, to: span.to }
  } else spans.push(span)
}
