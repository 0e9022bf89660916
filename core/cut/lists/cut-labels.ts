import { cutSamples } from './cut-clips.ts'
import type { CutList, CutListFile, ListedCut } from './cut-list.ts'

/** What is kept of a recording as labels of Audacity, in the time of the whole recording. */
export const cutLabels: CutList<'cut-labels'> = {
  id: 'cut-labels',
  label: { en: 'Audacity labels', fr: 'Marqueurs Audacity' },
  purpose: {
    en: 'What is kept, as a label track beside the whole recording',
    fr: 'Ce qui est gardé, en piste de marqueurs à côté de l’enregistrement entier',
  },
  ending: '.cut.txt',
  mediaType: 'text/plain',
  countsFrames: false,
  write: writeLabels,
}

function writeLabels(cut: ListedCut): CutListFile[] {
  const { rate, clips } = cutSamples(cut)
  // A microsecond is less than a sample.
  const seconds = (sample: number): string => (sample / rate).toFixed(6)
  const lines = clips.map(({ from, to }, index) => `${seconds(from)}\t${seconds(to)}\t${index + 1}\n`)
  return [{ ending: cutLabels.ending, text: lines.join('') }]
}
