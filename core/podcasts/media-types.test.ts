import { expect, it } from 'vitest'
import { bareType, bestTranscript, isSound, soundEnding, transcriptEnding } from './media-types.ts'

it('knows sounds by type, else by ending', () => {
  expect(isSound('audio/mpeg', 'https://a.example/x')).toBe(true)
  expect(isSound('application/octet-stream', 'https://a.example/x.MP3?token=a.pdf')).toBe(true)
  expect(isSound('application/pdf', 'https://a.example/x.pdf#.mp3')).toBe(false)
})

it('names files by their address, else by their type', () => {
  expect(soundEnding('audio/mpeg', 'https://a.example/x.M4A?y')).toBe('.m4a')
  expect(soundEnding('audio/ogg', 'https://a.example/play/1')).toBe('.ogg')
  expect(soundEnding('', 'https://a.example/play.php')).toBe('.mp3')
})

it('prefers transcripts with segments and speakers, and opens no HTML', () => {
  const types = ['text/html', 'application/srt', 'text/vtt', 'application/json']
  const all = types.map((type) => ({ type }))
  expect(bestTranscript(all)).toEqual({ type: 'application/json' })
  expect(bestTranscript(all.slice(0, 3))).toEqual({ type: 'text/vtt' })
  expect(bestTranscript(all.slice(0, 1))).toBeNull()
  expect(types.map((type) => transcriptEnding(type))).toEqual([null, '.srt', '.vtt', '.podcast.json'])
  expect(bareType('Text/VTT; charset=utf-8')).toBe('text/vtt')
})
