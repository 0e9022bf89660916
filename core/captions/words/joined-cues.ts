import { endsParagraph } from '../../paragraphs/paragraphs.ts'
import type { Mark, Paragraph, Transcript, Word } from '../../transcript/transcript.ts'
import { withoutLayout } from '../marks/cue-marks.ts'

/** A line of dialogue by a speaker without a name. */
const dash = /^[-–—](?!-)/u

/**
 * The transcript of a caption file, whose paragraphs are its cues, as running text: sentences that continue
 * in the next cue are joined, and the marks of cues and lines are removed, so that captions are cut by the
 * rules. Word ids stay.
 */
export function joinedCues(transcript: Transcript): Transcript {
  const { marks, ...rest } = withoutLayout(transcript)
  const paragraphs: Paragraph[] = []
  const dialogue: Mark[] = []
  let characters = 0
  for (const paragraph of transcript.paragraphs) {
    const last = paragraphs.at(-1)
    const [first] = paragraph.words
    if (first !== undefined && dash.test(first.text)) {
      const place = { id: `dialogue.${dialogue.length + 1}`, fromWordId: first.id, toWordId: first.id }
      dialogue.push({ ...place, kind: 'break-before', value: null })
    }
    if (last === undefined || !goesOn(last, paragraph, characters, rest.language)) {
      characters = 0
      paragraphs.push(paragraph)
    } else paragraphs[paragraphs.length - 1] = { ...last, words: [...last.words, ...spaced(paragraph.words)] }
    characters += paragraph.words.reduce((sum, { before, text }) => sum + before.length + text.length, 0)
  }
  return { ...rest, paragraphs, marks: [...marks, ...dialogue] }
}

function goesOn(last: Paragraph, next: Paragraph, characters: number, language: string): boolean {
  const before = last.words.at(-1)
  const [first] = next.words
  if (before === undefined || first === undefined) return false
  if (last.kind !== 'speech' || next.kind !== 'speech' || last.speakerId !== next.speakerId) return false
  if (first.startMs < before.endMs || dash.test(first.text)) return false
  return !endsParagraph(before, first, characters, language)
}

const spaced = (words: readonly Word[]): Word[] =>
  words.map((word, index) => (index === 0 && word.before === '' ? { ...word, before: ' ' } : word))
