// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { captionProblems } from '#core/captions/caption-problems'
import type { Cue } from '#core/captions/cue'
import type { NumberRuleFacts } from '#core/captions/presets/number-rules'
import { readPreset, UnreadablePreset, writePreset } from '#core/captions/presets/preset-file'
import type { Preset } from '#core/captions/presets/preset'
import { isPresetId, presetIds, presets } from '#core/captions/presets/presets'
import type { ProblemKind } from '#core/captions/problems/problem-kind'
import type { ShotRule } from '#core/captions/shots/shot-rule'
import { rulesWithShots } from '#core/captions/shots/rules-with-shots'
import { problemWords } from '#core/messages/problem-words'
import { conversation } from '../../sound/testing/conversation.ts'
import { fakeSession } from '../../sound/testing/fake-session.ts'
import { renderInStudio } from '../../sound/testing/render-in-studio.tsx'
import { SpeedFigure } from '../cues/speed-figure.tsx'
import { ProblemsBar } from '../fixes/problems-bar.tsx'
import { RulesButton } from './rules-button.tsx'

vi.mock('../../../core/captions/presets/all-presets.ts', async (importOriginal) => {
  const known = await importOriginal<typeof import('../../../core/captions/presets/all-presets.ts')>()
  const [, bbc] = known.allPresets
  const madeUp: Preset = {
    ...bbc,
    id: 'made-up',
    label: () => ({ en: 'Made up', fr: 'Inventées' }),
    rulesFor: (language) => ({ ...bbc.rulesFor(language), id: 'made-up', maxDots: 2 }),
  }
  return { allPresets: [...known.allPresets, madeUp] }
})

vi.mock('../../../core/captions/presets/number-rules.ts', async (importOriginal) => {
  const known = await importOriginal<typeof import('../../../core/captions/presets/number-rules.ts')>()
  const maxDots: NumberRuleFacts = {
    range: [1, 9],
    isOptional: true,
    row: { unit: 'whole', en: 'Dots', fr: 'Points' },
  }
  return { numberRules: { ...known.numberRules, maxDots } }
})

vi.mock('../../../core/captions/problems/lines.ts', async (importOriginal) => {
  const known = await importOriginal<typeof import('../../../core/captions/problems/lines.ts')>()
  const words = {
    is: '{value} dots of {limit}',
    slight: null,
    count: '{count} with dots',
    fixed: '{count} fixed',
  }
  const madeUp: ProblemKind = {
    unit: 'number',
    isLack: false,
    about: 'speed',
    fixes: ['split'],
    inCue: ({ lines }, rules) => {
      const value = lines.map(({ text }) => text.replaceAll(/[^.]/gu, '')).join('').length
      const { maxDots: limit = 9 } = rules as { maxDots?: number }
      return value > limit ? { value, limit, isSlight: false } : null
    },
    beforeNext: null,
    atShots: null,
    en: words,
    fr: { ...words, is: '{value} points sur {limit}' },
  }
  return { lineProblems: { ...known.lineProblems, 'too-many-dots': madeUp } }
})

vi.mock('../../../core/captions/shots/bbc-shots.ts', () => {
  const madeUp: ShotRule = {
    en: 'never on it',
    fr: 'jamais dessus',
    allowsCrossing: true,
    startPlaces: ({ before }) => (before?.frames === 0 ? [{ ms: before.ms, frames: 3 }] : []),
    endPlaces: () => [],
  }
  return { bbcShots: madeUp }
})

afterEach(cleanup)

const cue: Cue = {
  index: 0,
  startMs: 0,
  endMs: 3_000,
  lines: [{ text: 'Well...', speakerId: null }],
  wordIds: ['w'],
}

it('a set of rules that is put into the list can be chosen by name, and used by its id', async () => {
  const session = fakeSession(conversation)
  renderInStudio(<RulesButton session={session} />, {}, 'fr')
  await userEvent.click(screen.getByRole('button', { name: /Netflix/u }))
  await userEvent.click(screen.getByRole('radio', { name: 'Inventées' }))
  expect(session.state.transcript.captionRules).toEqual({ preset: 'made-up', changes: {} })
  expect(screen.getByRole('textbox', { name: 'Points' })).toHaveProperty('value', '2')
  expect(isPresetId('made-up')).toBe(true)
  expect(presetIds.at(-1)).toBe('made-up')
})

it('a number is in files, within its range, and can be left out if it is optional', () => {
  const file = (maxDots: unknown): string => JSON.stringify({ id: 'own', base: 'made-up', maxDots })
  expect(readPreset(file(5)).rulesFor('en')).toMatchObject({ maxDots: 5 })
  expect(readPreset(file(null)).rulesFor('en')).not.toHaveProperty('maxDots')
  expect(() => readPreset(file(10))).toThrow(UnreadablePreset)
  expect(JSON.parse(writePreset(readPreset(file(3)), 'en'))).toMatchObject({ maxDots: 3 })
})

it('a problem is found, said in both languages, counted, and shown where its figure is', () => {
  const rules = Object.values(presets).at(-1)?.rulesFor('en')
  if (rules === undefined) throw new Error('no rules')
  const problems = captionProblems([cue], rules)[0] ?? []
  expect(problems).toEqual([{ kind: 'too-many-dots', value: 3, limit: 2, isSlight: false }])
  expect(problems.map((each) => problemWords(each, 'fr'))).toEqual(['3 points sur 2'])
  const noop = (): void => undefined
  renderInStudio(
    <>
      <ProblemsBar
        problems={new Map([[0, problems]])}
        kinds={null}
        onKinds={noop}
        making={false}
        nextKey={null}
        onFixAll={noop}
        onNext={noop}
      />
      <SpeedFigure cue={cue} rules={rules} problems={problems} />
    </>,
  )
  expect(screen.getByText('1 with dots')).not.toBeNull()
  expect(document.querySelector('[data-figures]')?.className).toMatch(/wrong/u)
})

it('a rule about shots can be chosen by name, and judges captions near them', async () => {
  const session = fakeSession(conversation)
  renderInStudio(<RulesButton session={session} />)
  await userEvent.click(screen.getByRole('button', { name: /Netflix/u }))
  await userEvent.click(screen.getByRole('button', { name: /At shot changes/u }))
  await userEvent.click(await screen.findByRole('option', { name: 'never on it' }))
  expect(session.state.transcript.captionRules).toEqual({ preset: 'netflix', changes: { shots: 'bbc' } })
  const rules = rulesWithShots(presets.bbc.rulesFor('en'), [2_000])
  const near = { ...cue, startMs: 2_000, endMs: 5_000 }
  expect(captionProblems([near], rules)[0]?.map(({ kind }) => kind)).toEqual(['start-near-shot'])
})

it('what is missing is an error of types: a name, a text, a range', () => {
  // @ts-expect-error -- the name is missing
  const preset: Preset = { id: 'x', frameRate: null, names: 'never', rulesFor: presets.bbc.rulesFor }
  // @ts-expect-error -- the range is missing
  const rule: NumberRuleFacts = { isOptional: false, row: null }
  // @ts-expect-error -- the texts are missing
  const problem: ProblemKind = {
    unit: 'time',
    isLack: true,
    about: 'next',
    fixes: [],
    inCue: null,
    beforeNext: null,
    atShots: null,
  }
  expect([preset, rule, problem]).toHaveLength(3)
})
