import type { ExportFormat } from '#contracts/export-requests'
import { describe, expect, it } from 'vitest'
import { Fault } from '#contracts/errors'
import { recordingCard, transcriptCard } from '../library/testing/cards.ts'
import { fakeStudio } from '../rpc/testing/fake-studio.ts'
import { firstChoices, optionsOf } from './export-choices.ts'
import { type CardWithText, hasText } from './has-text.ts'
import { makeExports } from './make-exports.ts'

const card = (id: string, title: string): CardWithText => ({
  ...recordingCard({ id, title }),
  transcript: transcriptCard({ id: `t-${id}` }),
})

const studioOf = (titles: Readonly<Record<string, string>>, onMake = (): void => {}) =>
  fakeStudio({
    'exports.make': ({ transcriptId, format, options, cut }) => {
      onMake()
      const title = titles[transcriptId]
      if (title === undefined) throw new Fault('recording.no-transcript', { reference: transcriptId })
      return {
        fileName: `${title}.${format}`,
        mediaType: 'text/plain',
        base64: btoa(`${transcriptId} ${format} ${options.captionNames}${cut === true ? ' cut' : ''}`),
        preview: null,
        isPreviewWhole: true,
        losses: [],
      }
    },
  })

const wanted = (cards: readonly CardWithText[], signal = new AbortController().signal) => {
  const reported: string[] = []
  return {
    reported,
    cards,
    formats: ['vtt', 'srt'] as const,
    optionsOf: (format: ExportFormat) => optionsOf(format, firstChoices, 'always'),
    signal,
    onFile: (number: number, title: string) => void reported.push(`${number} ${title}`),
  }
}

describe('exports of several recordings', () => {
  it('are every recording in every format, under names that are all different', async () => {
    const studio = studioOf({ 't-a': 'Talk', 't-b': 'talk' })
    const asked = wanted([card('a', 'Talk'), card('b', 'talk')])
    const { files, failed } = await makeExports(studio, asked)
    expect(failed).toEqual([])
    expect(files.map(({ fileName }) => fileName)).toEqual([
      'Talk.vtt',
      'Talk.srt',
      'talk (2).vtt',
      'talk (2).srt',
    ])
    expect(files.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual([
      't-a vtt always',
      't-a srt always',
      't-b vtt always',
      't-b srt always',
    ])
    expect(asked.reported).toEqual(['1 Talk', '2 Talk', '3 talk', '4 talk'])
  })

  it('leave out a recording that cannot be made, with its title and reason', async () => {
    const studio = studioOf({ 't-b': 'B' })
    const { files, failed } = await makeExports(studio, wanted([card('a', 'A'), card('b', 'B')]))
    expect(files.map(({ fileName }) => fileName)).toEqual(['B.vtt', 'B.srt'])
    expect(failed).toMatchObject([
      { recordingId: 'a', title: 'A', error: { code: 'recording.no-transcript' } },
    ])
  })

  it('leave out what would be too large together with those before', async () => {
    const studio = studioOf({ 't-a': 'A', 't-b': 'B', 't-c': 'C' })
    const cards = [card('a', 'A'), card('b', 'B'), card('c', 'C')]
    const { files, failed } = await makeExports(studio, { ...wanted(cards), mostBytes: 60 })
    expect(files.map(({ fileName }) => fileName)).toEqual(['A.vtt', 'A.srt', 'B.vtt', 'B.srt'])
    expect(failed).toMatchObject([{ recordingId: 'c', error: { code: 'export.too-large' } }])
  })

  it('have what is kept alone of those recordings of which that is wanted', async () => {
    const studio = studioOf({ 't-a': 'A', 't-b': 'B' })
    const cards = [card('a', 'A'), card('b', 'B')]
    const isCut = ({ id }: CardWithText): boolean => id === 'b'
    const { files } = await makeExports(studio, { ...wanted(cards), isCut })
    expect(files.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual([
      't-a vtt always',
      't-a srt always',
      't-b vtt always cut',
      't-b srt always cut',
    ])
  })

  it('end where the person cancels', async () => {
    const controller = new AbortController()
    const studio = studioOf({ 't-a': 'A', 't-b': 'B' }, () => controller.abort())
    const cards = [card('a', 'A'), card('b', 'B')]
    await expect(makeExports(studio, wanted(cards, controller.signal))).rejects.toThrow('abort')
    expect(studio.asked.every(({ input }) => JSON.stringify(input).includes('t-a'))).toBe(true)
  })
})

it('a recording has text once its transcript is finished and has words', () => {
  expect(hasText(recordingCard())).toBe(false)
  expect(hasText(recordingCard({ transcript: transcriptCard() }))).toBe(true)
  expect(hasText(recordingCard({ transcript: transcriptCard({ state: 'running' }) }))).toBe(false)
  expect(hasText(recordingCard({ transcript: transcriptCard({ words: 0 }) }))).toBe(false)
})
