import { Fault } from '#contracts/errors'
import { SheetShape } from '#contracts/sheet'
import type { DocumentWithExtras } from '#core/formats/format'
import { extraKeys } from '#core/formats/json/json-extra'
import type { Sheet } from '#core/sheet/sheet'
import { sheetLines } from '#core/sheet/sheet-text'
import { sheetWords } from '#core/sheet/sheet-words'
import { documentSheet, transcriptSheet } from '#studio/sheet/transcript-sheet'
import { modelStore, type Studio } from '#studio/studio'
import { namedRecording, openDocument } from '../../library/named-recording.ts'
import { choice, type Invocation } from '../../options/arguments.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { isStatsFile, readDocument } from '../stats/run-stats.ts'

/** Prints how a transcript was made: that of a recording in the library, or a `.parolo.json`. */
export async function runSheet(
  openStudio: () => Promise<Studio>,
  dataFolder: string,
  terminal: Terminal,
  invocation: Invocation,
): Promise<number> {
  const format = choice(invocation, 'format', ['text', 'json'] as const, 'text')
  if (invocation.words.length === 0) throw new Fault('usage.missing-file', { verb: 'sheet' })
  const sheet = isStatsFile(invocation)
    ? await sheetOfFile(dataFolder, await readDocument(invocation.words.join(' ')))
    : await sheetInLibrary(openStudio, invocation)
  if (format === 'json') terminal.result(`${JSON.stringify(sheet, null, 2)}\n`)
  else {
    const { language } = terminal
    terminal.lines(sheetLines(sheetWords(sheet, language, terminal.locale), language))
  }
  return 0
}

async function sheetInLibrary(openStudio: () => Promise<Studio>, invocation: Invocation): Promise<Sheet> {
  const studio = await openStudio()
  try {
    const { document } = await openDocument(studio, await namedRecording(studio, invocation))
    return await transcriptSheet(studio, document)
  } finally {
    await studio.close()
  }
}

/**
 * The run's sheet from the file, if it was exported with one; everything else from the transcript as it is
 * now.
 */
async function sheetOfFile(dataFolder: string, document: DocumentWithExtras): Promise<Sheet> {
  const now = await documentSheet(modelStore(dataFolder), document)
  const kept = SheetShape.safeParse(document.extra?.[extraKeys.document]?.sheet)
  return kept.success ? { ...kept.data, words: now.words } : now
}
