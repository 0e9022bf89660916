import type { Cue } from '#core/captions/cues'
import type { CaptionRules } from '#core/captions/caption-rules'
import type { Paragraph, Word } from '#core/transcript/transcript'

/**
 * Captions as made by simple programs: words are filled into lines and cues up to the limits of the rules,
 * with times of the first and the last word; another paragraph begins another cue.
 */
export function fillCues(paragraphs: readonly Paragraph[], rules: CaptionRules): Cue[] {
  return paragraphs
    .filter(({ kind }) => kind !== 'note')
    .flatMap((paragraph) => fillParagraph(paragraph, rules))
    .toSorted((a, b) => a.startMs - b.startMs)
    .map((cue, index) => ({ ...cue, index }))
}

/** A cue being filled. */
interface Filling {
  readonly words: Word[]
  readonly lines: string[]
}

function fillParagraph({ words, speakerId }: Paragraph, rules: CaptionRules): Cue[] {
  const filled: Filling[] = []
  for (const word of words) {
    const cue = filled.at(-1)
    if (cue === undefined || !take(cue, word, rules)) {
      filled.push({ words: [word], lines: [`${word.before}${word.text}`.trimStart()] })
    }
  }
  return filled.map((cue) => ({
    index: 0,
    startMs: cue.words[0]?.startMs ?? 0,
    endMs: cue.words.at(-1)?.endMs ?? 0,
    lines: cue.lines.map((text) => ({ speakerId, text })),
    wordIds: cue.words.map(({ id }) => id),
  }))
}

/** Adds a word to the last line or to a new one; false if it does not fit. */
function take(cue: Filling, word: Word, rules: CaptionRules): boolean {
  const startMs = cue.words[0]?.startMs ?? word.startMs
  if (word.endMs - startMs > rules.maxDurationMs) return false
  const text = `${word.before}${word.text}`
  const line = `${cue.lines.at(-1) ?? ''}${text}`
  // Text attached to the word before moves with it, as no program splits a word.
  if (line.length <= rules.maxCharactersPerLine || !/^\s/u.test(text)) cue.lines[cue.lines.length - 1] = line
  else if (cue.lines.length < rules.maxLines) cue.lines.push(text.trimStart())
  else return false
  cue.words.push(word)
  return true
}
