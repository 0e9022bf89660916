// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { paragraphText } from '#core/transcript/transcript'
import { conversation } from '../../sound/testing/conversation.ts'
import { SETTLED_MS } from './use-typed-text.ts'
import { layOut, openCaptions, takeDown } from '../testing/captions-page.tsx'

beforeEach(() => layOut())
afterEach(takeDown)

async function edit(caption: RegExp) {
  const { player, session } = openCaptions()
  await userEvent.click(await screen.findByRole('button', { name: caption }))
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Caption \d+$/u })
  const texts = () => session.state.transcript.paragraphs.map(paragraphText)
  const marks = () => session.state.transcript.marks.map(({ kind }) => kind)
  const put = (from: number, to = from) => field.setSelectionRange(from, to)
  return { player, session, field, texts, marks, put }
}

describe('the text of a caption', () => {
  it('is the transcript: what is typed changes its words, and the others keep their times', async () => {
    const { session, field, texts, put } = await edit(/^One iron/)
    put(field.value.indexOf('mine'), field.value.length)
    await userEvent.keyboard('ours.')
    await waitFor(() => expect(texts()[1]).toBe('One iron, and it was ours.'))
    expect(field.value).toBe('One iron, and it was ours.')
    const before = conversation.paragraphs[1]?.words[0]
    expect(session.state.transcript.paragraphs[1]?.words[0]).toEqual(before)
  })

  it('gets another speaker in the transcript, for the selected words', async () => {
    const { session, put } = await edit(/^One iron/)
    const other = conversation.speakers.find(({ id }) => id !== conversation.paragraphs[1]?.speakerId)
    put(0, 'One iron,'.length)
    const tools = screen.getByRole('toolbar', { name: 'Edit this caption' })
    await userEvent.click(within(tools).getByRole('button', { name: /Speaker$/ }))
    await userEvent.click(await screen.findByRole('option', { name: other?.name ?? '' }))
    await waitFor(() => {
      const said = session.state.transcript.paragraphs.filter(({ speakerId }) => speakerId === other?.id)
      expect(said.map(paragraphText)).toContain('One iron,')
    })
    // Typing continues in the caption.
    await waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'))
  })

  it('shows what is in italics: the words that are, or the whole text', async () => {
    const { field, put } = await edit(/^One iron/)
    put(0, 'One iron,'.length)
    await userEvent.keyboard('{Control>}i{/Control}')
    await waitFor(() =>
      expect(document.querySelector('em[class], div > span > em')?.textContent).toBe('One iron,'),
    )
    expect(field.dataset['italic']).toBe('false')
    put(0)
    await userEvent.keyboard('{Control>}i{/Control}')
    await waitFor(() => expect(field.dataset['italic']).toBe('true'))
  })

  it('keeps a space that is being typed, and the caret behind it', async () => {
    const { field, texts } = await edit(/^One iron/)
    await userEvent.keyboard(' Yes ')
    await waitFor(() => expect(texts()[1]).toMatch(/^One iron, and it was mine\. Yes ?$/))
    expect(field.value).toBe('One iron, and it was mine. Yes ')
    expect(field.selectionStart).toBe(field.value.length)
  })

  it('keeps a space while its writer thinks of the next word', async () => {
    const { field, texts } = await edit(/^One iron/)
    await userEvent.keyboard(' Yes ')
    await waitFor(() => expect(texts()[1]).toMatch(/Yes ?$/))
    await new Promise((done) => setTimeout(done, SETTLED_MS + 50))
    expect(field.value).toBe('One iron, and it was mine. Yes ')
    await userEvent.keyboard('so.')
    await waitFor(() => expect(texts()[1]).toBe('One iron, and it was mine. Yes so.'))
    fireEvent.blur(field)
    expect(field.value).toBe('One iron, and it was mine. Yes so.')
  })

  it('keeps what was typed last when the view goes', async () => {
    const { field, texts } = await edit(/^One iron/)
    await userEvent.type(field, ' Yes')
    cleanup()
    expect(texts()[1]).toBe('One iron, and it was mine. Yes')
  })
})

describe('a caption that is emptied', () => {
  it('takes what is typed next itself, not the next caption', async () => {
    const { field, texts, put } = await edit(/^One iron/)
    put(0, field.value.length)
    await userEvent.keyboard('{Delete}')
    expect(field.value).toBe('')
    await userEvent.keyboard('New words.')
    await waitFor(() => expect(texts()[1]).toBe('New words.'))
    expect(texts()[2]).toBe('It was.')
  })

  it('is gone once the focus leaves it', async () => {
    const { field, texts, put } = await edit(/^One iron/)
    put(0, field.value.length)
    await userEvent.keyboard('{Delete}')
    field.blur()
    await waitFor(() => expect(texts()).not.toContain('One iron, and it was mine.'))
    expect(texts()[1]).toBe('It was.')
  })

  it('shows its text again by undo', async () => {
    const { field, put, session } = await edit(/^One iron/)
    const undo = vi.spyOn(session, 'undo')
    put(0, field.value.length)
    await userEvent.keyboard('{Delete}')
    await userEvent.keyboard('{Control>}z{/Control}')
    expect(field.value).toBe('One iron, and it was mine.')
    expect(undo).not.toHaveBeenCalled()
  })
})

describe('an input method', () => {
  it('owns the text until its composition ends', async () => {
    const { field, texts } = await edit(/^One iron/)
    fireEvent.compositionStart(field)
    field.value += ' に'
    fireEvent.input(field)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(texts()[1]).toBe('One iron, and it was mine.')
    field.value = field.value.replace('に', '日')
    fireEvent.compositionEnd(field)
    await waitFor(() => expect(texts()[1]).toBe('One iron, and it was mine. 日'))
  })
})

describe('changes from elsewhere', () => {
  it('the same caption stays edited where another window cut one before it', async () => {
    const { field, session } = await edit(/^One iron/)
    const { transcript } = session.state
    const word = transcript.paragraphs[0]?.words[5]?.id ?? ''
    const mark = { id: 'other', kind: 'break-before', fromWordId: word, toWordId: word, value: null } as const
    const index = Number(field.dataset['cueField'])
    act(() => session.change({ ...transcript, marks: [mark] }))
    // Its text is the same before and after.
    await waitFor(() => {
      const moved = screen.getByDisplayValue<HTMLTextAreaElement>('One iron, and it was mine.')
      expect(Number(moved.dataset['cueField'])).toBe(index + 1)
    })
  })
})

describe('keys in a caption', () => {
  it('Enter splits it at the caret, Backspace at the start joins it again', async () => {
    const { field, marks, put, texts } = await edit(/^One iron/)
    put(field.value.indexOf('and'))
    await userEvent.keyboard('{Enter}')
    const second = await screen.findByDisplayValue('and it was mine.')
    expect(document.activeElement).toBe(second)
    expect((second as HTMLTextAreaElement).selectionStart).toBe(0)
    expect(marks()).toContain('break-before')
    await userEvent.keyboard('{Backspace}')
    const joined = await screen.findByDisplayValue(/^One iron, and it was mine\.$/)
    expect((joined as HTMLTextAreaElement).selectionStart).toBe('One iron,'.length)
    expect(texts()[1]).toBe('One iron, and it was mine.')
  })

  it('Ctrl Enter sets a line break and takes it away', async () => {
    const { field, put, marks } = await edit(/^One iron/)
    put(field.value.indexOf('and'))
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(field.value).toBe('One iron,\nand it was mine.'))
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(field.value).toBe('One iron, and it was mine.'))
    expect(marks()).not.toContain('line-break')
  })

  it('arrows go to the captions beside it', async () => {
    const { put } = await edit(/^One iron/)
    put(0)
    await userEvent.keyboard('{ArrowUp}')
    expect(
      (await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Caption \d+$/u })).value,
    ).toContain('forty people')
  })

  it('Ctrl Z asks the page to undo', async () => {
    const { session } = await edit(/^One iron/)
    const undo = vi.spyOn(session, 'undo')
    await userEvent.keyboard('{Control>}z{/Control}')
    expect(undo).toHaveBeenCalledOnce()
  })
})

describe('what is for this caption only', () => {
  const tools = () => within(screen.getByRole('toolbar', { name: 'Edit this caption' }))

  it('its own wording leaves the transcript as it is and shows what was said', async () => {
    const { field, texts } = await edit(/^One iron/)
    await userEvent.click(tools().getByRole('button', { name: 'This caption only' }))
    field.setSelectionRange(0, field.value.length)
    await userEvent.type(field, 'Mine.', {
      initialSelectionStart: 0,
      initialSelectionEnd: field.value.length,
    })
    await screen.findByText('This caption only. Said: “One iron, and it was mine.”')
    expect(texts()[1]).toBe('One iron, and it was mine.')
    await userEvent.click(tools().getByRole('button', { name: 'This caption only' }))
    await waitFor(() => expect(field.value).toBe('One iron, and it was mine.'))
  })

  it('what is still being typed when a button is pressed belongs to the caption as it was', async () => {
    const { field, texts } = await edit(/^One iron/)
    field.value = 'Mine.'
    fireEvent.input(field)
    fireEvent.pointerDown(tools().getByRole('button', { name: 'This caption only' }))
    expect(texts()[1]).toBe('Mine.')
  })

  it('italics, place and name are marks on its words', async () => {
    const { marks } = await edit(/^One iron/)
    for (const name of ['Italics', 'Top', 'Name']) {
      await userEvent.click(tools().getByRole('button', { name }))
    }
    expect(marks().toSorted()).toEqual(['italic', 'position', 'speaker-name'])
    await userEvent.click(tools().getByRole('button', { name: 'Reset' }))
    expect(marks()).toEqual([])
  })

  it('italics are shown as pressed for words that have them, as mixed for a part', async () => {
    const { put } = await edit(/^One iron/)
    const pressed = () => tools().getByRole('button', { name: 'Italics' }).getAttribute('aria-pressed')
    const select = (from: number, to: number): void => {
      put(from, to)
      fireEvent(document, new Event('selectionchange'))
    }
    expect(pressed()).toBe('false')
    select(0, 3)
    await userEvent.click(tools().getByRole('button', { name: 'Italics' }))
    await waitFor(() => expect(pressed()).toBe('mixed'))
    select(1, 2)
    await waitFor(() => expect(pressed()).toBe('true'))
    select(5, 9)
    await waitFor(() => expect(pressed()).toBe('false'))
  })

  it('a sound becomes a caption of its own', async () => {
    const { texts } = await edit(/^One iron/)
    await userEvent.click(tools().getByRole('button', { name: 'Sound…' }))
    await userEvent.type(await screen.findByLabelText('What is heard'), 'laughter{Enter}')
    await waitFor(() => expect(texts()).toContain('[laughter]'))
    expect(await screen.findByRole('button', { name: '[laughter]' })).toBeTruthy()
  })

  it('a sound needs time to be shown before the next caption begins', async () => {
    const { put, texts } = await edit(/^One iron/)
    put('One iron,'.length)
    await userEvent.keyboard('{Enter}')
    await userEvent.click(await screen.findByRole('button', { name: 'One iron,' }))
    await userEvent.click(tools().getByRole('button', { name: 'Sound…' }))
    await userEvent.type(await screen.findByLabelText('What is heard'), 'laughter{Enter}')
    expect(screen.getByText(/^There is too little time before the next caption/u)).toBeTruthy()
    expect(texts()).not.toContain('[laughter]')
  })
})
