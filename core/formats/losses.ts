import type { TranslatedCues } from '../captions/translations/translated-cues.ts'
import { translationLanguages } from '../captions/translations/translation-marks.ts'
import { behaviorOf } from '../transcript/marks/mark-behavior.ts'
import type { Transcript } from '../transcript/transcript.ts'
import type { Loss } from './format.ts'
import { areSpread } from './reading/spread-times.ts'

/**
 * The losses of a format of plain text and cues: word times, confidence, marks and speaker turns. Word times
 * spread over imported cues and marks that take effect in the cues do not count, as the cues are written.
 * @param keeps `styled`: italics and positions of captions are written too; `commented`: comments are
 */
export function wordLosses(
  transcript: Transcript,
  keeps: 'plain' | 'styled' | 'commented' = 'plain',
): Loss[] {
  let words = 0
  let confident = 0
  for (const paragraph of transcript.paragraphs) {
    if (!areSpread(paragraph.words)) words += paragraph.words.length
    for (const word of paragraph.words) if (word.confidence !== null) confident++
  }
  return countedLosses([
    { code: 'word-times', count: words },
    { code: 'confidence', count: confident },
    { code: 'comments', count: keeps === 'commented' ? 0 : commentCount(transcript) },
    { code: 'marks', count: personalMarks(transcript) },
    { code: 'translations', count: translationLanguages(transcript).length },
    { code: 'caption-styles', count: keeps === 'styled' ? 0 : styleMarks(transcript) },
    { code: 'speaker-turns', count: transcript.turns.length },
  ])
}

/** Number of marks that do not affect the captions in the file, excluding comments and what was decided about corrections. */
export const personalMarks = ({ marks }: Pick<Transcript, 'marks'>): number =>
  marks.filter(
    (mark) => mark.kind !== 'correction-settled' && (behaviorOf(mark)?.effect ?? 'none') === 'none',
  ).length

/** Number of comments, including resolved ones. */
export const commentCount = ({ marks }: Pick<Transcript, 'marks'>): number =>
  marks.filter(({ kind }) => kind === 'comment').length

/** Number of words in italics and captions at a non-default position, by their marks. */
export const styleMarks = ({ marks }: Pick<Transcript, 'marks'>): number =>
  marks.filter((mark) => behaviorOf(mark)?.effect === 'style').length

/** Drops entries with a count of 0. */
export const countedLosses = (losses: readonly Loss[]): Loss[] => losses.filter((loss) => loss.count > 0)

/** What a translation lacks: captions without a text, and texts without a caption. */
export const translationLosses = ({
  untranslated,
  unplaced,
}: Pick<TranslatedCues, 'untranslated' | 'unplaced'>): Loss[] =>
  countedLosses([
    { code: 'untranslated', count: untranslated.length },
    { code: 'unplaced-translations', count: unplaced.length },
  ])
