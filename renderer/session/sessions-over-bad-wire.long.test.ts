import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EditRefused } from '#core/edits/refused'
import { conversation } from '#core/edits/testing/samples'
import { choices, randomEdit } from '#core/edits/testing/random-edits'
import { lint } from '#core/transcript/lint'
import { paragraphText } from '#core/transcript/transcript'
import type { OpenSession } from './open-session.ts'
import { fakeStudio, type Fate } from './testing/fake-studio.ts'
import { openTestSession, quiet, texts, typeText } from './testing/test-session.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

type Act =
  | { readonly kind: 'edit'; readonly window: number; readonly choice: Parameters<typeof randomEdit>[2] }
  | { readonly kind: 'undo' | 'redo'; readonly window: number }
  | { readonly kind: 'wait'; readonly ms: number }

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('edit' as const), window: fc.nat(1), choice: choices }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const), window: fc.nat(1) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(400) }) },
)
const fate: fc.Arbitrary<Fate> = fc.record({
  thereMs: fc.nat(120),
  backMs: fc.nat(120),
  lost: fc.oneof(
    { weight: 8, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom('there' as const, 'back' as const) },
  ),
})

describe('two sessions over a bad wire', () => {
  it(
    'come to the same transcript as the studio, sound after every change',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(act, { minLength: 4, maxLength: 25 }),
          fc.infiniteStream(fate),
          fc.nat(150),
          async (acts, fates, eventMs) => {
            const studio = fakeStudio(conversation())
            let isCalm = true
            const fateOf = (): Fate =>
              isCalm ? { thereMs: 1, backMs: 1, lost: null } : (fates.next().value as Fate)
            const windows = [
              await openTestSession(studio, 'a', studio.connect(fateOf, eventMs)),
              await openTestSession(studio, 'b', studio.connect(fateOf, eventMs)),
            ]
            for (const session of windows) {
              session.onChange(({ after }) => expect(lint(after)).toEqual([]))
            }
            isCalm = false
            for (const each of acts) {
              if (each.kind === 'wait') await vi.advanceTimersByTimeAsync(each.ms)
              else await act1(windows[each.window], each)
            }
            await vi.advanceTimersByTimeAsync(1_000)
            isCalm = true
            await quiet()
            for (const session of windows) {
              expect(session.state.saved).toBe('saved')
              expect(session.state.transcript).toEqual(studio.transcript)
              session.close()
            }
            expect(lint(studio.transcript)).toEqual([])
          },
        ),
        { numRuns: 60 },
      )
    },
  )

  it('lose nothing that is typed', { timeout: 120_000 }, async () => {
    const typed = fc.record({
      window: fc.nat(1),
      place: fc.nat(999),
      paragraph: fc.nat(2),
      waitMs: fc.nat(350),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(typed, { minLength: 2, maxLength: 14 }),
        fc.infiniteStream(fate),
        async (keys, fates) => {
          const studio = fakeStudio(conversation())
          let isCalm = true
          const fateOf = (): Fate =>
            isCalm ? { thereMs: 1, backMs: 1, lost: null } : (fates.next().value as Fate)
          const windows = [
            await openTestSession(studio, 'a', studio.connect(fateOf, 20)),
            await openTestSession(studio, 'b', studio.connect(fateOf, 20)),
          ]
          isCalm = false
          const written: string[] = []
          for (const [index, { window, place, paragraph, waitMs }] of keys.entries()) {
            const session = windows[window]
            const at = session?.state.transcript.paragraphs[paragraph]
            if (session === undefined || at === undefined) continue
            const old = paragraphText(at)
            // A word of its own, between two words.
            const gap = old.indexOf(' ', place % (old.length + 1))
            const from = gap < 0 ? old.length : gap
            written.push(`typed${index}x`)
            typeText(session, at.id, `${old.slice(0, from)} typed${index}x${old.slice(from)}`)
            await vi.advanceTimersByTimeAsync(waitMs)
          }
          isCalm = true
          await quiet()
          const text = texts(studio.transcript).join('\n')
          for (const word of written) expect(text.split(word)).toHaveLength(2)
          for (const session of windows) session.close()
        },
      ),
      { numRuns: 60 },
    )
  })
})

async function act1(session: OpenSession | undefined, each: Exclude<Act, { kind: 'wait' }>): Promise<void> {
  if (session === undefined) return
  if (each.kind !== 'edit') {
    // Lost in transit: the person sees that, and tries again.
    void session[each.kind]().catch(() => undefined)
    return
  }
  const edit = randomEdit(session.state.transcript, session.newId(), each.choice)
  if (edit === null || edit.kind === 'count-speakers') return
  try {
    session.apply([edit])
  } catch (error) {
    if (!(error instanceof EditRefused)) throw error
  }
}
