// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { CallInput, CallOutput } from '#contracts/calls/calls'
import { Fault } from '#contracts/errors'
import type { CaptionNames } from '#core/captions/caption-names'
import { cueProblems } from '#core/captions/cue-problems'
import { makeCues } from '#core/captions/cues'
import { rulesOf } from '#core/captions/presets/transcript-rules'
import { presetFor } from '#core/captions/presets/netflix'
import { paragraphText } from '#core/transcript/transcript'
import type { Preferences } from '#contracts/preferences'
import { defaultPreferences } from '#contracts/default-preferences'
import { conversation, recordingCard } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { toast } from '../ui/toast.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { formatRow, isTicked, tickFormat } from './testing/format-row.ts'
import type { ExportPlace } from './use-kept-formats.ts'
import { lossWords } from '#core/formats/loss-words'

afterEach(() => {
  cleanup()
  // What an earlier test saved would be shown for seconds.
  toast.clear()
  vi.restoreAllMocks()
})

const textOf = (input: CallInput<'exports.make'>): string =>
  `${input.format} é names=${input.options.speakerNames} times=${input.options.times} captions=${input.options.captionNames}`

const base64 = (text: string): string => btoa(String.fromCodePoint(...new TextEncoder().encode(text)))

const make = (input: CallInput<'exports.make'>): CallOutput<'exports.make'> => ({
  fileName: `talk.${input.format}`,
  mediaType: 'text/plain',
  base64: base64(textOf(input)),
  preview: input.format === 'docx' ? null : textOf(input),
  isPreviewWhole: true,
  losses: input.format === 'json' ? [] : [{ code: 'marks', count: 3 }],
})

/** Opened from the captions, where it begins with SRT. */
const open = (
  answer: typeof make = make,
  preferences: Preferences = defaultPreferences,
  place: ExportPlace = 'captions',
  stretches: CallOutput<'cut.stretches'> = [],
) => {
  const onClose = vi.fn<() => void>()
  const session = fakeSession(conversation)
  // No peaks are loaded.
  const recording = { ...recordingCard(), playable: false }
  const house = renderInStudio(
    <ExportDialog open onClose={onClose} session={session} recording={recording} place={place} />,
    {
      'exports.make': answer,
      'cut.stretches': () => stretches,
      'exports.film': () => ({ jobId: 'j1', leftOut: [] }),
      'program.preferences': () => preferences,
      'program.setPreferences': () => preferences,
    },
  )
  return { house, onClose, session }
}

describe('the export dialog', () => {
  it('shows the file as it will be, and what it leaves out', async () => {
    open()
    expect(await screen.findByText('srt é names=true times=true captions=never')).toBeTruthy()
    expect(screen.getByText('Not kept in SubRip (SRT): your 3 annotations.')).toBeTruthy()
    expect(screen.getByText(/^23 words/)).toBeTruthy()
  })

  it('cannot be saved while the text has letters that the file lacks', async () => {
    let count = 0
    const { session } = open((input) => ({ ...make(input), preview: `made ${++count}` }))
    await screen.findByText('made 1')
    const isOff = () =>
      screen.getByRole('button', { name: 'Save as…' }).getAttribute('aria-disabled') === 'true'
    await waitFor(() => expect(isOff()).toBe(false))
    const [paragraph] = session.state.transcript.paragraphs
    if (paragraph === undefined) throw new Error('the text is empty')
    const text = `So ${paragraphText(paragraph)}`
    const edit = { kind: 'replace-text', id: 'e1', paragraphId: paragraph.id, text } as const
    act(() => session.apply([edit], {}))
    expect(isOff()).toBe(true)
    await screen.findByText('made 2')
    await waitFor(() => expect(isOff()).toBe(false))
  })

  it('begins with Word from the text and with SRT from the captions, else with what was saved last from there', async () => {
    const expectShown = (name: string): void =>
      expect(screen.getAllByRole('treeitem', { selected: true })).toEqual([
        screen.getByRole('treeitem', { name }),
      ])
    open(make, defaultPreferences, 'text')
    await screen.findByText(/cannot be previewed here/)
    expectShown('Word (DOCX)')
    cleanup()
    open()
    await screen.findByText(/^srt é/)
    expectShown('SubRip (SRT)')
    cleanup()
    const formats = { captions: ['txt', 'gone', 'burn', 'vtt'] }
    const { house, onClose } = open(make, { ...defaultPreferences, exports: { formats } })
    await screen.findByText(/^txt é/)
    expect(await screen.findByRole('treeitem', { name: 'Captions 1 of 8' })).toBeTruthy()
    await tickFormat('EBU STL')
    await userEvent.click(screen.getByRole('button', { name: 'Save 3 files' }))
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    const kept = house.calls.findLast(({ name }) => name === 'program.setPreferences')?.input
    expect(kept).toMatchObject({ exports: { formats: { captions: ['txt', 'vtt', 'stl'] } } })
  })

  it('is used by keys: arrows move and show, Space ticks, letters find, Enter saves', async () => {
    const { house, onClose } = open()
    await screen.findByText(/^srt é/)
    const expectFocus = (name: string | RegExp): void =>
      expect(document.activeElement).toBe(screen.getByRole('treeitem', { name }))
    // A browser focuses it when the dialog opens.
    act(() => screen.getByRole('treeitem', { selected: true }).focus())
    expectFocus('SubRip (SRT)')
    await userEvent.keyboard('{ArrowDown}')
    expect(await screen.findByText(/^ttml é/)).toBeTruthy()
    expect(document.activeElement?.getAttribute('aria-selected')).toBe('true')
    await userEvent.keyboard('{ArrowLeft}')
    expectFocus('Captions 1 of 8')
    await userEvent.keyboard('{ArrowLeft}{Home}')
    expectFocus('Documents 5')
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    expectFocus('Word (DOCX)')
    await userEvent.keyboard('{End}')
    expectFocus(/^For programs \d+$/)
    await userEvent.keyboard('mark')
    expect(await screen.findByText(/^md é/)).toBeTruthy()
    expectFocus('Markdown')
    await userEvent.keyboard(' ')
    expect(screen.getByText('Tick the files to save.')).toBeTruthy()
    await userEvent.keyboard(' {ArrowUp} ')
    expectFocus('Text')
    expect(screen.getByText('2 files: Text, Markdown')).toBeTruthy()
    // Saved once the file of the shown format is made.
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    expect(house.savedTogether).toEqual([{ name: 'talk', fileNames: ['talk.txt', 'talk.md'] }])
  })

  it('acts by keys on the row that has the focus, however it came there', async () => {
    open()
    const row = await formatRow('WebVTT')
    act(() => row.focus())
    await userEvent.keyboard(' ')
    expect(isTicked(row)).toBe(true)
  })

  it('makes it anew with each choice', async () => {
    open()
    await userEvent.click(await formatRow('Text'))
    expect(await screen.findByText('txt é names=true times=true captions=never')).toBeTruthy()
    await userEvent.click(screen.getByRole('checkbox', { name: 'Times' }))
    expect(await screen.findByText('txt é names=true times=false captions=never')).toBeTruthy()
    await userEvent.click(await formatRow(/^Parolo/))
    expect(await screen.findByText(/^json/)).toBeTruthy()
    expect(screen.getAllByRole('checkbox')).toEqual([screen.getByRole('checkbox', { name: /^Its sheet/ })])
    expect(screen.queryByText(/Not kept in/)).toBeNull()
  })

  it('asks for names in the text of any captions, and counts the captions of the file', async () => {
    const preferences = { ...defaultPreferences, captionNames: 'always' as const }
    open(make, preferences)
    expect(await screen.findByText(/^srt .* captions=always$/)).toBeTruthy()
    const counted = (names: CaptionNames): string => {
      const cues = makeCues(conversation, presetFor('en'), { durationMs: 60_000, language: 'en', names })
      const problems = cues.filter((cue) => cueProblems(cue, presetFor('en')).length > 0).length
      return `${cues.length} captions, ${problems} problem${problems === 1 ? '' : 's'}`
    }
    expect(await screen.findByText(counted('always'))).toBeTruthy()
    await userEvent.click(await formatRow('WebVTT'))
    expect(await screen.findByText(/^vtt .* captions=always$/)).toBeTruthy()
    expect(screen.getByRole('button', { name: /Names in the text/ }).textContent).toBe(
      'Names in every caption',
    )
    expect(await screen.findByText(counted('always'))).toBeTruthy()
  })

  it('counts the captions by the rules of the transcript, and writes their names', async () => {
    const { session } = open()
    const changes = { maxLines: 1, maxCharactersPerLine: 20 }
    const rules = { preset: 'bbc', names: 'always', changes } as const
    act(() => session.apply([{ kind: 'set-caption-rules', id: 'e1', rules }]))
    expect(await screen.findByText(/^srt .* captions=always$/)).toBeTruthy()
    const { transcript } = session.state
    const options = { durationMs: 60_000, language: 'en', names: 'always' } as const
    const count = makeCues(transcript, rulesOf(transcript), options).length
    expect(await screen.findByText(new RegExp(`^${count} captions`))).toBeTruthy()
  })

  it('saves the bytes under the person’s name, with the format’s ending', async () => {
    const { house, onClose } = open()
    await screen.findByText(/^srt é/)
    const field = screen.getByRole('textbox', { name: 'File name' })
    await userEvent.clear(field)
    expect(screen.getByText('Enter a file name.')).toBeTruthy()
    await userEvent.type(field, 'Mine: 1/2')
    await userEvent.click(screen.getByRole('button', { name: 'Save as…' }))
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    expect(house.saved).toEqual([
      {
        fileName: 'Mine - 1-2.srt',
        mediaType: 'text/plain',
        text: 'srt é names=true times=true captions=never',
      },
    ])
  })

  it('saves several formats at once, each by the choices that are shown', async () => {
    const preferences = { ...defaultPreferences, captionNames: 'always' as const }
    const { house, onClose } = open(make, preferences)
    await screen.findByText(/^srt é/)
    await tickFormat('WebVTT')
    // The options are those of the shown file.
    expect(screen.queryByRole('checkbox', { name: 'Times' })).toBeNull()
    await userEvent.click(await formatRow('Text'))
    await tickFormat('Text')
    await userEvent.click(screen.getByRole('checkbox', { name: 'Times' }))
    await screen.findByText(/^txt é names=true times=false/)
    await userEvent.click(screen.getByRole('button', { name: 'Save 3 files' }))
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    expect(house.savedTogether).toEqual([{ name: 'talk', fileNames: ['talk.txt', 'talk.vtt', 'talk.srt'] }])
    expect(house.saved.map(({ text }) => text)).toEqual([
      'txt é names=true times=false captions=never',
      'vtt é names=true times=false captions=always',
      'srt é names=true times=false captions=always',
    ])
    expect(await screen.findByText('“talk.zip” saved.')).toBeTruthy()
  })

  it('saves what is ticked, whatever is shown; until one is ticked, what is shown', async () => {
    const { house, onClose } = open()
    await screen.findByText(/^srt é/)
    await userEvent.click(await formatRow('Text'))
    expect(isTicked(await formatRow('Text'))).toBe(true)
    expect(isTicked(await formatRow('SubRip (SRT)'))).toBe(false)
    await tickFormat('Markdown')
    await userEvent.click(await formatRow(/^Parolo/))
    await screen.findByText(/^json/)
    expect(screen.getByText('2 files: Text, Markdown')).toBeTruthy()
    await tickFormat('Markdown')
    expect(screen.getByText('1 file: Text')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Save as…' }))
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    expect(house.saved.map(({ fileName, text }) => [fileName, text.slice(0, 3)])).toEqual([
      ['talk.txt', 'txt'],
    ])
  })

  it('saves a file and a video with captions together', async () => {
    const { house, onClose } = open()
    await screen.findByText(/^srt é/)
    await tickFormat(/^MKV with captions/)
    expect(screen.getByText('2 files: SubRip (SRT), MKV with captions')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Save 2 files' }))
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    expect(house.saved.map(({ fileName }) => fileName)).toEqual(['talk.srt'])
    expect(house.calls.find(({ name }) => name === 'exports.film')?.input).toMatchObject({ film: 'mkv' })
  })

  it('makes a video of the cut where there is one, of the whole recording if that is chosen', async () => {
    const stretches = [{ id: 'a', startMs: 0, endMs: 1_000, reason: 'no-words' } as const]
    const { house, onClose } = open(make, defaultPreferences, 'captions', stretches)
    await screen.findByText(/^srt é/)
    await userEvent.click(await formatRow(/^MKV with captions/))
    const chosen = await screen.findByRole<HTMLInputElement>('radio', { name: 'The cut' })
    expect(chosen.checked).toBe(true)
    const save = screen.getByRole('button', { name: 'Create the video' })
    await userEvent.click(save)
    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1))
    await userEvent.click(screen.getByRole('radio', { name: 'The whole recording' }))
    const last = () => house.calls.findLast(({ name }) => name === 'exports.make')?.input
    await waitFor(() => expect(last()).not.toHaveProperty('cut'))
    await waitFor(() => expect(save.getAttribute('aria-disabled')).not.toBe('true'))
    await userEvent.click(save)
    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(2))
    const asked = house.calls.filter(({ name }) => name === 'exports.film').map(({ input }) => input)
    expect(asked).toMatchObject([{ options: { cut: true } }, { options: {} }])
    expect(asked[1]).not.toHaveProperty('options.cut')
  })

  it('saves nothing where one of several cannot be made, and says why', async () => {
    const { house, onClose } = open((input) => {
      if (input.format === 'docx') throw new Fault('recording.no-transcript', { reference: 'x' })
      return make(input)
    })
    await screen.findByText(/^srt é/)
    await tickFormat('Word (DOCX)')
    await userEvent.click(screen.getByRole('button', { name: 'Save 2 files' }))
    expect(await screen.findByText('This recording has not been transcribed yet.')).toBeTruthy()
    expect(house.saved).toEqual([])
    expect(onClose).not.toHaveBeenCalled()
  })

  it('asks for a first page in Word alone', async () => {
    const { house } = open()
    await screen.findByText(/^srt é/)
    const name = 'Cover page with title, date and speaking time'
    expect(screen.queryByRole('checkbox', { name })).toBeNull()
    await userEvent.click(await formatRow(/^Word/))
    await userEvent.click(screen.getByRole('checkbox', { name }))
    const asked = () => house.calls.findLast((call) => call.name === 'exports.make')?.input
    await waitFor(() => expect(asked()).toMatchObject({ format: 'docx', options: { firstPage: true } }))
  })

  it('copies the whole text', async () => {
    const user = userEvent.setup()
    const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    open()
    await screen.findByText(/^srt é/)
    await user.click(screen.getByRole('button', { name: 'Copy' }))
    expect(written).toHaveBeenCalledWith('srt é names=true times=true captions=never')
  })

  it('saves a page with its sound, whose size is shown, copies it without, and makes it without if asked', async () => {
    const user = userEvent.setup()
    const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    const withSound = (input: CallInput<'exports.make'>): CallOutput<'exports.make'> => ({
      ...make(input),
      ...(input.format === 'html' && input.options.sound === true
        ? { base64: input.soundLater === true ? '' : base64('page with sound') }
        : {}),
      sound: { bytes: 12_300_000 },
    })
    const { house, onClose } = open(withSound)
    await user.click(await formatRow(/^Web page/))
    const box = await screen.findByRole<HTMLInputElement>('checkbox', {
      name: 'Sound in the page (about 12\u00A0MB)',
    })
    expect(box.checked).toBe(true)
    await waitFor(() => expect(document.querySelector('iframe')?.srcdoc).toMatch(/^html é/))
    await user.click(screen.getByRole('button', { name: 'Copy' }))
    await waitFor(() => expect(written).toHaveBeenCalledWith('html é names=true times=true captions=never'))
    expect(await screen.findByText('Copied, without the sound.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Save as…' }))
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    expect(house.saved.map(({ text }) => text)).toEqual(['page with sound'])
    await user.click(screen.getByRole('checkbox', { name: 'Times' }))
    expect(screen.queryByRole('checkbox', { name: /^Sound in the page/ })).toBeNull()
    await user.click(screen.getByRole('checkbox', { name: 'Times' }))
    await user.click(screen.getByRole('checkbox', { name: /^Sound in the page/ }))
    const asked = () => house.calls.findLast((call) => call.name === 'exports.make')?.input
    await waitFor(() => expect(asked()).toMatchObject({ options: { sound: false, times: true } }))
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Save as…' }).getAttribute('aria-disabled')).not.toBe('true'),
    )
    await user.click(screen.getByRole('button', { name: 'Save as…' }))
    await waitFor(() => expect(house.saved).toHaveLength(2))
    expect(house.saved[1]?.text).toBe('html é names=true times=true captions=never')
  })

  it('shows a page as it will look, without running it', async () => {
    open((input) => ({
      ...make(input),
      preview:
        '<h1>Garden</h1><audio controls src="data:audio/webm;base64,…"></audio><script>\nplay()\n</script>',
    }))
    await userEvent.click(await formatRow(/^Web page/))
    const page = () => document.querySelector('iframe')
    await waitFor(() => expect(page()?.srcdoc).toBe('<h1>Garden</h1><audio controls></audio>'))
    // Without scripts.
    expect(page()?.getAttribute('sandbox')).toBe('allow-same-origin')
  })

  it('shows Word as paper, and says where there is nothing to show', async () => {
    const paper = { html: '<h1>Garden</h1>', isWhole: false }
    open((input) => ({ ...make(input), ...(input.format === 'docx' && input.withPaper ? { paper } : {}) }))
    await userEvent.click(await formatRow(/^Word/))
    await waitFor(() => expect(document.querySelector('iframe')?.srcdoc).toBe('<h1>Garden</h1>'))
    expect(document.querySelector('iframe')?.getAttribute('sandbox')).toBe('allow-same-origin')
    expect(screen.getByText('The preview ends here; the file continues.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Copy' }).getAttribute('aria-disabled')).toBe('true')
    cleanup()
    open((input) => ({ ...make(input), preview: null }))
    expect(await screen.findByText(/cannot be previewed here/)).toBeTruthy()
  })

  it('says before saving that names cannot be shown, also in a film', async () => {
    open((input) => ({
      ...make(input),
      losses: [...make(input).losses, { code: 'unnamed-speakers', count: 2 }],
    }))
    const sentence = '2 speakers have no name: their captions show none.'
    expect(await screen.findByText(`Not kept in SubRip (SRT): your 3 annotations. ${sentence}`)).toBeTruthy()
    await userEvent.click(await formatRow(/^MP4 with/))
    expect(await screen.findByText(sentence)).toBeTruthy()
  })

  it('tells what the studio says when it cannot be made', async () => {
    open(() => {
      throw new Fault('recording.no-transcript', { reference: 'x' })
    })
    expect(await screen.findByText('This recording has not been transcribed yet.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Save as…' }).getAttribute('aria-disabled')).toBe('true')
  })
})

describe('the words for what is left out', () => {
  it('are one sentence', () => {
    const losses = [
      { code: 'word-times', count: 90 },
      { code: 'moments', count: 1 },
    ]
    const words = (language: 'en' | 'fr') => lossWords(losses, 'srt', language)
    expect(words('en')).toBe('Not kept in SubRip (SRT): the time of each word and your note.')
    expect(words('fr')).toBe('Non conservé en SubRip (SRT)\u00A0: le minutage de chaque mot et votre note.')
    expect(lossWords([], 'srt', 'en')).toBeNull()
  })

  it('are followed by the names that captions lack', () => {
    const words = (count: number, language: 'en' | 'fr') =>
      lossWords([{ code: 'unnamed-speakers', count }], 'srt', language)
    expect(words(1, 'en')).toBe('1 speaker has no name: their captions show none.')
    expect(words(3, 'fr')).toBe('3 voix n’ont pas de nom\u00A0: leurs sous-titres n’en affichent pas.')
    expect(lossWords([{ code: 'unknown-speakers', count: 1 }], 'vtt', 'fr')).toBe(
      'Le texte ne dit pas qui parle\u00A0: les sous-titres n’affichent aucun nom.',
    )
  })
})
