import type { Cue } from '#core/captions/cues'
import type { CaptionRules } from '#core/captions/caption-rules'
import type { Paragraph, Word } from '#core/transcript/transcript'

/**
 * Captions as simple programs make them: words filled into lines and cues until the next would be one too many for the
 * rules, times from the first and the last word; another paragraph begins another cue.
 */
export function fillCues(paragraphs: readonly Paragraph[], rules: CaptionRules): Cue[] {
  return paragraphs
    .filter(({ kind }) => kind !== 'note')
    .flatMap((paragraph) => fillParagraph(paragraph, rules))
    .toSorted((a, b) => a.startMs - b.startMs)
    .map((cue, index) => ({ ...cue, index }))
}

/** A cue that is being filled. */
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

/** Adds a word to the last line or to another one; false if it does not fit. */
function take(cue: Filling, word: Word, rules: CaptionRules): boolean {
  const startMs = cue.words[0]?.startMs ?? word.startMs
  if (word.endMs - startMs > rules.maxDurationMs) return false
  const text = `${word.before}${word.text}`
  const line = `${cue.lines.at(-1) ?? ''}${text}`
  // What is attached to the word before goes with it, as no program parts a word.
  if (line.length <= rules.maxCharactersPerLine || !/^\s/u.test(text)) cue.lines[cue.lines.length - 1] = line
  else if (cue.lines.length < rules.maxLines) cue.lines.push(text.trimStart())
  else return false
  cue.words.push(word)
  return true
}
