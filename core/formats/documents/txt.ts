import { readableTime } from '../../notation/clock.ts'
import type { DocumentWithExtras, FormatOf, WriteOptions, WriteResult } from '../format.ts'
import { wordLosses } from '../losses.ts'
import { textBlocks } from '../reading/text-blocks.ts'
import { readText } from '../reading/text-reader.ts'
import { anyText } from '../output-options.ts'
import { input } from '../format-input.ts'

/** Plain text for reading: one block per paragraph, headed by speaker and time. */
export const txt: FormatOf<'txt'> = {
  id: 'txt',
  label: { en: 'Text', fr: 'Texte' },
  purpose: { en: 'Just the words', fr: 'Rien que les mots' },
  extension: '.txt',
  mediaType: 'text/plain',
  choices: { names: true, times: true, firstPage: false, captions: null },
  output: anyText,
  group: 'documents',
  input: { ...input('none'), otherExtensions: ['.text'] },
  read: readText,
  write: writeTxt,
}

function writeTxt(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  const blocks = textBlocks(document, options).map(({ name, startMs, text }) => {
    const time = startMs === null ? null : `(${readableTime(startMs)})`
    const head = [name, time].filter((part) => part !== null).join(' ')
    return head === '' ? `${text}\n` : `${head}\n${text}\n`
  })
  return { text: blocks.join('\n'), losses: wordLosses(document.transcript) }
}
