import type { RecordingCard } from '#contracts/calls/recordings'
import type { Paragraph, Transcript } from '#core/transcript/transcript'

const said = (id: string, speakerId: string, startMs: number, text: string, perWordMs = 400): Paragraph => ({
  id,
  speakerId,
  language: 'en',
  kind: 'speech',
  words: text.split(' ').map((word, index) => ({
    id: `${id}.${index}`,
    before: index === 0 ? '' : ' ',
    text: word,
    startMs: startMs + index * perWordMs,
    endMs: startMs + index * perWordMs + perWordMs - 50,
    confidence: 0.9,
    origin: 'recognised',
  })),
})

/**
 * A minute of three people: Nora 10 s in 2 turns, Idris 30 s in 1, the third 2 s in 1, one second of which
 * overlaps Idris.
 */
export const conversation: Transcript = {
  id: 't',
  recordingId: 'r',
  language: 'en',
  run: { program: 'parolo', version: '1', models: [], settings: {} },
  speakers: [
    { id: 'nora', name: 'Nora', colour: 0, groupId: null },
    { id: 'idris', name: 'Idris', colour: 1, groupId: null },
    { id: 'third', name: null, colour: 2, groupId: null },
  ],
  turns: [
    { speakerId: 'nora', startMs: 1_000, endMs: 7_000 },
    { speakerId: 'idris', startMs: 10_000, endMs: 40_000 },
    { speakerId: 'third', startMs: 39_000, endMs: 41_000 },
    { speakerId: 'nora', startMs: 50_000, endMs: 54_000 },
  ],
  paragraphs: [
    said('p1', 'nora', 1_000, 'So you had forty people in the queue and one iron?'),
    said('p2', 'idris', 10_000, 'One iron, and it was mine.'),
    said('p3', 'third', 39_000, 'It was.'),
    said('p4', 'nora', 50_000, 'Extraordinarily incomprehensible characterisations nevertheless.', 250),
  ],
  marks: [],
}

export const recordingCard = (change: Partial<RecordingCard> = {}): RecordingCard => ({
  id: 'r',
  title: 'Mending things 14: the repair café',
  fileName: 'mending.wav',
  path: null,
  bytes: 1,
  addedAtMs: 0,
  publishedAtMs: null,
  modifiedAtMs: 0,
  durationMs: 60_000,
  hasVideo: false,
  audioTracks: 1,
  hasOwnTracks: false,
  trim: null,
  soundDeletion: null,
  deletionDueOn: null,
  playable: true,
  missing: false,
  tags: [],
  transcript: null,
  job: null,
  ...change,
})
