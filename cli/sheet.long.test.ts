import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { SheetShape } from '#contracts/sheet'
import { json } from '#core/formats/json/json'
import { english, sampleDocument } from '#core/formats/testing/sample-document'
import { unzip } from '#studio/export/testing/unzip'
import { openLibrary } from '#studio/library/open'
import { makeTestHome } from './testing/test-home.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { sampleLibraryForTest } from './testing/sample-library.ts'

const LONG = 120_000

it(
  'a transcript has a sheet of what its run cost, with the hash of every file',
  async () => {
    const place = await sampleLibraryForTest()
    const { stdout } = await runInProcess(['sheet', 'two-voices-8s-en', '--format', 'json'], place)
    const { run, models, versions, words, language } = SheetShape.parse(JSON.parse(stdout))
    expect(run).toMatchObject({ runs: 1, sentBytes: 0, receivedBytes: 0, connections: 0, isQuick: true })
    expect(run).toMatchObject({ failedPassages: 0, reusedTexts: null })
    expect(run?.passages).toBeGreaterThan(0)
    expect(run?.cpuMs).toBeGreaterThan(300)
    expect(run?.wallMs).toBeGreaterThan(300)
    expect(run?.peakBytes).toBeGreaterThan(100e6)
    expect(run?.peakBytes).toBeLessThan(run?.memoryBytes ?? 0)
    expect(run?.energy.wattHours).toBeGreaterThan(0)
    expect(models.map(({ role }) => role)).toEqual([
      'recogniser',
      'segmentation',
      'embedding',
      'speech-detection',
    ])
    for (const model of models) {
      expect(model.files?.length).toBeGreaterThan(0)
      expect(model.files?.every(({ sha256 }) => /^[0-9a-f]{64}$/u.test(sha256))).toBe(true)
      expect(model.isOpenSourceAi).toBe(false)
    }
    expect(Object.keys(versions).sort()).toEqual(['ffmpeg', 'parolo', 'sherpa-onnx'])
    expect(language.isChosen).toBe(false)
    expect(language.votes?.won).toBeGreaterThan(0)
    expect(words).toMatchObject({ changed: 0, checked: 0 })
    const text = await runInProcess(['sheet', 'two-voices-8s-en', '--lang', 'fr'], place)
    expect(text.stdout).toMatch(/Envoyé et reçu\s: 0\soctet/u)
    expect(text.stdout).toContain(`SHA-256\u00A0: ${models[0]?.files?.[0]?.name} `)
    const library = await openLibrary(place.home)
    const costs = await library.allRunCosts()
    await library.close()
    expect(costs).toHaveLength(2)
    expect(costs.every(({ kind, outcome }) => kind === 'transcribe' && outcome === 'done')).toBe(true)
  },
  LONG,
)

it('a file made elsewhere has a sheet without a run', async () => {
  const place = await makeTestHome()
  try {
    const document = sampleDocument('resources/samples/conversation-en.json')
    const file = path.join(place.folder, 'talk.parolo.json')
    await writeFile(file, json.write!(document, english).text)
    const { stdout } = await runInProcess(['sheet', file, '--format', 'json'], place)
    const sheet = SheetShape.parse(JSON.parse(stdout))
    expect(sheet.run).toBeNull()
    expect(sheet.words.all).toBeGreaterThan(20)
    const text = await runInProcess(['sheet', file], place)
    expect(text.stdout).toContain('were not recorded')
    const wrong = await runInProcess(['sheet', file, '--format', 'xml'], place)
    expect(wrong.exitCode).toBe(2)
  } finally {
    await place.remove()
  }
})

it(
  'exports have the sheet where it is asked for, the same bytes each time',
  async () => {
    const place = await sampleLibraryForTest()
    const formats = ['vtt', 'json', 'docx', 'pdf']
    const exported = async (out: string, ...words: string[]): Promise<Buffer[]> => {
      const given = ['export', 'two-voices-8s-en', '--format', formats.join(','), '--out', out, ...words]
      expect(await runInProcess(given, place)).toMatchObject({ exitCode: 0 })
      const name = (format: string) => `two-voices-8s-en.${format === 'json' ? 'parolo.json' : format}`
      return Promise.all(formats.map((format) => readFile(path.join(place.folder, out, name(format)))))
    }
    const [vtt, file, docx, pdf] = await exported('one', '--sheet')
    expect(vtt?.toString()).toMatch(/^WEBVTT\n\nNOTE\nHow this transcript was made\n/u)
    expect(vtt?.toString().split('NOTE')[1]?.split('\n\n')[0]).not.toContain('-->')
    const sheet: unknown = (JSON.parse(file?.toString() ?? '') as { sheet: unknown }).sheet
    expect(SheetShape.parse(sheet).run?.runs).toBe(1)
    expect(unzip(docx!).get('word/document.xml')).toContain('How this transcript was made')
    const again = await exported('two', '--sheet')
    // The Word library writes the current time into the archive.
    expect(again.map((bytes, at) => at === 2 || bytes.equals([vtt, file, docx, pdf][at]!))).toEqual(
      formats.map(() => true),
    )
    const without = await exported('three')
    expect(without[0]?.toString()).not.toContain('NOTE')
    expect(without[3]!.length).toBeLessThan(pdf!.length)
    // An exported file keeps the sheet of its run.
    const read = await runInProcess(
      ['sheet', path.join(place.folder, 'one', 'two-voices-8s-en.parolo.json'), '--format', 'json'],
      place,
    )
    expect(JSON.parse(read.stdout)).toEqual(sheet)
    const refused = await runInProcess(['export', 'two-voices-8s-en', '--format', 'srt', '--sheet'], place)
    expect(refused.exitCode).toBe(2)
  },
  LONG,
)
