import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaptionSettings } from '../../transcript/caption-settings.ts'
import { applyEdit } from '../apply.ts'
import { carryEdits } from '../apply-edits.ts'
import { rebase } from '../carry/rebase.ts'
import type { Edit } from '../edit.ts'
import { historyKindOf } from '../history/history-kind.ts'
import { takeBack } from '../history/take-back.ts'
import { choices, randomEdit } from '../testing/random-edits.ts'
import { expectEdit } from '../testing/expect-edit.ts'
import { conversation, conversationMs } from '../testing/samples.ts'

const limits = { durationMs: conversationMs }
const bbc: CaptionSettings = { preset: 'bbc', names: 'change', changes: { maxLines: 1 } }
const set = (id: string, rules: CaptionSettings | null): Edit => ({ kind: 'set-caption-rules', id, rules })

const randomSettings = fc.option(
  fc.record<CaptionSettings>(
    {
      preset: fc.constantFrom('netflix', 'bbc', 'mine'),
      base: fc.constantFrom('arte', 'none'),
      frameRate: fc.constantFrom(null, 25),
      names: fc.constantFrom('never', 'always'),
      changes: fc.dictionary(
        fc.constantFrom('maxLines', 'readable', '2', '__proto__', 'x'),
        fc.jsonValue() as fc.Arbitrary<CaptionSettings['changes'][string]>,
      ),
    },
    { requiredKeys: ['preset', 'changes'] },
  ),
)

describe('set-caption-rules', () => {
  it('sets rules, changes them, and goes back to the default ones', () => {
    const before = conversation()
    const chosen = expectEdit(before, set('e1', bbc), { ...before, captionRules: bbc })
    expect(chosen.touched).toEqual({
      paragraphIds: [],
      speakers: false,
      turns: false,
      marks: false,
      captionRules: true,
      fillers: false,
      numbers: false,
      captionTiming: false,
    })
    expect(chosen.inverse.captionRules).toBeNull()
    const changed = expectEdit(chosen.transcript, set('e2', { preset: 'arte', changes: {} }))
    expect(changed.inverse.captionRules).toEqual(bbc)
    const { transcript } = expectEdit(changed.transcript, set('e3', null), before)
    expect(Object.hasOwn(transcript, 'captionRules')).toBe(false)
  })

  it('changes nothing where the rules are the same', () => {
    const { transcript } = applyEdit(conversation(), set('e1', bbc))
    const again = { changes: { maxLines: 1 }, names: 'change', preset: 'bbc' } as const
    const { transcript: after, touched, inverse } = applyEdit(transcript, set('e2', again))
    expect(after.captionRules).toBe(transcript.captionRules)
    expect(touched.captionRules).toBe(false)
    expect(inverse).not.toHaveProperty('captionRules')
    expect(applyEdit(conversation(), set('e', null)).touched.captionRules).toBe(false)
  })

  it('has one name in undo', () => expect(historyKindOf(set('e', null))).toBe('set-caption-rules'))

  it('is never refused nor changed, whatever others did meanwhile, and leaves the rest of their edits', () => {
    fc.assert(
      fc.property(fc.array(choices, { maxLength: 12 }), randomSettings, (plan, rules) => {
        const theirs: Edit[] = []
        let now = conversation()
        for (const [index, choice] of plan.entries()) {
          const edit = randomEdit(now, `t${index}`, choice)
          if (edit === null) continue
          now = carryEdits(now, [edit], limits).transcript
          theirs.push(edit)
        }
        const mine = set('mine', rules)
        expect(rebase(mine, now)).toBe(mine)
        const { transcript, carried } = carryEdits(now, [mine], limits)
        expect(carried.map(({ outcome }) => outcome)).toEqual(['applied'])
        expect(transcript.captionRules ?? null).toEqual(rules)
        const { captionRules: _mine, ...rest } = transcript
        const { captionRules: _theirs, ...restBefore } = now
        expect(rest).toEqual(restBefore)
      }),
    )
  })

  it('comes off and on again to the byte, with text edits of the same step', () => {
    fc.assert(
      fc.property(randomSettings, randomSettings, choices, (first, second, choice) => {
        const start = applyEdit(conversation(), set('e0', first)).transcript
        const typing = randomEdit(start, 'e2', choice)
        const edits = [set('e1', second), ...(typing === null ? [] : [typing])]
        const { transcript, carried } = carryEdits(start, edits, limits)
        const entries = carried.flatMap((each) => (each.outcome === 'applied' ? [each] : []))
        const undone = takeBack(transcript, { stepId: 's', entries }, 'u')
        expect(JSON.stringify(undone.transcript)).toBe(JSON.stringify(start))
        const redone = takeBack(undone.transcript, { stepId: 'u', entries: [undone.entry] }, 'r')
        expect(JSON.stringify(redone.transcript)).toBe(JSON.stringify(transcript))
      }),
    )
  })
})
