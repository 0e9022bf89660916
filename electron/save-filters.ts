import path from 'node:path'
import type { FileFilter } from 'electron'
import { type ProgramLanguage, say } from '#core/messages/messages'

/** Filters of the save dialog: files of that kind, then all; a name typed without an extension gets that of the first. */
export function saveFilters(fileName: string, language: ProgramLanguage): FileFilter[] {
  const extension = path.extname(fileName).slice(1)
  const all = { name: say(language, 'window.all-files'), extensions: ['*'] }
  if (extension === '') return [all]
  const name = say(language, 'window.files-of-kind', { kind: extension.toUpperCase() })
  return [{ name, extensions: [extension] }, all]
}
