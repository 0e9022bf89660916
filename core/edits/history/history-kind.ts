import type { Edit } from '../edit.ts'

/** The name of what an edit does, for undo and redo: its kind, for marks with that of the mark. */
export function historyKindOf(edit: Edit): string {
  if (edit.kind === 'set-mark') return markHistoryKind('set-mark', edit.mark.kind)
  if (edit.kind === 'remove-mark') return markHistoryKind('remove-mark', edit.markKind ?? null)
  return edit.kind
}

/** The same from what the library's log tells without reading the edit. */
export function markHistoryKind(kind: string, markKind: string | null): string {
  return markKind === null ? kind : `${kind}.${markKind}`
}
