// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { describeFault } from '#contracts/describe-fault'
import { Fault } from '#contracts/errors'
import { useImportStore } from '../library/imports/import-store.ts'
import { CallFailed } from '../rpc/call-failed.ts'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { toast } from '../ui/toast.tsx'
import { isWholeAddress } from './is-whole-address.ts'
import { PublishDialog } from './publish-dialog.tsx'
import { feedLines, openPublish, published } from './testing/open-publish.tsx'

afterEach(() => {
  cleanup()
  toast.clear()
  localStorage.clear()
  vi.restoreAllMocks()
})

it('shows the files with names and sizes, and downloads exactly these in one archive', async () => {
  const house = openPublish()
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
  expect(feedLines().match(/url="[^"]*"/gu)).toEqual([
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
  const house = openPublish()
  const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  const field = await screen.findByRole('textbox', { name: 'Address of this folder on your site' })
  await userEvent.type(field, 'a.example/14')
  screen.getByText('Type a complete address, such as https://example.org/podcast/14.')
  expect(screen.getByRole('button', { name: 'Copy lines' }).getAttribute('aria-disabled')).toBe('true')
  await userEvent.clear(field)
  await userEvent.type(field, 'https://a.example/14/')
  expect(feedLines()).toContain(
    '<podcast:transcript url="https://a.example/14/14%20-%20glue.vtt" type="text/vtt"',
  )
  expect(feedLines()).toContain('<podcast:chapters url="https://a.example/14/14%20-%20glue.chapters.json"')
  await userEvent.click(screen.getByRole('button', { name: 'Copy lines' }))
  await waitFor(() => expect(written).toHaveBeenCalledWith(feedLines()))
  expect(house.calls).toContainEqual({
    name: 'program.setPreferences',
    input: { publishAddress: 'https://a.example/14/' },
  })
})

it('in the window writes into the chosen folder, and replaces nothing unless told to', async () => {
  const asked: { folder: string; names: string[]; replace: boolean }[] = []
  openPublish(
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
      return { ...published, soundAddress: soundAddress ?? 'https://a.example/14.mp3' }
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
  openPublish({
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
  openPublish({ isInFeed: false })
  await screen.findByRole('region', { name: 'Lines for your feed' })
  expect(feedLines()).toContain(
    '<enclosure url="…/14.mp3" length="38000000" type="audio/mpeg"/>\n<itunes:duration>61</itunes:duration>\n<podcast:',
  )
  screen.getByText('The lines lack the address of the folder: it is shown as “…”.')
  const field = screen.getByRole('textbox', { name: 'Address of this folder on your site' })
  await userEvent.click(field)
  await userEvent.paste('https://a.example/14')
  expect(feedLines()).toContain('<enclosure url="https://a.example/14/14.mp3"')
  expect(screen.queryByText(/The lines lack/u)).toBeNull()
})

it('makes a sound for the feed; when it is there, the files and lines are for it', async () => {
  let isDone = false
  const { calls, queries } = renderInStudio(
    <PublishDialog recordingId="r1" title="14: glue" onClose={() => undefined} />,
    {
      'exports.publish': ({ soundName }) =>
        soundName === undefined
          ? { ...published, leftInSound: 'redacted' }
          : {
              ...published,
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
  await userEvent.click(section.getByRole('button', { name: /^MP3/u }))
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
  expect(feedLines()).not.toContain('<enclosure')
  await screen.findByText(/older\.opus/u)
  expect(screen.queryByText(/clip\.mp4/u)).toBeNull()
  screen.getByText(/In 14.mp3 itself it can still be heard/u)
  isDone = true
  await queries.invalidateQueries({ queryKey: ['films'] })
  await waitFor(() =>
    expect(feedLines()).toContain('<enclosure url="…/episode.opus" length="240000" type="audio/ogg"/>'),
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
        cut === false ? { ...published, hasCut: true } : { ...published, ...ofCut, isCut: true },
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

it('says what is missing, and what the sound still holds', async () => {
  openPublish({ leftInSound: 'redacted', files: published.files.slice(0, 1) })
  expect(await screen.findByText(/In 14.mp3 itself it can still be heard/u)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Make 14 - glue.mp3' })).toBeTruthy()
  expect(screen.getByText(/This recording has no chapters/u)).toBeTruthy()
  expect(screen.queryByText(/moved in time/u)).toBeNull()
})

it('says that captions were moved in time and the sound was not', async () => {
  openPublish({ captionsMoved: true })
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
