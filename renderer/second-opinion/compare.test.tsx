// @vitest-environment happy-dom
import { act, cleanup, configure, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import type { CallInput, CallOutput } from '#contracts/calls/calls'
import { packOpinion } from '#core/second-opinion/stored-opinion'
import type { Transcript, Word } from '#core/transcript/transcript'
import { compareWith, createEditorStore, type EditorStore, useEditor } from '../editor/editor-store.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { conversation } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderCheck } from '../check/testing/render-check.tsx'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import type { SoundPlayer } from '../sound/player/create-player.ts'
import { SecondOpinionDialog } from './second-opinion-dialog.tsx'
import { SideBySide } from './side-by-side.tsx'

// On a busy machine React takes longer than the default of one second.
configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

const spans = [{ startMs: 0, endMs: 60_000 }]

/** The conversation with some words replaced, as by another model. */
function secondText(changes: Readonly<Record<string, string>>): CallOutput<'opinions.get'> {
  const words = conversation.paragraphs.flatMap((paragraph) =>
    paragraph.words.flatMap((word, index): Word[] =>
      changes[word.text] === ''
        ? []
        : [
            {
              ...word,
              before: index === 0 ? ' ' : word.before,
              text: changes[word.text] ?? word.text,
            },
          ],
    ),
  )
  const opinion = packOpinion({ wanted: spans, texts: [{ track: null, spans, words }] })
  return { opinion: JSON.stringify(opinion), removed: [] }
}

const settings = { transcriptId: 't', spans: null, model: 'm', language: 'en', careful: false }

function Columns(props: { session: TranscriptSession; player: SoundPlayer; store: EditorStore }) {
  const comparing = useEditor(props.store, (state) => state.comparing)
  return comparing?.isSideBySide === true ? <SideBySide {...props} comparing={comparing} /> : null
}

function compare(
  answer: CallOutput<'opinions.get'> | Promise<CallOutput<'opinions.get'>>,
  transcript: Transcript = conversation,
  state: 'done' | 'failed' = 'done',
) {
  const shown = renderCheck(transcript, {
    beside: (props) => <Columns {...props} />,
    answers: {
      'opinions.list': () => [
        { jobId: 'j', settings, modelName: 'Parakeet', result: { language: 'en', differences: 3 } },
      ],
      'opinions.get': () => answer,
      'jobs.list': () => [
        {
          id: 'j',
          kind: 'second-opinion',
          recordingId: 'r',
          settings,
          state,
          step: null,
          fraction: null,
          wholeFraction: null,
          wordsUpToMs: null,
          secondsLeft: null,
          workedMs: 0,
          error: state === 'failed' ? { code: 'engine.failed', message: 'The speech model failed.' } : null,
          elsewhere: false,
        },
      ],
    },
  })
  act(() => compareWith(shown.store, { kind: 'job', jobId: 'j' }))
  return { ...shown, open: () => screen.findByRole('listitem', { current: true }) }
}

it('a difference is taken by Enter and refused by Delete, each as one step; the next one is open then', async () => {
  const { session, texts, user, open, store } = compare(secondText({ forty: 'fourteen', 'mine.': 'mind.' }))
  expect(await screen.findByText('Second opinion: Parakeet')).toBeTruthy()
  await waitFor(async () => expect(document.activeElement).toBe(await open()))
  expect(screen.getByText('0 of 2 looked at')).toBeTruthy()
  expect((await open()).textContent).toContain('forty')
  screen.getByRole('button', { name: /^Take “fourteen”/u })
  await user.keyboard('{Enter}')
  expect(texts()[0]).toBe('So you had fourteen people in the queue and one iron?')
  await screen.findByText('1 of 2 looked at')
  await waitFor(async () => expect(document.activeElement).toBe(await open()))
  expect((await open()).getAttribute('aria-label')).toContain('mine.')
  await user.keyboard('{Delete}')
  await screen.findByText('All differences are settled.')
  expect(texts()[1]).toBe('One iron, and it was mine.')
  expect(session.state.transcript.marks.map(({ kind }) => kind)).toEqual(['accepted'])
  expect(session.applied).toHaveLength(2)
  expect(new Set(session.applied.map(({ stepId }) => stepId)).size).toBe(2)
  expect(store.getState().comparing).not.toBeNull()
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(store.getState()).toMatchObject({ comparing: null, check: { only: null } })
})

it('a text that is made while the person writes does not take the focus, and says what failed', async () => {
  const made = Promise.withResolvers<CallOutput<'opinions.get'>>()
  const { session, store, open } = compare(made.promise, conversation, 'failed')
  await screen.findByText('Second opinion: Parakeet')
  act(() => session.apply([{ kind: 'replace-text', id: 'e', paragraphId: 'p3', text: 'It was so.' }]))
  made.resolve(secondText({ 'mine.': 'mind.' }))
  await open()
  expect(store.getState().check.wantsFocus).toBe(false)
  await screen.findByText('The speech model failed.')
  expect(document.activeElement).toBe(document.body)
})

it('all are taken after a question, as one step, but not where a person wrote', async () => {
  const [first, ...others] = conversation.paragraphs
  const words = (first?.words ?? []).map((word): Word =>
    word.text === 'forty' ? { ...word, text: 'thirty', origin: 'edited', confidence: null } : word,
  )
  const own = { ...conversation, paragraphs: [{ ...first!, words }, ...others] }
  const { session, texts, user } = compare(secondText({ 'iron,': 'irony,', 'mine.': 'mind.' }), own)
  await user.click(await screen.findByRole('button', { name: 'Accept all 2…' }))
  const dialog = await screen.findByRole('alertdialog')
  expect(
    within(dialog).getByRole('checkbox', {
      name: 'Also at 1 place where you wrote, checked or removed words',
    }),
  ).toHaveProperty('checked', false)
  await user.click(within(dialog).getByRole('button', { name: 'Accept' }))
  expect(texts().slice(0, 2)).toEqual([
    'So you had thirty people in the queue and one iron?',
    'One irony, and it was mind.',
  ])
  expect(session.applied).toHaveLength(1)
  await user.click(screen.getByRole('button', { name: 'Keep all' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Keep all' })).toBeNull())
  expect(texts()[0]).toContain('thirty')
})

it('what a person removes while the texts are compared is theirs', async () => {
  const { session, open } = compare(secondText({}))
  await screen.findByText('Both texts agree here.')
  act(() =>
    session.apply([{ kind: 'replace-text', id: 'e', paragraphId: 'p2', text: 'One iron, it was mine.' }]),
  )
  const item = await open()
  expect(item.textContent).toContain('Only in the second text · You wrote or checked this')
  expect(screen.getByRole('button', { name: 'Accept all…' })).toBeTruthy()
})

it('a missing word is inserted, one too many removed, and the button says so', async () => {
  const { session, texts, user } = compare(secondText({ It: '' }))
  await screen.findByRole('button', { name: /^Remove “It”/u })
  act(() => session.endStep())
  await user.click(screen.getByRole('button', { name: /^Remove “It”/u }))
  expect(texts()[2]).toBe('was.')
})

it('both texts stand side by side; a difference there is opened in the list', async () => {
  const { user, open, store } = compare(secondText({ forty: 'fourteen', 'mine.': 'mind.' }))
  await user.click(await screen.findByRole('button', { name: 'Side by side' }))
  expect(screen.getByRole('heading', { name: 'Second text' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'mind.' }))
  expect((await open()).textContent).toContain('mind.')
  await user.click(screen.getByRole('button', { name: 'Back to the text' }))
  expect(store.getState().comparing?.isSideBySide).toBe(false)
})

/** The dialog for a text by the model "First"; another one is the choice. */
function renderDialog(
  first: 'paragraph' | 'all',
  { minutesAnHour = null }: { readonly minutesAnHour?: number | null } = {},
) {
  const store = createEditorStore()
  const session = fakeSession({
    ...conversation,
    run: { ...conversation.run, models: [{ role: 'recogniser', id: 'first', sha256: '' }] },
  })
  const started: CallInput<'opinions.start'>[] = []
  const model = {
    licence: 'MIT',
    source: '',
    bytes: 1,
    languages: ['en', 'fr'],
    embedded: false,
    replaces: [],
    default: false,
    catalog: false,
    archive: null,
    minutesAnHour,
    openness: null,
    role: 'recogniser' as const,
  }
  let isShown = false
  renderInStudio(
    <SecondOpinionDialog
      session={session}
      store={store}
      prompt={{ scopes: [{ kind: 'paragraph', paragraphId: 'p2' }, { kind: 'all' }], first }}
      onStarted={() => (isShown = true)}
    />,
    {
      'models.list': () => [
        { ...model, id: 'first', name: 'First' },
        { ...model, id: 'other', name: 'Other' },
      ],
      'opinions.start': (input) => {
        started.push(input)
        return { jobId: 'j' }
      },
    },
  )
  return { store, started, isShown: () => isShown }
}

it('what all of it costs is said before, and what it brings with another model', async () => {
  renderDialog('all', { minutesAnHour: 6_000 })
  const dialog = await screen.findByRole('dialog', { name: 'Second opinion' })
  expect(dialog.textContent).toMatch(/At most about \d+\u00A0min, by how long this model takes/u)
  expect(dialog.textContent).toContain('words on which both models agree are rarely wrong')
  cleanup()
  renderDialog('all')
  expect((await screen.findByRole('dialog')).textContent).toContain('How long this takes is not known')
  cleanup()
  renderDialog('paragraph')
  expect((await screen.findByRole('dialog')).textContent).not.toContain('How long')
})

it('what has a second opinion is chosen with model, language and care; the panel then shows how far it is', async () => {
  const { store, started, isShown } = renderDialog('paragraph')
  const user = userEvent.setup()
  const dialog = await screen.findByRole('dialog', { name: 'Second opinion' })
  expect(within(dialog).getByText(/nothing changes by itself\.$/)).toBeTruthy()
  await user.click(within(dialog).getByRole('checkbox', { name: 'More carefully' }))
  await user.click(within(dialog).getByRole('button', { name: 'Get a second opinion' }))
  await waitFor(() => expect(isShown()).toBe(true))
  expect(started).toEqual([
    {
      transcriptId: 't',
      spans: [{ startMs: 10_000, endMs: 12_350 }],
      language: 'en',
      careful: true,
      // Not the model of the text.
      model: 'other',
    },
  ])
  expect(store.getState()).toMatchObject({
    againPrompt: null,
    clipPrompt: null,
    panel: 'check',
    comparing: { text: { kind: 'job', jobId: 'j' } },
  })
})
