import { strToU8, zipSync } from 'fflate'
import type { DocumentWithExtras, FormatOf, WriteOptions, WrittenBytes } from '../format.ts'
import { countedLosses, wordLosses } from '../losses.ts'
import { onlySoundFile } from '../output-options.ts'
import { qdaProject, SOURCES } from './project-qde.ts'

/** REFI-QDA, the exchange format of programs for qualitative analysis (www.qdasoftware.org). */
export const qdpx: FormatOf<'qdpx'> = {
  id: 'qdpx',
  label: { en: 'REFI-QDA project (QDPX)', fr: 'Projet REFI-QDA (QDPX)' },
  purpose: {
    en: 'For qualitative analysis in ATLAS.ti, MAXQDA, NVivo, QualCoder',
    fr: 'Pour l’analyse qualitative dans ATLAS.ti, MAXQDA, NVivo, QualCoder',
  },
  extension: '.qdpx',
  mediaType: 'application/octet-stream',
  choices: { names: false, times: false, firstPage: false, captions: null },
  output: onlySoundFile,
  group: 'programs',
  input: null,
  writeBytes: writeQdpx,
}

/** ZIP has no date before; it is constant, so that the same document gives the same bytes. */
const DATE = '1980-01-01T00:00:00'

/** Without sound, which `studio/export/qda-with-sound.ts` adds. */
function writeQdpx(document: DocumentWithExtras, options: WriteOptions): WrittenBytes {
  const { qde, sources, replaced } = qdaProject(document, options, null)
  const files = {
    'project.qde': strToU8(qde),
    ...Object.fromEntries(sources.map(({ name, text }) => [`${SOURCES}/${name}`, strToU8(text)])),
  }
  const losses = countedLosses([{ code: 'characters', count: replaced }])
  return {
    bytes: zipSync(files, { mtime: DATE }),
    losses: [...wordLosses(document.transcript, 'commented'), ...losses],
  }
}
