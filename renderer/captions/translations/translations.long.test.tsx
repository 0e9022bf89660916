// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { applyEdit } from '#core/edits/apply'
import { translationsInto } from '#core/captions/translations/translation-marks'
import { conversation } from '../../sound/testing/conversation.ts'
import * as files from '../../rpc/pick-files.ts'
import { layOut, openCaptions, takeDown } from '../testing/captions-page.tsx'

beforeEach(() => layOut(2_000))
afterEach(takeDown)

const open = async (language: 'en' | 'fr' = 'en') => {
  const { session } = openCaptions(conversation, { language })
  await screen.findByText(/^\d+ (?:captions|sous-titres)$/)
  const texts = () => translationsInto(session.state.transcript, 'fr').map(({ value }) => value.text)
  return { session, texts }
}

const field = (number: number) =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: `Caption ${number}, French` })

const addFrench = async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Second language' }))
  await userEvent.click(screen.getByRole('menuitem', { name: 'Add a language…' }))
  const dialog = screen.getByRole('dialog', { name: 'Add a second language' })
  expect(within(dialog).getByRole('button', { name: /French/ })).toBeTruthy()
  await userEvent.click(within(dialog).getByRole('button', { name: 'Add without text' }))
}

describe('a second language', () => {
  it('is added, says that nobody but the person translates, and counts what is left', async () => {
    await open()
    await addFrench()
    expect(
      screen.getByText('Parolo does not translate: you type the text or import it from a file.'),
    ).toBeTruthy()
    expect(screen.getByText(/^French: \d captions without a text$/)).toBeTruthy()
    expect(screen.getAllByText('Not translated').length).toBeGreaterThan(3)
  })

  it('says where a text is redacted entirely, as redacted words were not found in it', async () => {
    const { session } = await open()
    await addFrench()
    const words = conversation.paragraphs[1]?.words ?? []
    const at = (index: number): string => words.at(index)?.id ?? ''
    const value = { language: 'fr', text: 'Un fer, et le mien.' }
    const edits = [
      { id: 't', kind: 'translation', fromWordId: at(0), toWordId: at(-1), value } as const,
      { id: 'r', kind: 'redaction', fromWordId: at(1), toWordId: at(1), value: null } as const,
    ].map((mark) => ({ kind: 'set-mark', id: `e${mark.id}`, mark }) as const)
    act(() => session.apply(edits.slice(0, 1), { stepId: 's' }))
    expect(await screen.findByText('Un fer, et le mien.')).toBeTruthy()
    expect(screen.queryByText(/^Redacted entirely/)).toBeNull()
    act(() => session.apply(edits.slice(1), { stepId: 's2' }))
    expect(await screen.findByText(/^Redacted entirely: some of the redacted words/)).toBeTruthy()
    expect(screen.getByText('[occulté]')).toBeTruthy()
  })

  it('is typed by keys alone: Tab from the original, Enter to the next caption', async () => {
    const { texts } = await open()
    await addFrench()
    await userEvent.click(screen.getByRole('button', { name: /^One iron/ }))
    await userEvent.tab()
    const second = document.activeElement
    expect(second?.getAttribute('aria-label')).toMatch(/^Caption \d, French$/)
    await userEvent.keyboard('Un fer, et{Shift>}{Enter}{/Shift}c’était le mien.{Enter}')
    expect(texts()).toEqual(['Un fer, et\nc’était le mien.'])
    expect(document.activeElement).not.toBe(second)
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Caption \d, French$/)
    expect(await screen.findByText('c’était le mien.')).toBeTruthy()
    await userEvent.keyboard('{ArrowUp}')
    expect((document.activeElement as HTMLTextAreaElement).value).toBe('Un fer, et\nc’était le mien.')
    await userEvent.tab({ shift: true })
    expect(document.activeElement?.getAttribute('data-cue-field')).not.toBeNull()
  })

  it('keeps what was typed last when the field is left', async () => {
    const { texts } = await open()
    await addFrench()
    await userEvent.click(screen.getByRole('button', { name: 'Next without a text' }))
    await userEvent.keyboard('Bonjour')
    act(() => (document.activeElement as HTMLElement).blur())
    expect(texts()).toEqual(['Bonjour'])
  })

  it('shows problems by the rules of its own language, and both on the picture', async () => {
    await open()
    await addFrench()
    await userEvent.click(screen.getByRole('button', { name: /^It was\./ }))
    await userEvent.tab()
    await userEvent.keyboard('Ah non, ce n’était vraiment pas du tout le sien, je vous assure.{Enter}')
    expect(await screen.findByText(/^Too fast: \d+ characters per second\. The limit is 17\.$/)).toBeTruthy()
    expect(screen.getByText('1 text breaks a rule')).toBeTruthy()
    await userEvent.keyboard('{ArrowUp}')
    await waitFor(() => expect(screen.getByRole('figure').textContent).toMatch(/It was\..*Ah non/))
    await userEvent.click(screen.getByRole('radio', { name: 'French' }))
    expect(screen.getByRole('figure').textContent).not.toContain('It was')
    await userEvent.click(screen.getByRole('radio', { name: /^Problems 2/ }))
    expect(screen.getAllByRole('listitem')).toHaveLength(2)
  })

  it('is read from a file by time, reported, and taken away with undo', async () => {
    const { session, texts } = await open()
    const srt =
      '1\n00:00:10,100 --> 00:00:12,000\nUn fer, et il était à moi.\n\n2\n00:00:30,000 --> 00:00:31,000\nRien\n'
    vi.spyOn(files, 'pickFiles').mockResolvedValue([new File([srt], 'mending.fr.srt')])
    await userEvent.click(screen.getByRole('button', { name: 'Second language' }))
    await userEvent.click(screen.getByRole('menuitem', { name: 'Add a language…' }))
    await userEvent.click(screen.getByRole('button', { name: 'From a caption file…' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Add with 2 captions' }))
    expect(await screen.findByText('1 caption imported.')).toBeTruthy()
    expect(screen.getByText(/^1 caption has nothing at its time/)).toBeTruthy()
    expect(texts()).toEqual(['Un fer, et il était à moi.', 'Rien'])

    await userEvent.click(screen.getByRole('button', { name: '1 text not placed' }))
    const dialog = screen.getByRole('dialog', { name: 'Texts not placed' })
    expect(within(dialog).getByText('Rien')).toBeTruthy()
    await userEvent.click(within(dialog).getAllByRole('button', { name: /^Put under caption/ })[0] ?? dialog)
    await waitFor(() => expect(screen.queryByRole('button', { name: '1 text not placed' })).toBeNull())
    expect(texts().join(' ')).toContain('Rien')
    await userEvent.keyboard('{Escape}')

    const before = session.state.transcript.marks
    await userEvent.click(screen.getByRole('button', { name: 'Second language: French' }))
    await userEvent.click(screen.getByRole('menuitem', { name: 'Remove French' }))
    expect(texts()).toEqual([])
    expect(screen.queryByText(/^French:/)).toBeNull()
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(session.state.transcript.marks).toEqual(expect.arrayContaining([...before]))
    expect(await screen.findByText(/^French:/)).toBeTruthy()
  })

  it.each([
    ['notes.txt', 'Only a text.', /^“notes\.txt” has no times/],
    ['empty.srt', '', /^There are no captions in “empty\.srt”\.$/],
    ['photo.srt', '\u0000\u0001\u0002', /^“photo\.srt” is not a caption file that Parolo can read\.$/],
  ])('says what is wrong with %s', async (name, content, said) => {
    await open()
    vi.spyOn(files, 'pickFiles').mockResolvedValue([new File([content], name)])
    await userEvent.click(screen.getByRole('button', { name: 'Second language' }))
    await userEvent.click(screen.getByRole('menuitem', { name: 'Add a language…' }))
    await userEvent.click(screen.getByRole('button', { name: 'From a caption file…' }))
    expect(await screen.findByText(said)).toBeTruthy()
    await userEvent.keyboard('{Escape}')
  })

  it('follows other windows, but leaves what is being typed', async () => {
    const { session, texts } = await open()
    await addFrench()
    await userEvent.click(screen.getByRole('button', { name: 'Next without a text' }))
    await userEvent.keyboard('Bon')
    await waitFor(() => expect(texts()).toEqual(['Bon']))
    const mine = field(1)
    await userEvent.keyboard('jour')
    const { transcript } = session.state
    const rename = { kind: 'rename-speaker', id: 'other', speakerId: 'nora', name: 'Norah' } as const
    act(() => session.change(applyEdit(transcript, rename).transcript))
    expect(mine.value).toBe('Bonjour')
    await waitFor(() => expect(texts()).toEqual(['Bonjour']))
    const [mark] = translationsInto(session.state.transcript, 'fr')
    if (mark === undefined) throw new Error('no text')
    const value = { language: 'fr', text: 'Bonsoir' }
    const change = { kind: 'set-mark', id: 'again', mark: { ...mark, value } } as const
    act(() => session.change(applyEdit(session.state.transcript, change).transcript))
    await waitFor(() => expect(mine.value).toBe('Bonsoir'))
  })

  it('speaks French', async () => {
    await open('fr')
    await userEvent.click(screen.getByRole('button', { name: '2ᵉ langue' }))
    expect(screen.getByRole('menuitem', { name: 'Ajouter une langue…' })).toBeTruthy()
  })
})
