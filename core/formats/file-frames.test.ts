import { describe, expect, test } from 'vitest'
import { videoOfRate } from '../frames/video-frames.ts'
import { fileFrames, wrongStart, wrongStartIn } from './file-frames.ts'
import { formats } from './formats.ts'

const none = { frameRate: null, dropFrame: null } as const
const withFrames = (rate: number, drops?: boolean) => {
  const frames = videoOfRate(rate)
  return { language: 'en', frames: { ...frames, drops: drops ?? frames.drops } }
}

describe('whether a file drops frame numbers', () => {
  test.each([
    ['as the video’s timecode does', withFrames(29.97, false), none, false],
    ['as chosen, whatever the video does', withFrames(29.97, false), { ...none, dropFrame: true }, true],
    [
      'as the video does at another rate',
      withFrames(59.94, false),
      { frameRate: 29.97, dropFrame: null },
      false,
    ],
  ])('%s', (_name, transcript, chosen, expected) => {
    expect(fileFrames(chosen, transcript).dropFrame).toBe(expected)
  })

  test('goes by the rate if the video’s rate cannot drop any', () => {
    expect(fileFrames({ frameRate: 29.97, dropFrame: null }, withFrames(25))).toEqual({ frameRate: 29.97 })
    expect(fileFrames(none, { language: 'en' })).toEqual({})
  })
})

describe('a start timecode', () => {
  const nearest = (format: 'edl' | 'stl' | 'ttml', timecode: string, frameRate: number): unknown =>
    wrongStart(timecode, formats[format].output, { frameRate })?.values['nearest'] ?? null

  test.each([
    ['edl', '10:00:00:24', 25, null],
    ['edl', '10:00:00:25', 25, '10:00:00:24'],
    ['edl', '00:01:00;00', 29.97, '00:01:00;02'],
    ['edl', '00:01:00:01', 29.97, '00:01:00;02'],
    ['edl', '00:10:00;00', 29.97, null],
    ['edl', '00:01:00.02', 29.97, null],
    ['edl', '10:00:00:49', 50, null],
    ['ttml', '00:01:00:00', 29.97, null],
    ['stl', '10:00:00:25', 23.976, '10:00:00:24'],
    ['stl', '10:00:00:25', 29.97, null],
  ] as const)('in %s, %s at %d frames per second: nearest %s', (format, timecode, rate, expected) => {
    expect(nearest(format, timecode, rate)).toBe(expected)
  })

  test('is read by its form if the rate is unknown, and not by formats that have none', () => {
    const options = { startTimecode: '10:00:00:99' }
    expect(wrongStartIn(['stl'], options, null)).toBeNull()
    expect(wrongStartIn(['stl'], { ...options, frameRate: 25 }, null)?.kind).toBe('frame')
    expect(wrongStartIn(['edl', 'stl'], { startTimecode: '10:00' }, null)?.kind).toBe('form')
    expect(wrongStartIn(['vtt'], { startTimecode: '10:00' }, { language: 'en' })).toBeNull()
    expect(wrongStartIn(['vtt', 'stl'], options, { language: 'en' })?.kind).toBe('frame')
  })
})
