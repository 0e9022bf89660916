// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import type { CallOutput } from '#contracts/calls/calls'
import { describeFault } from '#contracts/describe-fault'
import { Fault } from '#contracts/errors'
import { useImportStore } from '../library/imports/import-store.ts'
import { CallFailed } from '../rpc/call-failed.ts'
import type { PageHost } from '../rpc/host.ts'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { toast } from '../ui/toast.tsx'
import { isWholeAddress } from './is-whole-address.ts'
import { PublishDialog } from './publish-dialog.tsx'

afterEach(() => {
  cleanup()
  toast.clear()
  localStorage.clear()
  vi.restoreAllMocks()
})

const base64 = (text: string): string => btoa(text)

const made: CallOutput<'exports.publish'> = {
  transcriptId: 't1',
  fileName: '14.mp3',
  sound: { name: '14.mp3', bytes: 38_000_000, type: 'audio/mpeg', durationMs: 61_000 },
  isInFeed: true,
  stem: '14 - glue',
  language: 'en',
  media: '14.mp3',
  soundAddress: null,
  leftInSound: null,
  captionsMoved: false,
  hasCut: false,
  isCut: false,
  hasSound: true,
  notes: { text: '', isEdited: false },
  description: { text: '', misfits: [{ kind: 'none' }] },
  files: [
    { kind: 'srt', mediaType: 'application/x-subrip', base64: base64('s'.repeat(42_000)) },
    { kind: 'vtt', mediaType: 'text/vtt', base64: base64('WEBVTT') },
    { kind: 'html', mediaType: 'text/html', base64: base64('<p>') },
    { kind: 'chapters', mediaType: 'application/json', base64: base64('{}') },
  ],
}

function open(answer: Partial<typeof made> = {}, host: Partial<PageHost> = {}) {
  return renderInStudio(
    <PublishDialog recordingId="r1" title="14: glue" onClose={() => undefined} />,
    { 'exports.publish': () => ({ ...made, ...answer }) },
    'en',
    host,
  )
}

const lines = (): string =>
  screen.getByRole('region', { name: 'Lines for your feed' }).lastChild?.textContent ?? ''

it('shows the files with names and sizes, and downloads exactly these in one archive', async () => {
  const house = open()
  const files = within(await screen.findByRole('list', { name: 'Files' }))
  expect(files.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    '14 - glue.srtcaptions, SubRip42\u00A0kB',
    '14 - glue.vttcaptions, WebVTT6\u00A0bytes',
    '14 - glue.htmlweb page3\u00A0bytes',
    '14 - glue.chapters.jsonchapters2\u00A0bytes',
  ])
  screen.getByText('The web page plays 14.mp3 if it is in the same folder.')
  const name = screen.getByRole('textbox', { name: 'File names begin with' })
  await userEvent.clear(name)
  screen.getByText('Enter a file name.')
  await userEvent.type(name, '14/b')
  await userEvent.click(files.getByRole('checkbox', { name: /web page/u }))
  expect(screen.queryByText(/The web page plays/u)).toBeNull()
  expect(lines().match(/url="[^"]*"/gu)).toEqual([
    'url="…/14-b.srt"',
    'url="…/14-b.vtt"',
    'url="…/14-b.chapters.json"',
  ])
  await userEvent.click(screen.getByRole('button', { name: 'Download 14-b.zip' }))
  await waitFor(() =>
    expect(house.savedTogether).toEqual([
      { name: '14-b', fileNames: ['14-b.srt', '14-b.vtt', '14-b.chapters.json'] },
    ]),
  )
  expect(house.saved.map(({ text }) => text.length)).toEqual([42_000, 6, 2])
})

it('writes the address into the lines that are copied, and remembers it', async () => {
  const house = open()
  const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  const field = await screen.findByRole('textbox', { name: 'Address of this folder on your site' })
  await userEvent.type(field, 'a.example/14')
  screen.getByText('Type a complete address, such as https://example.org/podcast/14.')
  expect(screen.getByRole('button', { name: 'Copy lines' }).getAttribute('aria-disabled')).toBe('true')
  await userEvent.clear(field)
  await userEvent.type(field, 'https://a.example/14/')
  expect(lines()).toContain(
    '<podcast:transcript url="https://a.example/14/14%20-%20glue.vtt" type="text/vtt"',
  )
  expect(lines()).toContain('<podcast:chapters url="https://a.example/14/14%20-%20glue.chapters.json"')
  await userEvent.click(screen.getByRole('button', { name: 'Copy lines' }))
  await waitFor(() => expect(written).toHaveBeenCalledWith(lines()))
  expect(house.calls).toContainEqual({
    name: 'program.setPreferences',
    input: { publishAddress: 'https://a.example/14/' },
  })
})

it('in the window writes into the chosen folder, and replaces nothing unless told to', async () => {
  const asked: { folder: string; names: string[]; replace: boolean }[] = []
  open(
    {},
    {
      kind: 'window',
      pickFolder: () => Promise.resolve('/home/nora/14'),
      saveInto: ({ folder, files, replace }) => {
        asked.push({ folder, names: files.map(({ fileName }) => fileName), replace })
        return Promise.resolve(replace ? [] : ['14 - glue.vtt'])
      },
    },
  )
  await screen.findByText('No folder chosen')
  await userEvent.click(screen.getByRole('button', { name: 'Save 4 files' }))
  expect((await screen.findByRole('alert')).textContent).toBe(
    'A file with this name already exists, with different contents: 14 - glue.vtt. Nothing was written.',
  )
  screen.getByText('/home/nora/14')
  await userEvent.click(screen.getByRole('button', { name: 'Replace 1 file' }))
  await screen.findByText('4 files are in “/home/nora/14”.')
  expect(asked.map(({ replace }) => replace)).toEqual([false, true])
  expect(asked[0]).toMatchObject({
    folder: '/home/nora/14',
    names: expect.arrayContaining(['14 - glue.srt']),
  })
})

it('the page plays from the address of the feed, or from the typed one', async () => {
  const typed: (string | undefined)[] = []
  renderInStudio(<PublishDialog recordingId="r1" title="14: glue" onClose={() => undefined} />, {
    'exports.publish': ({ soundAddress }) => {
      typed.push(soundAddress)
      return { ...made, soundAddress: soundAddress ?? 'https://a.example/14.mp3' }
    },
  })
  const field = await screen.findByRole('textbox', { name: 'Address of the sound' })
  expect(field).toHaveProperty('value', 'https://a.example/14.mp3')
  screen.getByText('The web page plays https://a.example/14.mp3.')
  await userEvent.clear(field)
  await userEvent.type(field, 'b')
  screen.getByText('Type a complete address, such as https://example.org/podcast/14.mp3.')
  expect(screen.getByRole('button', { name: /^Download/u }).getAttribute('aria-disabled')).toBe('true')
  await userEvent.clear(field)
  await userEvent.paste('https://b.example/b.mp3')
  await screen.findByText('The web page plays https://b.example/b.mp3.')
  expect(typed).toEqual([undefined, '', 'https://b.example/b.mp3'])
})

it('copies the lines for descriptions, and says what sites would not take', async () => {
  const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  const text = '0:12 Glue\n1:00:00 Ice'
  open({
    description: {
      text,
      misfits: [
        { kind: 'few', count: 2 },
        { kind: 'late', atMs: 12_000 },
        { kind: 'short', titles: ['Glue', 'Ice'] },
        { kind: 'untitled', times: [30_000] },
      ],
    },
  })
  const section = within(await screen.findByRole('region', { name: 'Lines for descriptions' }))
  section.getByText('There are 2 chapters: YouTube wants at least three.')
  section.getByText('The first chapter begins at 0:12: sites want one at 0:00.')
  section.getByText('These chapters are shorter than the ten seconds that YouTube wants: Glue, Ice.')
  section.getByText('The chapter at 0:30 has no title and is left out.')
  await userEvent.click(section.getByRole('button', { name: 'Copy the lines for descriptions' }))
  await waitFor(() => expect(written).toHaveBeenCalledWith(text))
})

it('names the sound with size and length, and says what the lines lack', async () => {
  open({ isInFeed: false })
  await screen.findByRole('region', { name: 'Lines for your feed' })
  expect(lines()).toContain(
    '<enclosure url="…/14.mp3" length="38000000" type="audio/mpeg"/>\n<itunes:duration>61</itunes:duration>\n<podcast:',
  )
  screen.getByText('The lines lack the address of the folder: it is shown as “…”.')
  const field = screen.getByRole('textbox', { name: 'Address of this folder on your site' })
  await userEvent.click(field)
  await userEvent.paste('https://a.example/14')
  expect(lines()).toContain('<enclosure url="https://a.example/14/14.mp3"')
  expect(screen.queryByText(/The lines lack/u)).toBeNull()
})

it('makes a sound for the feed; when it is there, the files and lines are for it', async () => {
  let isDone = false
  const { calls, queries } = renderInStudio(
    <PublishDialog recordingId="r1" title="14: glue" onClose={() => undefined} />,
    {
      'exports.publish': ({ soundName }) =>
        soundName === undefined
          ? { ...made, leftInSound: 'redacted' }
          : {
              ...made,
              media: soundName,
              isInFeed: false,
              sound: { name: soundName, bytes: null, type: 'audio/ogg', durationMs: 30_000 },
            },
      'exports.sound': () => ({
        seconds: 30,
        channels: 1,
        sampleRate: 48_000,
        bits: 16,
        chapters: 2,
        hasCover: true,
      }),
      'exports.film': () => ({ jobId: 'j1', leftOut: [] }),
      'exports.films': () => [
        { jobId: 'j2', fileName: 'clip.mp4', bytes: 1 },
        { jobId: 'j3', fileName: 'older.opus', bytes: 2 },
      ],
      'exports.madeSound': () => (isDone ? { fileName: 'episode.opus', bytes: 240_000 } : null),
      'jobs.list': () => [],
    },
  )
  const section = within(await screen.findByRole('region', { name: 'Sound for the feed' }))
  await userEvent.click(section.getByRole('button', { name: /^Sound to publish|The file as it is/u }))
  await userEvent.click(await screen.findByRole('option', { name: 'Opus' }))
  await userEvent.click(await section.findByRole('button', { name: 'Make 14 - glue.opus' }))
  await waitFor(() =>
    expect(calls).toContainEqual({
      name: 'exports.film',
      input: {
        transcriptId: 't1',
        sound: 'opus',
        fileName: '14 - glue.opus',
        choices: { isMono: false, bitRate: null, loudness: -16, chapters: true, cover: true },
      },
    }),
  )
  expect(lines()).not.toContain('<enclosure')
  await screen.findByText(/older\.opus/u)
  expect(screen.queryByText(/clip\.mp4/u)).toBeNull()
  screen.getByText(/In 14.mp3 itself it can still be heard/u)
  isDone = true
  await queries.invalidateQueries({ queryKey: ['films'] })
  await waitFor(() =>
    expect(lines()).toContain('<enclosure url="…/episode.opus" length="240000" type="audio/ogg"/>'),
  )
  expect(screen.queryByText(/it can still be heard/u)).toBeNull()
  screen.getByText('The web page plays episode.opus if it is in the same folder.')
})

it('of the cut the sound is made first; the whole recording can be chosen instead', async () => {
  const ofCut = { media: null, sound: null, hasCut: true }
  const { calls } = renderInStudio(
    <PublishDialog recordingId="r1" title="14: glue" onClose={() => undefined} />,
    {
      'exports.publish': ({ cut }) =>
        cut === false ? { ...made, hasCut: true } : { ...made, ...ofCut, isCut: true },
      'exports.sound': () => ({
        seconds: 30,
        channels: 1,
        sampleRate: 48_000,
        bits: 16,
        chapters: 0,
        hasCover: false,
      }),
      'exports.film': () => ({ jobId: 'j1', leftOut: [] }),
      'exports.films': () => [],
      'exports.madeSound': () => null,
      'jobs.list': () => [],
    },
  )
  await screen.findByText(/their times are not those of 14\.mp3\. Make the sound of the cut below/u)
  const section = within(screen.getByRole('region', { name: 'Sound for the feed' }))
  await userEvent.click(section.getByRole('button', { name: /MP3.*Sound to publish|Sound to publish.*MP3/u }))
  expect((await screen.findAllByRole('option')).map((option) => option.textContent)).not.toContain(
    'The file as it is: 14.mp3',
  )
  await userEvent.keyboard('{Escape}')
  await userEvent.click(await section.findByRole('button', { name: 'Make 14 - glue.mp3' }))
  await waitFor(() =>
    expect(calls).toContainEqual({
      name: 'exports.film',
      input: expect.objectContaining({ sound: 'mp3', cut: true }) as unknown,
    }),
  )
  await userEvent.click(screen.getByRole('radio', { name: 'The whole recording' }))
  await screen.findByText('The web page plays 14.mp3 if it is in the same folder.')
  expect(screen.getByRole('radio', { name: 'The whole recording' })).toHaveProperty('checked', true)
})

it('keeps notes as they are typed, saves them as a file, and drafts them again when asked', async () => {
  let kept: string | null = null
  const house = renderInStudio(
    <PublishDialog recordingId="r1" title="14: glue" onClose={() => undefined} />,
    {
      'exports.publish': () => ({ ...made, notes: { text: kept ?? '# Draft', isEdited: kept !== null } }),
      'exports.setShowNotes': ({ text }) => {
        kept = text
        return {}
      },
    },
  )
  const field = await screen.findByRole('textbox', { name: 'Show notes' })
  screen.getByText('Show notes, a draft')
  await userEvent.click(field)
  await userEvent.paste(' <*me*')
  await userEvent.click(screen.getByText('Download 14 - glue.zip'))
  await waitFor(() => expect(house.saved.map(({ text }) => text)).toContain('# Draft <*me*'))
  expect(house.savedTogether[0]?.fileNames).toContain('14 - glue.txt')
  expect(kept).toBe('# Draft <*me*')
  expect(lines()).not.toContain('.txt')
  const written = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue()
  await userEvent.click(screen.getByText('Copy as HTML'))
  const [item] = written.mock.calls[0]?.[0] ?? []
  expect(await (await item?.getType('text/html'))?.text()).toBe('<h1>Draft &lt;<em>me</em></h1>')
  await userEvent.click(screen.getByText('Draft again…'))
  await userEvent.click(await screen.findByText('Draft again'))
  await waitFor(() => expect(field).toHaveProperty('value', '# Draft'))
  expect(kept).toBeNull()
  await userEvent.click(await screen.findByText('Undo'))
  await waitFor(() => expect(field).toHaveProperty('value', '# Draft <*me*'))
  expect(kept).toBe('# Draft <*me*')
})

it('keeps what is typed while notes are drafted again', async () => {
  let kept: string | null = 'Mine'
  const facts = () => ({ ...made, notes: { text: kept ?? '# Draft', isEdited: kept !== null } })
  const drafted = Promise.withResolvers<CallOutput<'exports.publish'>>()
  renderInStudio(<PublishDialog recordingId="r1" title="14: glue" onClose={() => undefined} />, {
    'exports.publish': () => (kept === null ? drafted.promise : facts()),
    'exports.setShowNotes': ({ text }) => {
      kept = text
      return {}
    },
  })
  const field = await screen.findByRole('textbox', { name: 'Show notes' })
  await userEvent.click(screen.getByText('Draft again…'))
  await userEvent.click(await screen.findByText('Draft again'))
  await waitFor(() => expect(kept).toBeNull())
  fireEvent.change(field, { target: { value: 'Mine, too' } })
  drafted.resolve(facts())
  await screen.findByText('The show notes were drafted again.')
  expect(field).toHaveProperty('value', 'Mine, too')
  await waitFor(() => expect(kept).toBe('Mine, too'))
})

it('what was typed is kept when the dialog is closed at once', async () => {
  const house = renderInStudio(
    <PublishDialog recordingId="r1" title="14: glue" onClose={() => undefined} />,
    {
      'exports.publish': () => made,
      'exports.setShowNotes': () => ({}),
    },
  )
  await userEvent.type(await screen.findByRole('textbox', { name: 'Show notes' }), 'a')
  cleanup()
  expect(house.calls).toContainEqual({
    name: 'exports.setShowNotes',
    input: { recordingId: 'r1', text: 'a', over: null },
  })
})

const notesCalls = (house: ReturnType<typeof open>): unknown[] =>
  house.calls.filter(({ name }) => name === 'exports.setShowNotes').map(({ input }) => input)

it('saves what was typed when the page is left, without waiting for a pause', async () => {
  const house = renderInStudio(
    <PublishDialog recordingId="r1" title="14: glue" onClose={() => undefined} />,
    { 'exports.publish': () => made, 'exports.setShowNotes': () => ({}) },
  )
  fireEvent.change(await screen.findByRole('textbox', { name: 'Show notes' }), { target: { value: 'ab' } })
  window.dispatchEvent(new Event('pagehide'))
  expect(notesCalls(house)).toEqual([{ recordingId: 'r1', text: 'ab', over: null }])
  await waitFor(() => expect(localStorage).toHaveLength(0))
})

it('has each key that was typed when the page or the program ended before it was saved', async () => {
  const dialog = <PublishDialog recordingId="r1" title="14: glue" onClose={() => undefined} />
  const other = <PublishDialog recordingId="r2" title="15: tape" onClose={() => undefined} />
  const lost = new CallFailed(describeFault(new Fault('connection.lost'), 'en'))
  const answers = { 'exports.publish': () => made, 'exports.setShowNotes': () => Promise.reject(lost) }
  renderInStudio(dialog, answers)
  await userEvent.type(await screen.findByRole('textbox', { name: 'Show notes' }), 'ab')
  cleanup()
  renderInStudio(other, answers)
  // The page says itself that the connection is lost.
  expect(screen.queryByText(lost.error.message)).toBeNull()
  expect(await screen.findByRole('textbox', { name: 'Show notes' })).toHaveProperty('value', '')
  cleanup()
  const house = renderInStudio(dialog, { ...answers, 'exports.setShowNotes': () => ({}) })
  expect(await screen.findByRole('textbox', { name: 'Show notes' })).toHaveProperty('value', 'ab')
  await waitFor(() => expect(notesCalls(house)).toEqual([{ recordingId: 'r1', text: 'ab', over: null }]))
  await waitFor(() => expect(localStorage).toHaveLength(0))
})

it('shows both where notes that were not saved were also edited elsewhere', async () => {
  localStorage.setItem('parolo.unsent-notes.r1', JSON.stringify({ text: 'Mine', over: 'Before' }))
  let kept = 'Theirs'
  const dialog = <PublishDialog recordingId="r1" title="14: glue" onClose={() => undefined} />
  const house = renderInStudio(dialog, {
    'exports.publish': () => ({ ...made, notes: { text: kept, isEdited: true } }),
    'exports.setShowNotes': ({ text, over }) => {
      if (over !== kept) return { other: kept }
      kept = text ?? ''
      return {}
    },
  })
  const both = 'Theirs\n\n---\n\nMine'
  const field = await screen.findByRole('textbox', { name: 'Show notes' })
  expect(field).toHaveProperty('value', 'Mine')
  fireEvent.blur(field)
  await waitFor(() => expect(field).toHaveProperty('value', both))
  await screen.findByText(/^These notes were also edited elsewhere\./u)
  fireEvent.blur(field)
  await waitFor(() => expect(kept).toBe(both))
  expect(notesCalls(house)).toEqual([
    { recordingId: 'r1', text: 'Mine', over: 'Before' },
    { recordingId: 'r1', text: both, over: 'Theirs' },
  ])
  await waitFor(() => expect(localStorage).toHaveLength(0))
})

it('says what is missing, and what the sound still holds', async () => {
  open({ leftInSound: 'redacted', files: made.files.slice(0, 1) })
  expect(await screen.findByText(/In 14.mp3 itself it can still be heard/u)).toBeTruthy()
  expect(screen.getByText(/This recording has no chapters/u)).toBeTruthy()
  expect(screen.queryByText(/moved in time/u)).toBeNull()
})

it('says that captions were moved in time and the sound was not', async () => {
  open({ captionsMoved: true })
  expect(
    await screen.findByText(/their times are not those of 14\.mp3, which is published as it is\.$/u),
  ).toBeTruthy()
})

it.each([
  ['https://a.example/14', true],
  ['http://a.example', true],
  ['a.example/14', false],
  ['https://', false],
  ['https://a.example/?a=1', false],
  ['ftp://a.example/', false],
])('takes %s as an address of a folder: %s', (text, isOne) => expect(isWholeAddress(text)).toBe(isOne))

it('offers to transcribe what has no text yet', async () => {
  const user = userEvent.setup()
  const onClose = vi.fn()
  renderInStudio(<PublishDialog recordingId="r9" title="15: ice" onClose={onClose} />, {
    'exports.publish': () => {
      throw new CallFailed(
        describeFault(new Fault('recording.no-transcript', { reference: '15: ice' }), 'en'),
      )
    },
  })
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('This recording has not been transcribed yet.')
  await user.click(within(alert).getByRole('button', { name: 'Transcribe…' }))
  expect(onClose).toHaveBeenCalled()
  expect(useImportStore.getState().arrived).toContain('r9')
})
