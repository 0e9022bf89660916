import type { FormatOf } from '../format.ts'
import { readStl } from './stl-reader.ts'
import { stlRate, writeStl } from './stl-writer.ts'
import { onlyOffset } from '../output-options.ts'
import { captionInput } from '../format-input.ts'

/** EBU STL (Tech 3264), the binary exchange format of broadcasters. */
export const stl: FormatOf<'stl'> = {
  id: 'stl',
  label: { en: 'EBU STL', fr: 'EBU STL' },
  purpose: { en: 'Captions for broadcasters', fr: 'Sous-titres pour la télévision' },
  extension: '.stl',
  mediaType: 'application/octet-stream',
  choices: { names: false, times: false, firstPage: false, captions: 'with-names' },
  output: { ...onlyOffset, frameRates: [25, 30], startTimecode: stlRate },
  group: 'captions',
  input: { ...captionInput, countsFrames: true },
  readBytes: readStl,
  writeBytes: writeStl,
}
