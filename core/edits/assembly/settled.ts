import type { EditKind, LoggedEdit } from '../edit.ts'
import type { Touched } from '../touched.ts'

const settlingKinds: ReadonlySet<EditKind> = new Set<EditKind>([
  'split-paragraph',
  'merge-paragraphs',
  'assign-speaker',
  'insert-paragraphs',
])

/** The paragraphs whose bounds or speaker an edit sets permanently: a running job changes neither. */
export function settledBy(
  edit: Pick<LoggedEdit, 'kind'>,
  touched: Pick<Touched, 'paragraphIds'>,
): readonly string[] {
  return settlingKinds.has(edit.kind) ? touched.paragraphIds : []
}
