// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultPreferences } from '#contracts/default-preferences'
import type { Preferences } from '#contracts/preferences'
import type { TimeSpan } from '#core/transcript/time-span'
import { createCommentStore } from '../comments/comment-store.ts'
import { conversation, recordingCard } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderInStudio, silentPlayer } from '../sound/testing/render-in-studio.tsx'
import { CaptionsScreen } from './captions-screen.tsx'
import { problemFrom } from './cues/filter-cues.ts'
import type { CaptionEditor } from './editing/caption-editor.ts'
import { useCaptionEditor } from './editing/use-caption-editor.ts'
import type { FindMode } from './find/find-in-captions.tsx'
import { setDraggedEdge } from './times/dragged-edge.ts'
import { layOut, takeDown } from './testing/captions-page.tsx'

beforeEach(() => layOut())
afterEach(takeDown)

const open = (language: 'en' | 'fr' = 'en', trim: TimeSpan | null = null, find: FindMode = 'closed') => {
  const { player, media } = silentPlayer()
  const session = fakeSession(conversation)
  const kept: { editor?: CaptionEditor } = {}
  const Page = (): ReactNode => {
    kept.editor = useCaptionEditor(session, { durationMs: 60_000, trim })
    return (
      <CaptionsScreen
        session={session}
        player={player}
        recording={{ ...recordingCard(), trim }}
        comments={createCommentStore()}
        find={find}
      />
    )
  }
  let preferences: Preferences = defaultPreferences
  renderInStudio(
    <Page />,
    {
      'program.preferences': () => preferences,
      'program.setPreferences': (patch) => {
        preferences = { ...preferences, ...patch } as Preferences
        return preferences
      },
    },
    language,
  )
  const { editor } = kept
  if (editor === undefined) throw new Error('the page has an editor')
  return { player, media, session, editor }
}

describe('the page of captions', () => {
  it('lists them with the preset, their number and what is wrong', async () => {
    open()
    expect(screen.getByText('Netflix, English')).toBeTruthy()
    expect(await screen.findByText(/^\d+ captions$/)).toBeTruthy()
    expect(screen.getByRole('status').textContent).toMatch(/^\d+ captions? breaks? a rule:?\s*\d+ too fast$/)
    expect(screen.getByText(/^Too fast: \d+ characters per second\. The limit is 20\.$/)).toBeTruthy()
  })

  it('have the focus after the key that led to them, as it removed what had it', async () => {
    open()
    await waitFor(() => expect(document.activeElement?.hasAttribute('data-cue')).toBe(true))
    await userEvent.keyboard('{ArrowDown}')
    expect(document.activeElement?.getAttribute('data-cue')).toBe('1')
  })

  it('are searched as they are shown: what is found is made current, and replaced as one step', async () => {
    const { player, session, editor } = open('en', null, 'replace')
    await screen.findByRole('button', { name: /^One iron/ })
    await userEvent.type(screen.getByRole('textbox', { name: 'Find' }), 'iron')
    await waitFor(() => expect(screen.getByText(/^1 of \d+$/)).toBeTruthy())
    await userEvent.keyboard('{Enter}')
    const current = editor.cues.find(({ startMs }) => startMs === player.positionMs)
    expect(current?.lines.map(({ text }) => text).join(' ')).toMatch(/iron/i)
    await userEvent.type(screen.getByRole('textbox', { name: 'Replace with' }), 'kettle')
    await userEvent.click(screen.getByRole('button', { name: /^Replace \d+ of/ }))
    expect(await screen.findByRole('button', { name: /^One kettle/ })).toBeTruthy()
    expect(new Set(session.applied.map(({ stepId }) => stepId)).size).toBe(1)
  })

  it('show what is found in them, the current hit first', async () => {
    open('en', null, 'find')
    await screen.findByRole('button', { name: /^One iron/ })
    await userEvent.type(screen.getByRole('textbox', { name: 'Find' }), 'mine')
    await waitFor(() => expect(document.querySelectorAll('mark').length).toBeGreaterThan(0))
    const marks = [...document.querySelectorAll('mark')]
    expect(new Set(marks.map(({ textContent }) => textContent.toLowerCase()))).toEqual(new Set(['mine']))
    expect(marks.filter(({ className }) => className.includes('now'))).toHaveLength(1)
  })

  it('are replaced by a list of pairs, those that are ticked', async () => {
    const { session } = open('en', null, 'replace')
    await screen.findByRole('button', { name: /^One iron/ })
    await userEvent.click(screen.getByRole('button', { name: 'List…' }))
    const type = async (name: string, text: string): Promise<void> =>
      userEvent.type(await screen.findByRole('textbox', { name }), `${text}{Enter}`)
    await type('Find, pair 1', 'iron')
    await type('Replace with, pair 1', 'kettle')
    await userEvent.click(screen.getByRole('button', { name: 'Add a pair' }))
    await type('Find, pair 2', 'mine')
    await type('Replace with, pair 2', 'yours')
    await userEvent.click(screen.getByRole('checkbox', { name: 'Use pair 2' }))
    const all = await screen.findByRole('button', { name: /^Replace [1-9]\d* of/ })
    await userEvent.click(all)
    expect(await screen.findByRole('button', { name: /^One kettle, and it was mine/ })).toBeTruthy()
    expect(new Set(session.applied.map(({ stepId }) => stepId)).size).toBe(1)
  })

  it('are redacted by the key that redacts: the selected words, or the whole caption', async () => {
    const { session } = open()
    await userEvent.click(await screen.findByRole('button', { name: /^One iron/ }))
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Caption \d+$/u })
    field.setSelectionRange(0, 'One'.length)
    await userEvent.keyboard('{Alt>}x{/Alt}')
    const [mark] = session.state.transcript.marks
    expect(mark).toMatchObject({ kind: 'redaction' })
    expect(mark?.fromWordId).toBe(mark?.toWordId)
    expect(session.applied).toHaveLength(1)
  })

  it('say what exports show for redacted words, in the language of the text', async () => {
    const { session } = open('fr')
    const [first] = conversation.paragraphs[1]?.words ?? []
    if (first === undefined) throw new Error('no words')
    const mark = {
      id: 'm',
      kind: 'redaction',
      fromWordId: first.id,
      toWordId: first.id,
      value: null,
    } as const
    await screen.findByRole('button', { name: /^One iron/ })
    act(() => session.apply([{ kind: 'set-mark', id: 'e', mark }], { stepId: 's' }))
    expect(await screen.findByText(/affichent « \[redacted\] » pour ces mots/)).toBeTruthy()
    expect(screen.getByRole('button', { name: /^\[redacted\] iron/ })).toBeTruthy()
  })

  it('plays a caption whose times are clicked, from its start to its end', async () => {
    const { player, media } = open()
    const row = (await screen.findByRole('button', { name: /^One iron, and it was mine/ })).closest('div')
    await userEvent.click(within(row ?? document.body).getByTitle(/^Play caption/))
    expect(player.state.playing).toBe(true)
    expect(player.positionMs).toBeCloseTo(10_000, -3)
    act(() => media.pass(8_000))
    expect(player.state.playing).toBe(false)
    expect(player.positionMs).toBeLessThan(14_000)
  })

  it('marks the one that is heard and shows it as it will look, with its numbers', async () => {
    const { player } = open()
    await screen.findByText(/^\d+ captions$/)
    act(() => player.seek(11_000))
    const heard = document.querySelector('[aria-current=true]')
    expect(heard?.textContent).toContain('One iron')
    expect(screen.getByRole('figure').textContent).toContain('One iron')
    expect(screen.getByText(/^\d+ of 42$/)).toBeTruthy()
  })

  it('draws over the picture what is on the screen at that time, also while another one is edited', async () => {
    const { player, media } = open()
    await screen.findByText(/^\d+ captions$/)
    const figure = screen.getByRole('figure')
    act(() => player.seek(0))
    expect(figure.textContent).toBe('')
    await userEvent.click(screen.getByRole('button', { name: /^One iron, and it was mine/ }))
    await waitFor(() => expect(figure.textContent).toContain('One iron'))
    const edited = figure.textContent
    act(() => player.seek(0))
    expect(figure.textContent).toBe(edited)
    act(() => player.play())
    act(() => media.pass(100))
    expect(figure.textContent).toBe('')
  })

  it('lists the captions of what a trimmed recording keeps, as files have them', async () => {
    open('en', { startMs: 9_000, endMs: 60_000 })
    const first = await screen.findByRole('button', { name: /^One iron, and it was mine/u })
    expect(screen.getAllByRole('button', { name: /iron|mine|home/u })[0]).toBe(first)
    expect(screen.queryByTitle('Not in the part that is kept')).toBeNull()
  })

  it('has times, figures and problems of a caption follow an edge that is dragged', async () => {
    const { editor } = open()
    const iron = editor.cues.findIndex(({ lines }) => lines[0]?.text.startsWith('One iron') === true)
    const { startMs = 0 } = editor.cues[iron] ?? {}
    await userEvent.click(await screen.findByRole('button', { name: /^One iron, and it was mine/ }))
    const row = document.querySelector('[data-edited]')
    expect(row?.textContent).not.toContain('Too fast')
    act(() => setDraggedEdge(editor, { index: iron, side: 'end', ms: startMs + 500 }))
    expect(row?.textContent).toContain('Too fast: 52 characters per second.')
    expect(screen.getByText(/^0\.50\s*s$/u)).toBeTruthy()
    act(() => setDraggedEdge(editor, null))
    expect(row?.textContent).not.toContain('Too fast')
  })

  it('goes to the next problem by F8', async () => {
    const { player } = open()
    await screen.findByText(/^\d+ captions$/)
    act(() => player.seek(0))
    await userEvent.keyboard('{F8}')
    await waitFor(() => expect(player.positionMs).toBeGreaterThan(0))
    expect(document.activeElement?.closest('li')?.textContent).toMatch(/Too fast|A little fast/)
  })

  it('goes from one caption to the next by arrow keys, and stops going with the sound then', async () => {
    const { player } = open()
    await screen.findByText(/^\d+ captions$/)
    const [first, second] = [...document.querySelectorAll<HTMLElement>('[data-cue]')]
    act(() => first?.focus())
    await userEvent.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(second)
    expect(player.state.following).toBe(false)
  })

  it('speaks French', async () => {
    open('fr')
    expect(await screen.findByText(/^\d+ sous-titres$/)).toBeTruthy()
    expect(screen.getByText(/^Trop rapide\s: \d+ caractères par seconde/)).toBeTruthy()
  })
})

describe('the problem from here on', () => {
  it('is the next one, round the end', () => {
    expect(problemFrom([2, 5, 9], 2, 1)).toBe(5)
    expect(problemFrom([2, 5, 9], 9, 1)).toBe(2)
    expect(problemFrom([2, 5, 9], 2, -1)).toBe(9)
    expect(problemFrom([2, 5, 9], 7, -1)).toBe(5)
    expect(problemFrom([], 7, 1)).toBeNull()
  })
})
