import { describe, expect, test } from 'vitest'
import type { Mark } from '../../transcript/transcript.ts'
import { captionProblems } from '../caption-problems.ts'
import type { Cue } from '../cues.ts'
import { CueSession } from '../edits/testing/cue-session.ts'
import { presetFor } from '../presets/netflix.ts'
import { spoken } from '../testing/spoken.ts'
import { fixAll } from './fix-all.ts'
import { fixEdits } from './fix-edits.ts'

const durationMs = 60_000
const rules = presetFor('en')
const options = { durationMs, language: 'en' }
const problemsIn = (cues: readonly Cue[]): number =>
  captionProblems(cues, rules).filter((problems) => problems.length > 0).length
const linesOf = (cues: readonly Cue[]): string[][] => cues.map(({ lines }) => lines.map(({ text }) => text))

const redaction = (id: string, from: string, to: string): Mark => ({
  id,
  kind: 'redaction',
  fromWordId: from,
  toWordId: to,
  value: null,
})

/** One caption of everything on one line, as a person joined it. */
const joined: readonly Mark[] = [
  { id: 's', kind: 'cue-start', fromWordId: 'p0.0', toWordId: 'p0.0', value: 0 },
  { id: 'e', kind: 'cue-end', fromWordId: 'p0.13', toWordId: 'p0.13', value: 9_000 },
  { id: 'n', kind: 'no-break', fromWordId: 'p0.0', toWordId: 'p0.13', value: null },
]
const said = 'This workshop belonged to Adam Keller and his daughter, who repaired bicycles for years.'

describe('captions with redacted words whose lines must change', () => {
  test.each([
    ['in the middle', [redaction('r', 'p0.4', 'p0.5')]],
    ['at the start', [redaction('r', 'p0.0', 'p0.1')]],
    ['at the end', [redaction('r', 'p0.12', 'p0.13')]],
    ['twice', [redaction('r', 'p0.4', 'p0.5'), redaction('q', 'p0.8', 'p0.8')]],
  ])('are fixed as others are: %s', (_, redactions) => {
    const session = new CueSession(spoken([['A', 0, 9_000, said]]), [...joined, ...redactions], durationMs)
    expect(linesOf(session.cues).flat()).toHaveLength(1)
    const { context } = session
    const fixed = fixAll(context.cues, context.rules, options)
    expect(problemsIn(fixed)).toBe(0)
    const { edits, cues } = fixEdits(context, fixed)
    session.apply(edits)
    expect(session.cues).toEqual(cues)
    expect(linesOf(cues)).toEqual(linesOf(fixed))
    expect(linesOf(cues).flat().join(' ')).toContain('[redacted]')
    session.undoAll()
    expect(linesOf(session.cues).flat()).toHaveLength(1)
  })
})
