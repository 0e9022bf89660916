import path from 'node:path'
import { type CutListId, cutLists } from '#core/cut/lists/cut-lists'
import { isWhole } from '#core/cut/kept-spans'
import type { DocumentWithExtras } from '#core/formats/format'
import type { OutputOptions } from '#core/formats/output-options'
import { listedCut } from '#studio/export/cut-lists'
import { writeOutput } from '#studio/export/output-files'
import type { RecordingCut } from '#studio/export/recording-cut'
import type { Studio } from '#studio/studio'
import type { Terminal } from '../terminal/terminal.ts'
import { shownPath } from './results.ts'

/** Writes lists of what is kept of a recording, each as one file or several; says the latter. */
export async function writeCutLists(
  { library }: Pick<Studio, 'library'>,
  terminal: Terminal,
  cut: RecordingCut,
  ids: readonly CutListId[],
  plan: {
    readonly document: DocumentWithExtras
    readonly recordingId: string
    /** The recording's file. */
    readonly media: string
    readonly folder: string
    readonly name: string
    readonly output: Partial<OutputOptions>
    readonly overwrite: boolean
    readonly beforeMoved: () => Promise<void>
    readonly settingsKey: string
    readonly transcriptVersion: number
  },
): Promise<void> {
  const { document, folder, recordingId, settingsKey, transcriptVersion } = plan
  if (ids.length === 0) return
  const relative = path.relative(folder, plan.media)
  // On another drive of Windows there is no relative path.
  const media = path.isAbsolute(relative) ? document.recording.fileName : relative.split(path.sep).join('/')
  const listed = listedCut(cut, document.recording, media, plan.output)
  for (const id of ids) {
    const files = cutLists[id].write(listed)
    for (const { ending, text } of files) {
      const file = path.join(folder, `${plan.name}${ending}`)
      const output = { path: file, format: id, recordingId, settingsKey, transcriptVersion }
      const outcome = await writeOutput(library, output, text, plan.overwrite, plan.beforeMoved)
      const key = outcome === 'written' ? 'result.written' : 'result.done-before'
      terminal.note(outcome, { file, format: id }, terminal.words(key, { file: shownPath(file) }))
    }
    const count = files.length
    if (count > 1) terminal.note('cut-parts', { format: id, count }, terminal.words('cut.parts', { count }))
  }
  if (isWhole(cut.kept)) terminal.note('cut-none', {}, terminal.words('cut.list-whole'))
  if (document.silences !== undefined) terminal.note('redacted', {}, terminal.words('cut.list-redacted'))
}
