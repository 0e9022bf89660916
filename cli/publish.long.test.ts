import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readChaptersJson } from '#core/formats/json/chapters-json'
import { json } from '#core/formats/json/json'
import { sampleDocument } from '#core/formats/testing/sample-document'
import { sha256OfFile } from '#studio/files/sha256-of-file'
import { openLibrary } from '#studio/library/open'
import { probe } from '#studio/sound/probe'
import { serve } from '../studio/network/testing/file-server.ts'
import { madeSound } from '../studio/podcasts/testing/made-sounds.ts'
import { madeFeed, podcastServer, text } from '../studio/podcasts/testing/podcast-server.ts'
import { conversationEn } from './testing/speech.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { makeTestHome, type TestHome } from './testing/test-home.ts'

let place: TestHome
beforeEach(async () => {
  place = await makeTestHome()
})
afterEach(() => place.remove())

const run = (...words: string[]) => runInProcess(words, place)

/** A podcast episode on this computer, downloaded with the feed's transcript and its file's chapters. */
async function haveEpisode(ending: 'mp3' | 'm4a'): Promise<void> {
  const { url } = await podcastServer({
    '/feed.xml': text(
      madeFeed([
        {
          number: 1,
          title: 'Glue & zippers',
          sound: `/1.${ending}`,
          more: '<podcast:transcript url="1.vtt" type="text/vtt" language="en"/>',
        },
      ]).replace('Glue & zippers', 'Glue &amp; zippers'),
    ),
    [`/1.${ending}`]: serve(await madeSound(ending, { hasChapters: true })),
    '/1.vtt': text('WEBVTT\n\n00:00.000 --> 00:02.000\n<v Ana>Hello there\n', 'text/vtt'),
  })
  await run('podcast', 'add', `${url}/feed.xml`)
  const id = (await run('podcast', 'list', 'Mending things')).stdout.split('\t')[0] ?? ''
  expect(await run('podcast', 'get', id, '--transcript')).toMatchObject({ exitCode: 0 })
}

it('names the files of a text that came without its recording after its title, as an export does', async () => {
  await writeFile(path.join(place.folder, 'a talk.srt'), '1\n00:00:00,000 --> 00:00:02,000\nHello there\n')
  expect(await run('add', 'a talk.srt')).toMatchObject({ exitCode: 0 })
  expect(await run('export', 'a talk', '--format', 'srt,vtt', '--out', 'out')).toMatchObject({ exitCode: 0 })
  expect(await readdir(path.join(place.folder, 'out'))).toEqual(['a talk.srt', 'a talk.vtt'])
  const published = await run('publish', 'a talk', '--out', 'page')
  expect(published.stdout).toContain('url="…/a%20talk.srt"')
  expect(await readdir(path.join(place.folder, 'page'))).toEqual([
    'a talk.html',
    'a talk.json',
    'a talk.srt',
    'a talk.vtt',
  ])
})

it('says that captions were moved in time, as the sound is not', async () => {
  const { recording, transcript } = sampleDocument('resources/samples/conversation-en.json')
  await copyFile(conversationEn, path.join(place.folder, 'talk.opus'))
  const document = {
    recording: { ...recording, sha256: await sha256OfFile(conversationEn) },
    transcript: { ...transcript, captionTiming: { offsetMs: 1_500, ratio: 1 } },
  }
  const { text: moved = '' } = json.write?.(document, { speakerLabel: String }) ?? {}
  await writeFile(path.join(place.folder, 'talk.parolo.json'), moved)
  expect(await run('add', 'talk.parolo.json')).toMatchObject({ exitCode: 0 })
  const { stderr } = await run('publish', recording.title, '--out', 'page')
  expect(stderr).toMatch(/The captions were moved in time: their times are not those of \S+\.opus, which/u)
})

it('writes transcript and chapters into a folder, with the lines for the feed and the sound with its chapters', async () => {
  await haveEpisode('mp3')
  const words = ['publish', 'Glue & zippers', '--out', 'out', '--url', 'https://a.example/1', '--name', '1']
  const published = await run(...words, '--with-sound')
  expect(published).toMatchObject({ exitCode: 0 })
  const { size } = await stat(path.join(place.folder, 'out', '1.mp3'))
  expect(published.stdout.trim().split('\n')).toEqual([
    `<enclosure url="https://a.example/1/1.mp3" length="${size}" type="audio/mpeg"/>`,
    expect.stringMatching(/^<itunes:duration>\d+<\/itunes:duration>$/u),
    '<podcast:transcript url="https://a.example/1/1.vtt" type="text/vtt" language="en" rel="captions"/>',
    '<podcast:transcript url="https://a.example/1/1.srt" type="application/x-subrip" language="en" rel="captions"/>',
    '<podcast:transcript url="https://a.example/1/1.json" type="application/json" language="en"/>',
    '<podcast:transcript url="https://a.example/1/1.html" type="text/html" language="en"/>',
    '<podcast:chapters url="https://a.example/1/1.chapters.json" type="application/json+chapters"/>',
  ])
  const out = path.join(place.folder, 'out')
  expect((await readdir(out)).toSorted((a, b) => a.localeCompare(b))).toEqual([
    '1.chapters.json',
    '1.html',
    '1.json',
    '1.mp3',
    '1.srt',
    '1.vtt',
  ])
  const read = (name: string) => readFile(path.join(out, name), 'utf8')
  expect(await read('1.srt')).toContain('Hello there')
  expect(JSON.parse(await read('1.json'))).toMatchObject({
    segments: [{ speaker: 'Ana', body: 'Hello there' }],
  })
  expect(await read('1.html')).toContain('<audio controls preload="metadata"><source src="1.mp3">')
  const chapters = [
    { atMs: 0, title: 'Start' },
    { atMs: 1_500, title: 'Two' },
  ]
  expect(readChaptersJson(await read('1.chapters.json'))).toMatchObject(chapters)
  expect((await probe(path.join(out, '1.mp3'))).chapters).toMatchObject(chapters)

  const described = await run(...words, '--overwrite', '--description')
  expect(described.stdout).toMatch(/chapters"\/>\n\n0:00 Start\n0:01 Two\n$/u)
  expect(described.stderr).toContain('There are 2 chapters: YouTube wants at least three.')
  expect(await run(...words.slice(0, 2), '--out', 'notes', '--name', '1', '--notes')).toMatchObject({
    exitCode: 0,
  })
  expect(await readFile(path.join(place.folder, 'notes', '1.txt'), 'utf8')).toMatch(
    /^# Glue & zippers\n\n.*2026\n\n## People\n\n- Ana\n\n## Chapters\n\n- 0:00 Start\n- 0:01 Two\n$/u,
  )
  const other = 'https://a.example/1.mp3'
  expect(
    await run(...words.slice(0, 2), '--out', 'typed', '--name', '1', '--sound-url', other),
  ).toMatchObject({ exitCode: 0 })
  expect(await readFile(path.join(place.folder, 'typed', '1.html'), 'utf8')).toContain(
    `<source src="${other}">`,
  )

  // The published sound is the feed's, and its line is there.
  const feeds = await run(
    'publish',
    'Glue & zippers',
    '--out',
    'feed',
    '--name',
    '1',
    '--url',
    'https://a.example/1',
  )
  expect(feeds.stdout).not.toContain('<enclosure')
  expect(await readFile(path.join(place.folder, 'feed', '1.html'), 'utf8')).toMatch(
    /<source src="http:[^"]*\/1\.mp3"><source src="[^"/]+\.mp3">/u,
  )

  // A second run changes nothing; a file that a person changed is not replaced.
  expect((await run(...words)).stderr).toContain('1.srt: already done')
  await writeFile(path.join(out, '1.vtt'), 'mine')
  const refused = await run(...words)
  expect(refused.exitCode).toBe(1)
  expect(await read('1.vtt')).toBe('mine')
})

it.each([
  ['trimmed', [], 2],
  ['cut', ['--cut'], 1],
] as const)(
  'writes a new sound of what is %s, with size and length, and all times in its time',
  async (_how, words, seconds) => {
    await haveEpisode('mp3')
    const library = await openLibrary(place.home)
    const { id } = await library.recording('Glue & zippers')
    await library.setTrim(id, { startMs: 1_000, endMs: 3_000 })
    await library.close()
    if (words.length > 0)
      expect(await run('cut', id, '--from', '2', '--to', '3')).toMatchObject({ exitCode: 0 })
    const published = await run('publish', id, '--out', 'out', '--name', '1', '--sound', 'opus', ...words)
    expect(published).toMatchObject({ exitCode: 0 })
    const file = path.join(place.folder, 'out', '1.opus')
    const { size } = await stat(file)
    expect(published.stdout).toContain(`<enclosure url="…/1.opus" length="${size}" type="audio/ogg"/>`)
    expect(published.stdout).toContain(`<itunes:duration>${seconds}<`)
    expect((await probe(file)).durationSeconds).toBeCloseTo(seconds, 1)
    expect(published.stderr).toContain('The lines lack the address of the folder')
    const written = await readFile(path.join(place.folder, 'out', '1.chapters.json'), 'utf8')
    expect(readChaptersJson(written)).toMatchObject([{ atMs: 500, title: 'Two' }])
    expect(await readFile(path.join(place.folder, 'out', '1.html'), 'utf8')).toContain(
      '<source src="1.opus">',
    )
  },
)

it.each([['--sound', 'mp3'], ['--with-sound']])(
  'writes nothing beside a sound that is there, unless it may be replaced: %s',
  async (...sound) => {
    await haveEpisode('mp3')
    const words = ['publish', 'Glue & zippers', '--out', 'out', '--name', '1', ...sound]
    const out = path.join(place.folder, 'out')
    await mkdir(out)
    await writeFile(path.join(out, '1.mp3'), 'mine')
    const refused = await run(...words)
    expect(refused).toMatchObject({ exitCode: 1 })
    expect(refused.stderr).toContain('already exists')
    expect(await readdir(out)).toEqual(['1.mp3'])
    expect(await run(...words, '--overwrite')).toMatchObject({ exitCode: 0 })
    expect((await probe(path.join(out, '1.mp3'))).durationSeconds).toBeGreaterThan(1)
    expect(await readdir(out)).toContain('1.vtt')
  },
)

it('says that the file of the recording, and notes that a person wrote, may have what was redacted', async () => {
  await haveEpisode('mp3')
  const words = ['publish', 'Glue & zippers', '--notes']
  const library = await openLibrary(place.home)
  const { id: recordingId } = await library.recording('Glue & zippers')
  await library.setShowNotes(recordingId, 'Hello.')
  expect((await run(...words, '--out', 'before')).stderr).not.toContain('read them again')
  const [facts] = await library.transcriptsOf(recordingId)
  const { paragraphs } = await library.transcript(facts?.id ?? '')
  const hello = paragraphs[0]?.words[0]?.id ?? ''
  const mark = { id: 'm1', kind: 'redaction', fromWordId: hello, toWordId: hello, value: null } as const
  const edit = { kind: 'set-mark', id: 'e1', mark, near: { startMs: 0, endMs: 0 } } as const
  await library.applyEdits(facts?.id ?? '', [edit], { baseNumber: 0 })
  await library.close()
  const after = await run(...words, '--out', 'after')
  expect(after.stderr).toContain('read them again before you publish')
  expect(after.stderr).toContain('These files leave out what is redacted.')
  const made = await run(...words, '--out', 'made', '--sound', 'mp3')
  expect(made.stderr).not.toContain('These files leave out')
})

it('finds a recording by words of its title, but deletes none by them', async () => {
  await haveEpisode('m4a')
  expect(await run('publish', 'ZIPPERS', '--out', 'out')).toMatchObject({ exitCode: 0 })
  expect(await readdir(path.join(place.folder, 'out'))).toContain('Glue & zippers.vtt')
  expect(await run('publish', 'zipper', '--out', 'out')).toMatchObject({ exitCode: 1 })
  expect(await run('delete', 'zippers', '--yes')).toMatchObject({ exitCode: 1 })
  expect((await run('list')).stdout).toContain('Glue & zippers')
})

it('says what an option needs', async () => {
  expect((await run('publish', 'Glue & zippers', '--cut')).stderr).toContain('--cut needs --sound.')
})

it('makes no folder that is named like a file', async () => {
  await haveEpisode('m4a')
  expect(await run('publish', 'Glue & zippers', '--out', 'Episode.VTT')).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('--out is a folder, and “Episode.VTT” ends like a file.') as unknown,
  })
  expect((await run('export', 'Glue & zippers', '--format', 'srt', '--out', 'a/b.srt')).exitCode).toBe(2)
  expect(await readdir(place.folder)).toEqual([])
})

it.each([
  [['publish', 'Glue & zippers', '--cut'], 2],
  [['publish', 'Glue & zippers', '--sound', 'mp3', '--with-sound'], 2],
  [['publish', 'Glue & zippers', '--sound', 'mp2'], 2],
  [['publish', 'nothing'], 1],
  [['publish', 'Glue & zippers', '--name', '../x'], 2],
  [['publish', 'Glue & zippers', '--sound-url', 'a.example'], 2],
])('refuses %j', async (words, exitCode) => {
  await haveEpisode('m4a')
  expect(await run(...words)).toMatchObject({ exitCode })
  expect(await readdir(place.folder)).toEqual([])
})
