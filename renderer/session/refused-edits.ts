import type { ErrorCode, WireError } from '#contracts/errors'
import type { Edit } from '#core/edits/edit'
import type { EditGroup } from './unsent-edits.ts'

/** Edits that the studio will never take: set aside, so that what was typed after them is saved. */
export interface RefusedEdits {
  readonly group: EditGroup
  readonly error: WireError
}

/** Whatever is done about the rest (a full disk, a busy library, a lost connection), these stay refused. */
const FINAL: ReadonlySet<ErrorCode> = new Set(['call.bad-input', 'call.unknown', 'edit.refused'])
/** A bug of ours may be of the moment; one that comes back each time is not. */
const TRIES_OF_A_BUG = 3

/** @param tries how often the same was tried before */
export function isRefusal(error: WireError, tries: number): boolean {
  return FINAL.has(error.code) || (error.code === 'internal' && tries >= TRIES_OF_A_BUG)
}

/** What a person typed of edits, to be copied: a text a line, in their order. Empty where nothing was typed. */
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
      return typeof edit.mark.value === 'string' ? [edit.mark.value] : []
    case 'rename-speaker':
      return edit.name === null ? [] : [edit.name]
    default:
      return []
  }
}
