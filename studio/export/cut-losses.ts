import type { DocumentOfCut } from '#core/cut/cut-document'
import type { Loss } from '#core/formats/format'
import { type FormatId, formats } from '#core/formats/formats'
import { countedLosses } from '#core/formats/losses'
import type { RecordingCut } from './recording-cut.ts'

/**
 * What a file of the cut does not have as one of the whole recording does, and of which texts some words are cut.
 * @param translation language of the file; omitted: its own text
 * @param withSound whether a page was to have its sound
 */
export function cutLosses(
  { notes, cut }: Pick<DocumentOfCut, 'notes'> & { readonly cut: Pick<RecordingCut, 'heardWords'> },
  format: FormatId,
  { translation, withSound }: { readonly translation: string | undefined; readonly withSound: boolean },
): Loss[] {
  const { captions, minutes, chapters } = formats[format].choices
  const partlyCut = notes.partlyCut.filter(({ language }) => language === (translation ?? ''))
  return countedLosses([
    { code: 'cut-heard', count: cut.heardWords.length },
    { code: 'cut-partly', count: captions === null ? 0 : partlyCut.length },
    { code: 'cut-moments', count: minutes === true ? notes.cutMoments : 0 },
    { code: 'cut-chapters', count: minutes === true || chapters === true ? notes.joinedChapters : 0 },
    { code: 'cut-page', count: withSound && formats[format].output.sound ? 1 : 0 },
  ])
}
