// @vitest-environment happy-dom
import { act, cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Doubt, DoubtReason } from '#core/doubt/reasons'
import { replaceTextEdit } from '#core/edits/kinds/replace-text'
import { conversation, paragraph, saidWords } from '#core/edits/testing/samples'
import { defaultPreferences } from '#contracts/default-preferences'
import { queryKeys } from '../rpc/query-keys.ts'
import { renderCheck } from './testing/render-check.tsx'

// On a busy machine React takes longer than the default of one second.
configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

const transcript = {
  ...conversation([]),
  paragraphs: ['Then Mr Kondo came.', 'Yes, of course.', 'And so it went.'].map((text, index) =>
    paragraph(`p${index}`, 's1', saidWords(`c${index}`, text, index * 9_000)),
  ),
}
const doubt = (id: string, estimate: number, ...reasons: DoubtReason[]): Doubt => ({
  fromWordId: id,
  toWordId: id,
  reasons,
  estimate,
})
const unsure = { reason: 'low-probability', band: 2, confidence: 0.4 } as const
const term: DoubtReason = {
  reason: 'near-glossary-term',
  term: 'Okonjo',
  correction: 'Okonjo',
  fromWordId: 'c0.2',
  toWordId: 'c0.2',
}
const other: DoubtReason = {
  reason: 'other-model-differs',
  model: 'Parakeet',
  other: 'curse.',
  between: false,
  fromWordId: 'c1.2',
  toWordId: 'c1.2',
}
const doubts = [
  doubt('c0.2', 0.9, term),
  doubt('c1.2', 0.7, other),
  doubt('c2.0', 0.6, unsure),
  doubt('c2.3', 0.5, unsure),
]
const open = (): HTMLElement => screen.getByRole('listitem', { current: true })
const isOpen = async (name: string): Promise<void> =>
  waitFor(() => {
    expect(open().getAttribute('aria-label')).toBe(name)
    expect(document.activeElement).toBe(open())
  })

describe('the open item', () => {
  it('Enter does what the filled button names, Delete keeps the text, each as one step', async () => {
    const { session, user, next, texts } = renderCheck(transcript, { doubts })
    next()
    await isOpen('To check: Kondo')
    screen.getByRole('button', { name: /^Take “Okonjo”/u })
    await user.keyboard('{Enter}')
    expect(texts()[0]).toBe('Then Mr Okonjo came.')
    await isOpen('To check: course.')
    screen.getByRole('button', { name: /^Take “curse\.”/u })
    await user.keyboard('{Delete}')
    expect(texts()[1]).toBe('Yes, of course.')
    await isOpen('To check: And')
    screen.getByRole('button', { name: /^Right as it is/u })
    // Nothing else speaks for another text: to keep it is to accept it.
    expect(screen.queryByRole('button', { name: /^Keep mine/u })).toBeNull()
    await user.keyboard('{Delete}')
    expect(session.state.transcript.marks.map((mark) => mark.fromWordId)).toEqual(['c1.2', 'c2.0'])
    expect(session.state.transcript.marks.every(({ kind }) => kind === 'accepted')).toBe(true)
    expect(new Set(session.applied.map(({ stepId }) => stepId)).size).toBe(3)
    await isOpen('To check: went.')
    await user.keyboard('{Enter}')
    await screen.findByText('No likely errors left.')
  })

  it('what was just finished is not listed again while the views are behind', async () => {
    const { host, store, user, next } = renderCheck(transcript, { doubts })
    next()
    await isOpen('To check: Kondo')
    await user.keyboard('{Enter}')
    host.queries.setQueryData(queryKeys.preferences, { ...defaultPreferences, allDoubts: true })
    await act(() => vi.waitUntil(() => store.getState().check.withLess, { interval: 1 }))
    expect(store.getState().check.items.map(({ text }) => text)).not.toContain('Kondo')
  })

  it('a held key decides nothing', async () => {
    const { session, next } = renderCheck(transcript, { doubts })
    next()
    await isOpen('To check: Kondo')
    for (const key of ['Enter', 'Delete', 'Tab']) fireEvent.keyDown(open(), { key, repeat: true })
    expect(session.applied).toEqual([])
  })

  it('Tab plays it; letters and digits go into the text, where it is Done', async () => {
    const { session, user, surface, next, played } = renderCheck(transcript, { doubts })
    next()
    await isOpen('To check: Kondo')
    await user.keyboard('{Tab}')
    expect(played()).toEqual([{ startMs: 100, endMs: 1_800 }])
    fireEvent.keyDown(open(), { key: '2', code: 'Digit2' })
    expect(surface.selectWords).toHaveBeenLastCalledWith('c0.2', 'c0.2', { focus: true })
    act(() =>
      session.apply([
        replaceTextEdit(session.state.transcript, { id: 'e', paragraphId: 'p0', text: 'Then Mr 2 came.' }),
      ]),
    )
    await screen.findByRole('button', { name: /^Done/u })
    await user.click(screen.getByRole('button', { name: /^Done/u }))
    await isOpen('To check: course.')
    // A correction is not marked as right.
    expect(session.state.transcript.marks).toEqual([])
    expect(screen.getByText('Corrected')).toBeDefined()
  })

  it('says so where the text has just changed, and stays open', async () => {
    const gone = doubt('c0.2', 0.9, { ...term, fromWordId: 'gone', toWordId: 'gone' })
    const { session, user, next } = renderCheck(transcript, { doubts: [gone] })
    next()
    await isOpen('To check: Kondo')
    await user.keyboard('{Enter}')
    await screen.findByText('The text here has just changed. Look at it again.')
    expect(session.applied).toEqual([])
    await isOpen('To check: Kondo')
  })
})

describe('who speaks', () => {
  const turn = (margin: number) => ({
    doubts: [] as Doubt[],
    voices: {
      voices: [
        {
          speakerIds: ['s1', 's2'],
          pieces: [0, 9_000, 18_000].map((startMs, index) => ({
            startMs,
            endMs: startMs + 1_400,
            speaker: 0,
            localSpeaker: index,
            similarities: index === 1 ? [0.5, 0.5 - margin] : [0.8, 0.1],
          })),
          alike: [],
        },
      ],
      decided: [],
    },
  })
  const speakers = (session: ReturnType<typeof renderCheck>['session']) =>
    session.state.transcript.paragraphs.map(({ speakerId }) => speakerId)

  it('the filled button names the likelier speaker, Delete keeps the present one', async () => {
    const first = renderCheck(transcript, turn(-0.2))
    first.next()
    await isOpen('Is this Anna: Yes, of course.')
    screen.getByRole('button', { name: /^This is Speaker 2/u })
    await first.user.keyboard('{Enter}')
    expect(speakers(first.session)).toEqual(['s1', 's2', 's1'])
    cleanup()

    const second = renderCheck(transcript, turn(-0.2))
    second.next()
    await isOpen('Is this Anna: Yes, of course.')
    await second.user.keyboard('{Delete}')
    expect(speakers(second.session)).toEqual(['s1', 's1', 's1'])
    expect(second.session.state.transcript.marks).toMatchObject([{ kind: 'speaker-checked' }])
  })

  it('digits choose by key, also on a French keyboard, and N somebody new', async () => {
    const { session, next } = renderCheck(transcript, turn(0.01))
    next()
    await isOpen('Is this Anna: Yes, of course.')
    screen.getByRole('button', { name: /^This is Anna/u })
    fireEvent.keyDown(open(), { key: 'é', code: 'Digit2' })
    expect(speakers(session)).toEqual(['s1', 's2', 's1'])
    cleanup()

    const again = renderCheck(transcript, turn(0.01))
    again.next()
    await isOpen('Is this Anna: Yes, of course.')
    fireEvent.keyDown(open(), { key: 'n', code: 'KeyN' })
    expect(again.session.state.transcript.speakers).toHaveLength(3)
  })
})

describe('the list', () => {
  const times = (): string[] =>
    screen.getAllByRole('listitem').flatMap((row) => row.querySelector('time')?.textContent ?? [])

  it('has the likeliest errors first, or all by time', async () => {
    const { user } = renderCheck(transcript, {
      doubts: [doubt('c0.2', 0.5, unsure), doubt('c1.2', 0.9, unsure), doubt('c2.0', 0.7, unsure)],
    })
    await screen.findByRole('listitem', { current: true })
    expect(times()).toEqual(['0:09', '0:18', '0:00'])
    await user.click(screen.getByRole('button', { name: /Sort/u }))
    await user.click(screen.getByRole('option', { name: 'By time' }))
    expect(times()).toEqual(['0:00', '0:09', '0:18'])
  })

  it('is filtered by reason, with the number of items of each', async () => {
    const { user, store } = renderCheck(transcript, { doubts })
    await user.click(await screen.findByRole('button', { name: 'Reasons: Every reason, 4' }))
    const ticks = screen.getAllByRole('menuitemcheckbox').map((row) => row.textContent)
    expect(ticks).toEqual(['Unsure words2', 'Another model differs1', 'Names and terms1', 'Less likely too0'])
    await user.click(screen.getByRole('menuitemcheckbox', { name: /^Unsure words/u }))
    await user.click(screen.getByRole('menuitemcheckbox', { name: /^Names/u }))
    await user.keyboard('{Escape}')
    expect(store.getState().check.only).toEqual(new Set(['model']))
    expect(times()).toEqual(['0:09'])
    screen.getByRole('button', { name: 'Reasons: Another model differs, 1' })
    expect(screen.getByText('0 of 1 looked at')).toBeDefined()
  })

  const misheard = {
    ...transcript,
    paragraphs: ['Mr Kondo came.', 'No, Kondo!'].map((text, index) =>
      paragraph(`p${index}`, 's1', saidWords(`c${index}`, text, index * 9_000)),
    ),
  }
  const correctFirst = ({ session }: ReturnType<typeof renderCheck>): void =>
    act(() =>
      session.apply([
        replaceTextEdit(session.state.transcript, { id: 'e', paragraphId: 'p0', text: 'Mr Okonjo came.' }),
      ]),
    )

  it('has the other places of a name that was corrected', async () => {
    const check = renderCheck(misheard)
    const { user, texts, next } = check
    await screen.findByText('No likely errors.')
    correctFirst(check)
    await screen.findByText('You corrected “Kondo” to “Okonjo” elsewhere')
    next()
    await isOpen('To check: Kondo!')
    await user.keyboard('{Enter}')
    expect(texts()).toEqual(['Mr Okonjo came.', 'No, Okonjo!'])
    await screen.findByText('No likely errors left.')
  })

  it('gives the focus to an item that is found just after F8', async () => {
    const check = renderCheck(misheard)
    await screen.findByText('No likely errors.')
    check.next()
    correctFirst(check)
    await isOpen('To check: Kondo!')
    expect(check.surface.selectWords).toHaveBeenLastCalledWith('c1.1', 'c1.1')
  })

  it('leaves the focus where the person went meanwhile', async () => {
    const check = renderCheck(misheard, { beside: () => <textarea aria-label="Text" /> })
    await screen.findByText('No likely errors.')
    check.next()
    const text = screen.getByRole('textbox', { name: 'Text' })
    await check.user.click(text)
    correctFirst(check)
    await waitFor(() => expect(open().getAttribute('aria-label')).toBe('To check: Kondo!'))
    expect(document.activeElement).toBe(text)
  })

  it('shows which item F8 opens next', async () => {
    const { next } = renderCheck(transcript, { doubts })
    next()
    await isOpen('To check: Kondo')
    const [row] = screen.getAllByText('F8').map((key) => key.closest('li')?.textContent)
    expect(row).toContain('course.')
    next()
    await isOpen('To check: course.')
  })
})

describe('ten minutes', () => {
  beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }))
  afterEach(() => {
    cleanup()
    vi.useRealTimers()
  })

  it('takes the likeliest that fit at the person’s pace, counts down, and can be stopped', async () => {
    const checkingPace = { placeMs: 250_000, places: 5 }
    const answers = { 'program.preferences': () => ({ ...defaultPreferences, checkingPace }) }
    const { store } = renderCheck(transcript, { doubts, answers })
    fireEvent.click(await screen.findByRole('button', { name: 'I have 10 minutes' }))
    await screen.findByText('0 of 2 looked at')
    expect([...(store.getState().check.timed?.keys ?? [])]).toEqual(['c0.2 c0.2', 'c1.2 c1.2'])
    expect(screen.getByRole('timer').textContent).toBe('10:00 left')
    expect(screen.getByText(/2 of 4 fit/u)).toBeDefined()
    act(() => void vi.advanceTimersByTime(61_000))
    expect(screen.getByRole('timer').textContent).toMatch(/^8:5\d left$/u)
    act(() => void vi.advanceTimersByTime(540_000))
    expect(screen.queryByRole('timer')).toBeNull()
    expect(screen.getByText('The time is up')).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }))
    await screen.findByText('0 of 4 looked at')
  })
})
