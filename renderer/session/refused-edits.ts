import type { ErrorCode, WireError } from '#contracts/errors'
import type { Edit } from '#core/edits/edit'
import type { EditGroup } from './edit-group.ts'

/** Edits that the studio refused permanently: set aside so that later edits can be saved. */
export interface RefusedEdits {
  readonly group: EditGroup
  readonly error: WireError
}

/** Errors that remain after other causes (full disk, busy library, lost connection) are resolved. */
const FINAL: ReadonlySet<ErrorCode> = new Set(['call.bad-input', 'call.unknown', 'edit.refused'])
/** An internal error may be temporary; one that recurs this often is not. */
const TRIES_OF_A_BUG = 3

/** @param tries number of earlier attempts with the same edits */
export function isRefusal(error: WireError, tries: number): boolean {
  return FINAL.has(error.code) || (error.code === 'internal' && tries >= TRIES_OF_A_BUG)
}

/** The text typed in these edits, for copying: one line for each text, in order. Empty if nothing was typed. */
export function textOfEdits(edits: readonly Edit[]): string {
  return edits.flatMap(textOf).join('\n')
}

function textOf(edit: Edit): string[] {
  switch (edit.kind) {
    case 'replace-text':
    case 'insert-sound':
      return [edit.text]
    case 'insert-paragraphs':
      return [...edit.texts]
    case 'set-mark':
      return typeof edit.mark.value === 'string' && edit.mark.kind !== 'comment-resolved'
        ? [edit.mark.value]
        : []
    case 'rename-speaker':
      return edit.name === null ? [] : [edit.name]
    default:
      return []
  }
}
