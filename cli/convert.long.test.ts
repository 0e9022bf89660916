import { copyFile, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { ffmpeg, lavfi, probed } from '../studio/sound/captioned/testing/films.ts'
import { spokenIn, twoVoicesEn } from './testing/speech.ts'
import { filesBelow, type TestHome, testHome } from './testing/test-home.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { runParolo } from './testing/run-parolo.ts'

const srt = `1
00:00:01,000 --> 00:00:02,500
<b>Nora,</b> <i>look</i> at
that bicycle.

2
00:00:02,000 --> 00:00:04,000
It is the old one, and it was mine.
`

let place: TestHome
beforeEach(async () => {
  place = await testHome()
  await writeFile(path.join(place.folder, 'my talk.srt'), srt)
})
const run = (...words: readonly string[]) => runInProcess(words, place)
const fileOf = (name: string): Promise<string> => readFile(path.join(place.folder, name), 'utf8')

it('writes every format side by side, keeps the cues, and reports what it corrected, without a library', async () => {
  const ids =
    'vtt,ttml,ebuttd,stl,ass,sbv,lrc,txt,md,html,docx,pdf,csv,tsv,json,podcast,whisper,rttm,textgrid,eaf,qdpx,audacity,edl,fcpxml'
  const result = await runParolo(['convert', 'my talk.srt', '--format', ids], place)
  expect(result).toMatchObject({ exitCode: 0, stdout: '' })
  expect(result.stderr).toContain('my talk.srt:2: formatting left out: <b> </b>\n')
  expect(await filesBelow(place.folder)).toHaveLength(1 + ids.split(',').length)
  expect(await filesBelow(place.home)).toEqual([])
  expect(await fileOf('my talk.vtt')).toBe(
    'WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.500\nNora, <i>look</i> at\nthat bicycle.\n\n2\n00:00:02.000 --> 00:00:04.000\nIt is the old one, and it was mine.\n',
  )
  const back = await run(
    'convert',
    'my talk.TextGrid',
    'my talk.parolo.json',
    '--format',
    'srt',
    '--out',
    'back',
  )
  // Both produce the same name, and the second must not replace the first.
  expect(back.exitCode).toBe(1)
  expect(back.stderr).toContain('was already written from another of the given files')
  expect(await fileOf('back/my talk.srt')).toContain('Nora, look at\nthat bicycle.')
})

it('counts from a start timecode in the formats that have one, and refuses what is none', async () => {
  const options = ['--fps', '25', '--start-timecode', '10:00:00:00']
  expect(await run('convert', 'my talk.srt', '--format', 'stl,edl,vtt', ...options)).toMatchObject({
    exitCode: 0,
  })
  expect((await fileOf('my talk.stl')).slice(256, 272)).toBe('1000000010000100')
  expect(await fileOf('my talk.edl')).toContain(' 10:00:01:00 ')
  expect(await fileOf('my talk.vtt')).toContain('00:00:01.000 -->')
  const wrong = await run('convert', 'my talk.srt', '--format', 'stl', '--start-timecode', '25:00:00:00')
  expect(wrong.exitCode).toBe(2)
  expect(wrong.stderr).toContain('“25:00:00:00” is not a timecode.')
  const noFrame = ['convert', 'my talk.srt', '--start-timecode', '10:00:00:99', '--out', 'late']
  const early = await run(...noFrame, '--format', 'stl,edl', '--fps', '25')
  expect(early).toMatchObject({ exitCode: 2, stdout: '' })
  expect(early.stderr).toContain('There is no frame 10:00:00:99 at 25 frames per second')
  const dropped = await run(...noFrame.with(3, '00:01:00;00'), '--format', 'edl', '--fps', '29.97')
  expect(dropped.stderr).toContain('The nearest is 00:01:00;02')
  // The rate is known once the file is read.
  const late = await run(...noFrame, '--format', 'stl')
  expect(late.exitCode).toBe(1)
  expect(late.stderr).toContain('The nearest is 10:00:00:24')
  expect((await filesBelow(place.folder)).filter((file) => file.startsWith('late'))).toEqual([])
  const unused = await run('convert', 'my talk.srt', '--format', 'srt', '--start-timecode', '10:00:00:00')
  expect(unused.stderr).toContain('--start-timecode')
})

it.each([
  ['--shift=-0.5', '00:00:00,500', '00:00:03,500'],
  ['--shift=1:00', '00:01:01,000', '00:01:04,000'],
  ['--stretch=25:24', '00:00:01,042', '00:00:04,167'],
  ['--stretch=23.976:25', '00:00:00,959', '00:00:03,836'],
  ['--sync=0:01=0:02,0:04=0:08', '00:00:02,000', '00:00:08,000'],
])('moves captions in time: %s', async (move, start, end) => {
  expect(await run('convert', 'my talk.srt', '--format', 'srt', move, '--out', 'moved')).toMatchObject({
    exitCode: 0,
  })
  const times = [...(await fileOf('moved/my talk.srt')).matchAll(/[\d:]+,\d+/gu)].map(([time]) => time)
  expect([times[0], times.at(-1)]).toEqual([start, end])
})

it.each(['0:01=0:02,0:01=0:03', '0:01=0:05,0:02=0:05', '0:01=0:05,0:02=0:03', '0:01=0:02,0:01.001=9:00:00'])(
  'refuses to move captions by times that are no film at another speed: %s',
  async (pairs) => {
    const words = ['convert', 'my talk.srt', '--format', 'vtt', `--sync=${pairs}`]
    expect(await run(...words)).toMatchObject({ exitCode: 2, stdout: '' })
    expect(await filesBelow(place.folder)).toEqual(['my talk.srt'])
  },
)

it('reports what a move would bring before the start, and moves what is kept in a .parolo.json too', async () => {
  const result = await run('convert', 'my talk.srt', '--format', 'json', '--shift=-1.5', '--out', 'moved')
  expect(result.stderr).toMatch(/my talk\.srt: 2 words would begin before the start of the video/u)
  const back = await run('convert', 'moved/my talk.parolo.json', '--format', 'vtt', '--shift', '10')
  expect(back.exitCode).toBe(0)
  expect(await fileOf('my talk.vtt')).toContain('00:00:10.500 --> 00:00:12.500')
})

it('writes a text without times as PDF, and files with the options that their formats have', async () => {
  await writeFile(path.join(place.folder, 'note.txt'), 'Where is it?\n\nOn the shelf.\n')
  expect(await run('convert', 'note.txt', '--format', 'pdf')).toMatchObject({ exitCode: 0 })
  expect((await fileOf('note.pdf')).startsWith('%PDF-1.7')).toBe(true)
  const options = ['--encoding', 'utf-16', '--line-ends', 'crlf', '--out', 'files']
  const both = await run('convert', 'my talk.srt', '--format', 'srt,vtt', ...options)
  expect(both).toMatchObject({ exitCode: 0 })
  const bytes = await readFile(path.join(place.folder, 'files', 'my talk.srt'))
  expect(bytes.subarray(0, 2).toString('hex')).toBe('fffe')
  expect(bytes.toString('utf16le')).toContain('1\r\n00:00:01,000')
  expect(await fileOf('files/my talk.vtt')).toMatch(/^WEBVTT\r\n/u)
  const unused = await run('convert', 'my talk.srt', '--format', 'json', '--word-times')
  expect(unused).toMatchObject({ exitCode: 2 })
  expect(unused.stderr).toContain('No chosen format has the option --word-times.')
})

it('writes a page with the sound of the recording beside it, small, and without it if asked', async () => {
  await copyFile(twoVoicesEn, path.join(place.folder, 'my talk.opus'))
  expect(await run('convert', 'my talk.srt', '--format', 'html')).toMatchObject({ exitCode: 0 })
  const page = await fileOf('my talk.html')
  const [, base64 = ''] = / src="data:audio\/webm;base64,([A-Za-z0-9+/]+=*)"><\/audio>/u.exec(page) ?? []
  const sound = path.join(place.folder, 'sound.webm')
  await writeFile(sound, Buffer.from(base64, 'base64'))
  const { streams, format } = await probed(sound)
  expect(streams).toMatchObject([{ codec_name: 'opus', channels: 1 }])
  expect(Number(format.duration)).toBeCloseTo((await spokenIn(twoVoicesEn)).durationMs / 1_000, 0)
  const words = ['--format', 'html,srt', '--no-sound', '--out', 'without']
  expect(await run('convert', 'my talk.srt', ...words)).toMatchObject({ exitCode: 0 })
  expect(await fileOf('without/my talk.html')).toContain(
    '<audio controls preload="metadata"><source src="../my%20talk.opus">',
  )
  const unused = await run('convert', 'my talk.srt', '--format', 'vtt', '--no-sound')
  expect(unused.stderr).toContain('No chosen format has the option --no-sound.')
  await writeFile(path.join(place.folder, 'my talk.opus'), 'no sound')
  const broken = await run('convert', 'my talk.srt', '--format', 'html', '--overwrite')
  expect(broken).toMatchObject({ exitCode: 0 })
  expect(broken.stderr).toContain('the sound (ffmpeg could not prepare it)')
  expect(await fileOf('my talk.html')).not.toContain('data:')
})

it('shows captions of an EBU STL file from the first frame of a film that begins with sound', async () => {
  const film = path.join(place.folder, 'my talk.mkv')
  const picture = lavfi('testsrc=size=64x48:rate=25:duration=4')
  const streams = [lavfi('sine=duration=5'), ['-itsoffset', '0.4'], picture].flat()
  await ffmpeg(streams, ['-map', '0:a', '-map', '1:v', '-c:a', 'flac', '-c:v', 'libvpx', film])
  expect(await run('convert', 'my talk.srt', '--format', 'stl')).toMatchObject({ exitCode: 0 })
  const words = ['--format', 'mkv', '--media', 'my talk.mkv', '--out', 'films']
  expect(await run('convert', 'my talk.stl', ...words)).toMatchObject({ exitCode: 0 })
  const made = path.join(place.folder, 'films', 'my talk.captions.mkv')
  await ffmpeg(['-i', made, path.join(place.folder, 'shown.srt')])
  expect(await fileOf('shown.srt')).toMatch(/^1\n00:00:01,400 --> /u)
})

it('cuts anew only with rules, and shifts and names as asked', async () => {
  const words = ['--preset', 'vertical', '--offset=-1.5', '--out', 'cut', '--lang', 'fr']
  const result = await run('convert', 'my talk.srt', '--format', 'srt', ...words)
  expect(result).toMatchObject({ exitCode: 0 })
  expect(result.stderr).toContain('mise en forme écartée')
  const made = await fileOf('cut/my talk.srt')
  for (const line of made.split('\n').filter((each) => !each.includes('-->')))
    expect(line.replaceAll(/<\/?i>/gu, '').length).toBeLessThan(25)
  expect(made).toMatch(/^1\n00:00:00,000 --> /u)
})

it('says that names that are asked for are not there', async () => {
  const said = 'The text does not say who speaks: captions show no names.'
  const words = ['convert', 'my talk.srt', '--format', 'vtt,stl,txt', '--out', 'named']
  const { stderr } = await run(...words, '--names', 'change')
  expect(stderr.split(said)).toHaveLength(3)
  expect((await run(...words, '--overwrite')).stderr).not.toContain(said)
})

it('never overwrites an input, nor another file unless asked', async () => {
  const input = await run('convert', 'my talk.srt', '--format', 'srt,vtt', '--overwrite')
  expect(input).toMatchObject({ exitCode: 1 })
  expect(input.stderr).toContain('is one of the files to read')
  expect(await fileOf('my talk.srt')).toBe(srt)
  await writeFile(path.join(place.folder, 'my talk.vtt'), 'mine')
  expect(await run('convert', 'my talk.srt', '--format', 'vtt')).toMatchObject({ exitCode: 1 })
  expect(await fileOf('my talk.vtt')).toBe('mine')
})

it('text without times becomes text; for captions it is sent to `parolo align`', async () => {
  await writeFile(path.join(place.folder, 'script.txt'), 'One two.\n\nThree.\n')
  const result = await run('convert', 'script.txt', '--format', 'md,docx,srt')
  expect(result.exitCode).toBe(1)
  expect(result.stderr).toContain('parolo align')
  expect(await fileOf('script.md')).toBe('# script\n\nOne two.\n\nThree.\n')
  const back = await run('convert', 'script.docx', '--format', 'txt', '--out', 'back')
  expect(back).toMatchObject({ exitCode: 0 })
  expect(await fileOf('back/script.txt')).toContain('Three.')
})

it.each([
  ['no format', ['convert', 'my talk.srt'], '--format'],
  ['no file', ['convert', '--format', 'vtt'], 'file'],
  ['unknown rules', ['convert', 'my talk.srt', '--format', 'vtt', '--preset', 'imax'], 'imax'],
  [
    'an offset that is none',
    ['convert', 'my talk.srt', '--format', 'vtt', '--offset', 'soon'],
    '--offset soon',
  ],
  [
    'a move through times in two orders',
    ['convert', 'my talk.srt', '--format', 'vtt', '--sync', '0:01=0:09,0:04=0:02'],
    '--sync',
  ],
  [
    'a stretch without two rates',
    ['convert', 'my talk.srt', '--format', 'vtt', '--stretch', '25'],
    '--stretch 25',
  ],
  ['two files to check', ['check', 'my talk.srt', 'b.srt'], 'b.srt'],
])('%s: exit 2, one line that names it', async (_, words, named) => {
  const result = await run(...words)
  expect(result).toMatchObject({ exitCode: 2, stdout: '' })
  expect(result.stderr).toMatch(/^parolo: [^\n]*\n$/u)
  expect(result.stderr).toContain(named)
})

it('a language may be given by its code of three letters', async () => {
  await writeFile(
    path.join(place.folder, 'fast.srt'),
    '1\n00:00:01,000 --> 00:00:03,000\nBonjour, je suis là aujourd’hui, oui.\n',
  )
  const found = await run('check', 'fast.srt', '--language', 'fra', '--json')
  expect(JSON.parse(found.stdout)).toMatchObject({ problems: [{ kind: 'too-fast', limit: 17 }] })
})

it('check counts gaps in the frames of a film whose rate is given', async () => {
  const twoFramesApart = `1
00:00:01,000 --> 00:00:03,000
Here it is.

2
00:00:03,040 --> 00:00:05,000
There it was.
`
  await writeFile(path.join(place.folder, 'fifty.srt'), twoFramesApart)
  const alone = await run('check', 'fifty.srt', '--json')
  expect(JSON.parse(alone.stdout)).toMatchObject({ byKind: { 'gap-too-short': 1 } })
  const asFilm = await run('check', 'fifty.srt', '--json', '--fps', '50')
  expect(asFilm.exitCode).toBe(0)
  expect((await run('check', 'fifty.srt', '--fps', 'many')).stderr).toContain('--fps')
})

it('check lists problems with their numbers, and --fix writes what can be mended', async () => {
  const found = await runParolo(['check', 'my talk.srt', '--json'], place)
  expect(found).toMatchObject({ exitCode: 1 })
  expect(JSON.parse(found.stdout)).toEqual({
    preset: 'netflix',
    cues: 2,
    problems: [{ cue: 1, startMs: 1_000, kind: 'overlap', value: 500, limit: 0 }],
    byKind: { overlap: 1 },
  })
  const listed = await run('check', 'my talk.srt', '--lang', 'fr')
  expect(listed.stdout).toBe('Sous-titre 1, 0:01\u00A0: Chevauche le sous-titre suivant de 0,50\u00A0s.\n')
  const fixing = await run('check', 'my talk.srt', '--fix', '--out', 'fixed')
  expect(fixing).toMatchObject({
    exitCode: 0,
    stdout: '',
  })
  // The report describes the fixed file, not the input.
  expect(fixing.stderr).toContain('fixed/my talk.fixed.srt: 2 captions, no problems (netflix)')
  expect(fixing.stderr).not.toContain('\nmy talk.srt: 2 captions, no problems')
  expect(await fileOf('fixed/my talk.fixed.srt')).toContain(
    '00:00:00,700 --> 00:00:02,000\nNora, <i>look</i> at\nthat bicycle.',
  )
  expect(await fileOf('my talk.srt')).toBe(srt)
})

it('rules from a file are used, and a wrong one is reported', async () => {
  await writeFile(path.join(place.folder, 'ours.json'), '{"id": "ours", "maxCharactersPerLine": 20}')
  const found = await run('check', 'my talk.srt', '--json', '--preset', 'ours.json')
  expect(JSON.parse(found.stdout)).toMatchObject({ preset: 'ours', byKind: { 'line-too-long': 1 } })
  await writeFile(path.join(place.folder, 'ours.json'), '{"maxLines": "two"}')
  const wrong = await run('check', 'my talk.srt', '--preset', 'ours.json')
  expect(wrong).toMatchObject({ exitCode: 1, stdout: '' })
  expect(wrong.stderr).toContain('maxLines')
})

it('writes and checks a translation of a .parolo.json, with its language in the name, and names those that there are', async () => {
  await run('convert', 'my talk.srt', '--format', 'json', '--language', 'en')
  const file = JSON.parse(await fileOf('my talk.parolo.json')) as {
    readonly paragraphs: readonly { readonly words: readonly { readonly id: string }[] }[]
    readonly marks: readonly object[]
  }
  const words = file.paragraphs[0]?.words ?? []
  const mark = { id: 'm', kind: 'translation', fromWordId: words[0]?.id, toWordId: words.at(-1)?.id }
  const value = JSON.stringify({ language: 'fr', text: 'Nora, regarde\nce vélo.' })
  const marks = [...file.marks, { ...mark, value }]
  await writeFile(path.join(place.folder, 'my talk.parolo.json'), JSON.stringify({ ...file, marks }))
  const result = await run('convert', 'my talk.parolo.json', '--format', 'vtt,ttml', '--translation', 'FR')
  expect(result).toMatchObject({ exitCode: 0 })
  expect(result.stderr).toContain('1 caption without a translation')
  expect(await fileOf('my talk.fr.vtt')).toContain('00:00:01.000 --> 00:00:02.500\nNora, regarde\nce vélo.')
  expect(await fileOf('my talk.fr.ttml')).toContain('xml:lang="fr"')
  const checked = await run('check', 'my talk.parolo.json', '--translation', 'fr', '--json')
  expect(JSON.parse(checked.stdout)).toEqual({ preset: 'netflix', cues: 1, problems: [], byKind: {} })
  expect(checked).toMatchObject({ exitCode: 0 })
  expect(checked.stderr).toContain('my talk.parolo.json: 1 caption without a translation\n')
  await writeFile(path.join(place.folder, 'ours.json'), '{"id": "ours", "maxCharactersPerLine": 10}')
  const strict = await run('check', 'my talk.parolo.json', '--translation', 'fr', '--preset', 'ours.json')
  expect(strict).toMatchObject({ exitCode: 1 })
  expect(strict.stdout).toMatch(/^Caption 1, 0:01: .*13/u)
  const fixing = await run('check', 'my talk.parolo.json', '--translation', 'fr', '--fix')
  expect(fixing).toMatchObject({ exitCode: 2, stdout: '' })
  const other = await run('convert', 'my talk.parolo.json', '--format', 'vtt', '--translation', 'de')
  expect(other).toMatchObject({ exitCode: 1 })
  expect(other.stderr).toContain('Languages of this transcript: fr.')
})
