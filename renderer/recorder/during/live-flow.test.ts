import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { LiveLine } from '#contracts/sound-wire'
import type { PageMoment } from '../running/recorder-store.ts'
import { type FlowItem, liveFlow } from './live-flow.ts'

let count = 0
const line = (source: number, startMs: number, text: string | null): LiveLine => ({
  id: `live-${(count += 1)}`,
  source,
  startMs,
  endMs: startMs + 2_000,
  text,
})
const moment = (atMs: number): PageMoment => ({ id: `m${atMs}`, kind: 'bookmark', atMs, value: '' })

const shown = (items: readonly FlowItem[]): (string | null)[] =>
  items.map((item) =>
    item.kind === 'moment'
      ? item.id
      : item.lines.length === 0
        ? null
        : item.lines.map(({ text }) => text).join(' '),
  )

it('joins lines of one source, and begins anew with another, a long pause, or speech without text', () => {
  const lines = [
    line(0, 0, 'One'),
    line(0, 3_000, 'two.'),
    line(1, 4_000, 'Three.'),
    line(0, 6_000, 'Four.'),
    line(0, 14_000, 'Five.'),
    line(0, 17_000, null),
    line(0, 20_000, 'Six.'),
  ]
  expect(shown(liveFlow(lines, [], []))).toEqual(['One two.', 'Three.', 'Four.', 'Five.', null, 'Six.'])
})

it('shows lines as a person left them, and still what they were', () => {
  const lines = [line(0, 0, 'The fare'), line(0, 2_500, 'is late.')]
  const id = lines[0]?.id ?? ''
  const changes = ['The fair', 'The fairs'].map((text) => ({ kind: 'line', lineId: id, text }) as const)
  expect(liveFlow(lines, changes, [])).toMatchObject([
    { lines: [{ id, text: 'The fairs', decoded: 'The fare' }, { text: 'is late.' }] },
  ])
})

it('puts a moment before what was said after it, and one that nothing followed yet at the end', () => {
  const lines = [line(0, 0, 'One'), line(0, 3_000, 'two.'), line(0, 6_000, 'Three.')]
  expect(shown(liveFlow(lines, [], [moment(2_900), moment(9_000)]))).toEqual([
    'One',
    'm2900',
    'two. Three.',
    'm9000',
  ])
})

it('changes nothing before the last paragraph when a line comes, and has each line and moment once', () => {
  const spoken = fc.array(fc.record({ source: fc.nat(1), pauseMs: fc.nat(4_000), says: fc.boolean() }), {
    minLength: 1,
    maxLength: 30,
  })
  fc.assert(
    fc.property(spoken, fc.array(fc.nat(60_000), { maxLength: 5 }), (all, times) => {
      let atMs = 0
      const lines = all.map(({ source, pauseMs, says }) => {
        atMs += pauseMs
        return line(source, atMs, says ? 'Some words of a meeting.' : null)
      })
      const moments = [...new Set(times)].toSorted((a, b) => a - b).map(moment)
      const flow = (length: number): FlowItem[] => liveFlow(lines.slice(0, length), [], moments)
      const isLine = ({ kind }: FlowItem): boolean => kind === 'paragraph'
      for (let length = 1; length < lines.length; length += 1) {
        const before = flow(length)
        const settled = before.slice(0, before.findLastIndex(isLine))
        expect(flow(length + 1).slice(0, settled.length)).toEqual(settled)
      }
      const items = flow(lines.length)
      const ids = items.flatMap((item) => (item.kind === 'paragraph' ? item.lines.map(({ id }) => id) : []))
      expect(ids).toEqual(lines.filter(({ text }) => text !== null).map(({ id }) => id))
      expect(items.flatMap((item) => (item.kind === 'moment' ? [item.id] : []))).toEqual(
        moments.map(({ id }) => id),
      )
    }),
    { numRuns: 50 },
  )
})
