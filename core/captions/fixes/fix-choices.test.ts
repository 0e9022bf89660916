import { describe, expect, it } from 'vitest'
import type { Cue } from '../cues.ts'
import { spoken } from '../testing/spoken.ts'
import { setCueTimes } from '../edits/cue-times.ts'
import { splitCue } from '../edits/split-cue.ts'
import { CueSession } from '../edits/testing/cue-session.ts'
import { fixAll } from './fix-all.ts'
import { fixChoices } from './fix-choices.ts'
import { fixEdits } from './fix-edits.ts'
import { isSameCue } from './cue-changes.ts'
import { fixReport } from './fix-report.ts'

const fast = 'Um, they come with the toaster and they stay because somebody sat down beside them.'
const quick = 'Um, they come with the toaster and they stay.'
const fixOptions = { durationMs: 60_000, language: 'en' }

const sessionOf = (...turns: Parameters<typeof spoken>[0]): CueSession =>
  new CueSession(spoken(turns), [], 60_000)

describe('the fixes of one cue', () => {
  it('say their result before they are made, and make exactly that', () => {
    const session = sessionOf(
      ['A', 1_000, 2_200, quick],
      ['B', 6_000, 8_000, 'And took the thing seriously.'],
    )
    const [cue] = session.cues
    const choices = fixChoices(session.context, 0)
    expect(choices.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['extend', 'fillers']))
    const extend = choices.find(({ kind }) => kind === 'extend')
    expect(extend?.gainedMs).toBeGreaterThan(0)
    expect(extend?.isEnough).toBe(true)
    session.apply(extend?.edits ?? [])
    expect(session.cues[0]).toMatchObject({
      startMs: extend?.result.startMs,
      endMs: extend?.result.endMs,
      lines: cue?.lines,
    })
  })

  it('leave fillers out only in the captions', () => {
    const session = sessionOf(
      ['A', 1_000, 2_200, quick],
      ['B', 6_000, 8_000, 'And took the thing seriously.'],
    )
    const before = session.transcript.paragraphs
    const fillers = fixChoices(session.context, 0).find(({ kind }) => kind === 'fillers')
    expect(fillers?.words).toBe('Um,')
    session.apply(fillers?.edits ?? [])
    expect(session.transcript.paragraphs).toBe(before)
    expect(session.shown[0]).toBe('they come with the toaster and they stay. !')
  })

  it('name the word that moves where it is the only one', () => {
    const session = sessionOf(
      ['A', 1_000, 3_400, 'She repaired bicycles there for years. Really?'],
      ['B', 3_500, 6_000, 'All of that time on her own?'],
    )
    const text = session
      .cue(0)
      .lines.map((line) => line.text)
      .join('\n')
    session.apply(splitCue(session.context, session.cue(0), text.indexOf('Really?')))
    const index = session.shown.findIndex((shown) => shown.startsWith('Really?'))
    const choices = fixChoices(session.context, index)
    expect(choices.map(({ kind, words }) => [kind, words])).toContainEqual(['to-before', 'Really?'])
  })

  it('say whether a gap is opened by the cue or by the next one', () => {
    const session = sessionOf(
      ['A', 1_000, 1_400, 'Really?'],
      ['B', 1_850, 4_000, 'All of that time on her own?'],
    )
    session.apply(setCueTimes(session.context, session.cue(0), { startMs: 1_000, endMs: 1_840 }).edits)
    const gap = fixChoices(session.context, 0).find(({ kind }) => kind === 'gap')
    expect(gap).toMatchObject({ isEnough: true })
    expect(gap?.nextLaterMs).toBeGreaterThan(0)
  })

  it('are none where no rule is broken', () => {
    const session = sessionOf(['A', 1_000, 5_000, 'We left the house.'])
    expect(fixChoices(session.context, 0)).toEqual([])
  })
})

describe('what fixing all would do', () => {
  const session = sessionOf(
    ['A', 1_000, 2_200, quick],
    ['B', 6_000, 6_900, fast],
    ['A', 6_900, 7_800, fast],
    ['B', 7_800, 9_000, fast],
  )
  const { context } = session
  const { cues } = fixEdits(context, fixAll(context.cues, context.rules, fixOptions))
  const report = fixReport(context, cues)

  it('is reported by kind, with what stays', () => {
    expect(report.fixed).toBe(report.byKind.reduce((sum, { results }) => sum + results.length, 0))
    expect(report.count).toBe(report.fixed + report.improved.length + report.staying.length)
    expect(report.byKind[0]).toMatchObject({ kind: 'too-fast' })
    expect(report.byKind[0]?.results[0]).toMatchObject({ before: { index: 0 }, after: [{ index: 0 }] })
    expect(report.staying.length + report.improved.length).toBeGreaterThan(0)
  })

  it('changes no cue that is listed as staying, and lists each one that it changes', () => {
    const shown = ({ startMs, endMs, lines }: Cue) => ({
      startMs,
      endMs,
      lines: lines.map(({ text }) => text),
    })
    for (const { before, after } of report.staying) expect(after.map(shown)).toEqual([shown(before)])
    const listed = [
      ...report.byKind.flatMap(({ results }) => results),
      ...report.improved,
      ...report.adjusted,
    ]
    const changed = context.cues.filter((cue) => !cues.some((after) => isSameCue(cue, after)))
    expect(listed.map(({ before }) => before.index).toSorted((a, b) => a - b)).toEqual(
      changed.map(({ index }) => index),
    )
  })

  it('says how fast the words were spoken where speech itself is faster than the rules', () => {
    const left = [...report.improved, ...report.staying]
    expect(left.map((result) => result.spoken)).toEqual(
      left.map(() => expect.objectContaining({ unit: 'characters', limit: 20 })),
    )
    for (const result of left) expect(result.spoken?.value).toBeGreaterThan(20)
    for (const { results } of report.byKind)
      expect(results.every((result) => result.spoken === null)).toBe(true)
  })
})
