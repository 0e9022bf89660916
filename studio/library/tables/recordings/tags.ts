import { Fault } from '#contracts/errors'
import type { Store } from '../../database/store.ts'
import type { TableDescription } from '../../table-description.ts'

export interface TagCalls {
  /** In the order in which the person added them. */
  tagsOf(recordingId: string): string[]
  /** Replaces all tags; duplicates are removed, ignoring case. Fault `recording.unknown`. */
  setTags(recordingId: string, tags: readonly string[]): void
}

export function createTagCalls(store: Store): TagCalls {
  return {
    tagsOf: (recordingId) =>
      store
        .rows<{ tag: string }>('SELECT tag FROM tags WHERE recording_id = ? ORDER BY position', recordingId)
        .map(({ tag }) => tag),
    setTags(recordingId, tags) {
      const kept = new Map<string, string>()
      for (const tag of tags.map((one) => one.normalize('NFC').trim())) {
        const folded = tag.toLowerCase()
        if (tag !== '' && !kept.has(folded)) kept.set(folded, tag)
      }
      store.change((append) => {
        if (store.row('SELECT 1 FROM recordings WHERE id = ?', recordingId) === undefined) {
          throw new Fault('recording.unknown', { reference: recordingId })
        }
        store.run('DELETE FROM tags WHERE recording_id = ?', recordingId)
        for (const [position, tag] of [...kept.values()].entries()) {
          store.run(
            'INSERT INTO tags (recording_id, position, tag) VALUES (?, ?, ?)',
            recordingId,
            position,
            tag,
          )
        }
        append('recording-updated', { recordingId })
      })
    },
  }
}

export const tagsTable: TableDescription = {
  name: 'tags',
  whenDeleted: 'deleted',
  whenJoined: 'moved',
  whenTrimmed: 'kept',
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: { labels: '(SELECT group_concat(tag, char(10)) FROM tags WHERE recording_id = recordings.id)' },
}
