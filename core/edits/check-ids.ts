import type { Paragraph, Transcript } from '../transcript/transcript.ts'
import { changedRun, type ChangedRun } from './changed-run.ts'
import type { Edit } from './edit.ts'
import { EditRefused } from './refused.ts'

/** A reused edit id would produce duplicate ids; refusing it is better than two words with the same id. @throws EditRefused */
export function checkIds(before: Transcript, after: Transcript, edit: Edit): void {
  const run = changedRun(before, after)
  checkParagraphIds(run, after)
  // Word ids are numbered across the inserted paragraphs, so unique paragraph ids imply unique word ids.
  if (edit.kind === 'insert-paragraphs') return
  checkWordIds(run.after)
}

/** @throws EditRefused when two words of the changed paragraphs have the same id */
export function checkWordIds(changed: readonly Pick<Paragraph, 'words'>[]): void {
  const wordIds = new Set<string>()
  for (const { words } of changed) {
    for (const { id } of words) {
      if (wordIds.has(id)) throw new EditRefused('id-taken', id)
      wordIds.add(id)
    }
  }
}

function checkParagraphIds(run: ChangedRun, after: Transcript): void {
  const oldIds = new Set(run.before.map((paragraph) => paragraph.id))
  const newIds = new Set<string>()
  let count = 0
  for (const { id } of run.after) {
    if (oldIds.has(id)) continue
    newIds.add(id)
    count += 1
    if (newIds.size < count) throw new EditRefused('id-taken', id)
  }
  if (count === 0) return
  let there = 0
  for (const { id } of after.paragraphs) {
    if (newIds.has(id)) there += 1
    if (there > count) throw new EditRefused('id-taken', id)
  }
}
