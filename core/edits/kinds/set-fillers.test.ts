import { expect, it } from 'vitest'
import { applyEdit } from '../apply.ts'
import type { Edit } from '../edit.ts'
import { historyKindOf } from '../history/history-kind.ts'
import { expectEdit } from '../testing/expect-edit.ts'
import { conversation } from '../testing/samples.ts'

const set = (id: string, fillers: 'hidden' | null): Edit => ({ kind: 'set-fillers', id, fillers })

it('hides fillers and shows them again, with undo to the byte, whatever the caption rules are', () => {
  const rules = { preset: 'bbc', changes: {} } as const
  const before = applyEdit(conversation(), { kind: 'set-caption-rules', id: 'e0', rules }).transcript
  const hidden = expectEdit(before, set('e1', 'hidden'), { ...before, fillers: 'hidden' })
  expect(hidden.touched).toMatchObject({ paragraphIds: [], marks: false, captionRules: false, fillers: true })
  const ruled = expectEdit(hidden.transcript, { kind: 'set-caption-rules', id: 'e2', rules: null })
  const other = expectEdit(ruled.transcript, { kind: 'set-caption-rules', id: 'e3', rules })
  expect(JSON.stringify(other.transcript)).toBe(JSON.stringify(hidden.transcript))
  expectEdit(other.transcript, set('e4', null), before)
})

it('changes nothing where it is so already, and has a name in undo', () => {
  const { transcript, touched } = applyEdit(conversation(), set('e1', null))
  expect(touched.fillers).toBe(false)
  expect(transcript).not.toHaveProperty('fillers')
  expect(historyKindOf(set('e', null))).toBe('set-fillers')
})
