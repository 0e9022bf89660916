import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openLibrary } from '#studio/library/open'
import { runInProcess } from './testing/run-in-process.ts'
import { sampleLibraryForTest } from './testing/sample-library.ts'
import { oneVoiceEn, twoVoicesEn } from './testing/speech.ts'

it('exports everything: a folder for each recording with documents and its file, again and again, opened elsewhere', async () => {
  const place = await sampleLibraryForTest()
  const run = (...words: string[]) => runInProcess(words, place)
  const all = ['export', '--all', '--with-recordings', '--out', 'taken']
  const first = await run(...all)
  expect(first.exitCode).toBe(0)
  const folder = path.join(place.folder, 'taken')
  expect((await readdir(folder)).toSorted()).toEqual(['one-voice-20s-en', 'two-voices-8s-en'])
  for (const [name, sound] of [
    ['one-voice-20s-en', oneVoiceEn],
    ['two-voices-8s-en', twoVoicesEn],
  ] as const) {
    const files = await readdir(path.join(folder, name))
    expect(files.toSorted()).toEqual(
      ['docx', 'opus', 'parolo.json', 'srt'].map((end) => `${name}.${end}`).toSorted(),
    )
    expect(await readFile(path.join(folder, name, `${name}.opus`))).toEqual(await readFile(sound))
  }
  const again = await run(...all)
  expect(again.stderr.match(/: already done/gu)).toHaveLength(6)
  expect(again.exitCode).toBe(0)
  // In another folder, the transcript finds its recording next to it.
  const other = path.join(place.folder, 'other')
  const opened = await run(
    'add',
    path.join('taken', 'two-voices-8s-en', 'two-voices-8s-en.parolo.json'),
    '--data',
    other,
  )
  expect(opened.exitCode).toBe(0)
  expect((await run('list', '--data', other)).stdout).toMatch(
    /\t0:07\ten\t2 speakers\tdone\ttwo-voices-8s-en$/mu,
  )
})

it('keeps recordings of one title apart, reports what is missing, and exports the rest', async () => {
  const place = await sampleLibraryForTest()
  const run = (...words: string[]) => runInProcess(words, place)
  const library = await openLibrary(place.home)
  const [one, two] = await library.recordings()
  for (const { id } of [one, two].filter((recording) => recording !== undefined))
    await library.renameRecording(id, 'Board: 1/2')
  const gone = path.join(place.folder, 'gone.opus')
  const moved = two ?? (await library.recording(''))
  const { fileName, title, bytes, mtimeMs, sha256 } = moved
  await library.addRecording({ path: gone, fileName, title, bytes, mtimeMs, sha256 })
  await library.close()
  const result = await run('export', '--all', '--with-recordings', '--format', 'txt', '--out', '.')
  expect(result.exitCode).toBe(1)
  expect(result.stderr).toContain('gone.opus')
  const folders = (await readdir(place.folder)).filter((name) => name.startsWith('Board'))
  expect(folders).toHaveLength(2)
  for (const name of folders)
    expect((await readdir(path.join(place.folder, name))).some((file) => file.endsWith('.txt'))).toBe(true)
  expect((await run('export', '--all', 'Board')).exitCode).toBe(2)
})

it('leaves out files in which what is redacted or trimmed away can be heard, and says which', async () => {
  const place = await sampleLibraryForTest()
  const run = (...words: string[]) => runInProcess(words, place)
  const library = await openLibrary(place.home)
  const [one, two] = await library.recordings()
  if (one === undefined || two === undefined) throw new Error('the sample library has two recordings')
  await library.setTrim(one.id, { startMs: 1_000, endMs: 5_000 })
  const [facts] = await library.transcriptsOf(two.id)
  const transcriptId = facts?.id ?? ''
  const word = (await library.transcript(transcriptId)).paragraphs[0]?.words[1]?.id ?? ''
  const mark = { id: 'r', kind: 'redaction', value: null, fromWordId: word, toWordId: word } as const
  await library.applyEdits(transcriptId, [{ kind: 'set-mark', id: 'e', mark }], { baseNumber: 0 })
  await library.close()
  const { exitCode, stderr } = await run('export', '--all', '--with-recordings', '--out', 'taken')
  expect(exitCode).toBe(0)
  expect(stderr).toContain(
    `${one.title}: the recording’s file was left out, as it holds what was trimmed away.`,
  )
  expect(stderr).toContain(
    `${two.title}: the recording’s file was left out, as what is redacted can be heard in it.`,
  )
  const files = (await readdir(path.join(place.folder, 'taken'), { recursive: true })).join('\n')
  expect(files).not.toContain('.opus')
  expect(files).toContain('.srt')
})
