import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isEnding,
  isOver,
  MIN_PART_MS,
  nextStep,
  type SessionEffect,
  type SessionEvent,
  type SessionState,
} from './session-machine.ts'

const keptMs = fc.nat({ max: 4 * MIN_PART_MS })
const events: fc.Arbitrary<SessionEvent> = fc.oneof(
  fc.constantFrom<SessionEvent>(
    { kind: 'started' },
    { kind: 'attached' },
    { kind: 'lost' },
    { kind: 'stop' },
    { kind: 'settled' },
    { kind: 'stop-failed' },
    { kind: 'delivered' },
  ),
  fc.record({ kind: fc.constant('start-failed' as const), isFinal: fc.boolean(), isFirst: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('unknown' as const, 'stopped' as const), keptMs }),
)

/** All states that a machine goes through. */
function walk(all: readonly SessionEvent[]) {
  let state: SessionState = 'starting'
  const steps = []
  for (const event of all) {
    const before = state
    const step = nextStep(state, event)
    state = step.state
    steps.push({ before, event, ...step })
  }
  return steps
}

describe('the states of a recording, whatever happens in whatever order', () => {
  it('never goes back from Stop, and starts a recording after it only for sound that is kept', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 60 }), (all) => {
        for (const { before, event, state, effects } of walk(all)) {
          if (event.kind === 'stop') expect(isEnding(state)).toBe(true)
          if (!isEnding(before)) continue
          expect(isEnding(state)).toBe(true)
          expect(effects).not.toContain('end-sound')
          if (effects.includes('start')) expect('keptMs' in event && event.keptMs >= MIN_PART_MS).toBe(true)
        }
      }),
    )
  })

  it('gives nothing up that is kept', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 60 }), (all) => {
        for (const { event, effects, state } of walk(all)) {
          if (!('keptMs' in event) || event.keptMs < MIN_PART_MS) continue
          expect(effects).not.toContain('finish')
          if (effects.length > 0) expect(isOver(state)).toBe(false)
        }
      }),
    )
  })

  it('ends once, tells how, and does nothing afterwards', () => {
    const ends: readonly SessionEffect[] = ['finish', 'keep', 'fail']
    fc.assert(
      fc.property(fc.array(events, { maxLength: 60 }), (all) => {
        const steps = walk(all)
        const reported = steps.filter(({ effects }) => effects.some((effect) => ends.includes(effect)))
        expect(reported.length).toBe(steps.some(({ state }) => isOver(state)) ? 1 : 0)
        for (const { before, state, effects } of steps) {
          if (!isOver(before)) continue
          expect(state).toBe(before)
          expect(effects).toEqual([])
        }
      }),
    )
  })

  it('comes to its end from every state once Stop is pressed and the studio answers', () => {
    /** The answers of a working studio to each request. */
    const answers: Readonly<Partial<Record<SessionEffect, SessionEvent>>> = {
      start: { kind: 'started' },
      'start-later': { kind: 'started' },
      attach: { kind: 'attached' },
      settle: { kind: 'settled' },
      'call-stop': { kind: 'stopped', keptMs: 0 },
    }
    fc.assert(
      fc.property(fc.array(events, { maxLength: 60 }), (all) => {
        let state = walk(all).at(-1)?.state ?? 'starting'
        // Pending requests are answered, or the channel comes back.
        const pending: SessionEvent[] = [{ kind: 'stop' }]
        const underWay: Readonly<Partial<Record<SessionState, SessionEvent>>> = {
          'ending-starting': { kind: 'started' },
          'ending-attaching': { kind: 'attached' },
          'ending-settling': { kind: 'settled' },
          'ending-stopping': { kind: 'stopped', keptMs: 0 },
        }
        for (let steps = 0; steps < 10 && !isOver(state); steps += 1) {
          const event = pending.shift() ?? underWay[state]
          if (event === undefined) break
          const step = nextStep(state, event)
          state = step.state
          for (const effect of step.effects) {
            const answer = answers[effect]
            if (answer !== undefined) pending.push(answer)
          }
        }
        expect(isOver(state)).toBe(true)
      }),
    )
  })
})
