import type { Edit, LoggedEdit, RestoredParagraphs, RestoreEdit } from '../edit.ts'

/**
 * What a new speaker count keeps because a person set it; ids of paragraphs, some of which may no longer
 * exist.
 */
export interface KeptParagraphs {
  /** Paragraphs whose speaker a person set. */
  readonly speakers: ReadonlySet<string>
  /** Paragraphs whose bounds a person set. */
  readonly bounds: ReadonlySet<string>
}

/** @param log every edit that is not undone, as originally made, oldest first */
export function keptByPerson(
  log: readonly { readonly edit: LoggedEdit; readonly inverse: RestoreEdit }[],
): KeptParagraphs {
  const speakers = new Set<string>()
  const bounds = new Set<string>()
  for (const { edit, inverse } of log) {
    const made = inverse.paragraphs.flatMap((run) => run.remove)
    switch (edit.kind) {
      case 'assign-speaker':
        for (const { id } of made) bounds.add(id)
        for (const id of assignedIds(edit.target, made, inverse)) speakers.add(id)
        break
      case 'split-paragraph': {
        const isKept = made.some(({ id }) => speakers.has(id))
        for (const { id } of made) bounds.add(id)
        if (isKept) for (const { id } of made) speakers.add(id)
        break
      }
      case 'insert-paragraphs': {
        const isKept = edit.afterParagraphId !== null && speakers.has(edit.afterParagraphId)
        for (const { id } of made) {
          bounds.add(id)
          if (isKept) speakers.add(id)
        }
        break
      }
      case 'merge-paragraphs': {
        bounds.add(edit.firstParagraphId)
        // Joining paragraphs of two speakers attributes all of the text to the first.
        const joined = inverse.paragraphs.flatMap((run) => run.put.map((paragraph) => paragraph.speakerId))
        if (new Set(joined).size > 1) speakers.add(edit.firstParagraphId)
        break
      }
    }
  }
  return { speakers, bounds }
}

/** Of the paragraphs that result from an assignment, those assigned to the speaker. */
function assignedIds(
  target: Extract<Edit, { kind: 'assign-speaker' }>['target'],
  made: readonly RestoredParagraphs['remove'][number][],
  inverse: RestoreEdit,
): string[] {
  if ('paragraphId' in target) return [target.paragraphId]
  const from = made.findIndex(({ wordIds }) => wordIds.includes(target.fromWordId))
  const to = made.findLastIndex(({ wordIds }) => wordIds.includes(target.toWordId))
  // Paragraphs that were not split only change their speaker; of split ones, those between the two words were
  // assigned.
  const split = made.slice(Math.max(0, from), to < 0 ? made.length : to + 1)
  return [...inverse.heads, ...split].map(({ id }) => id)
}
