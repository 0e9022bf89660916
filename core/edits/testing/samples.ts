import type { Mark, Paragraph, Transcript, Word } from '../../transcript/transcript.ts'

/** Words of a text spoken from `startMs`: 300 ms each, 100 ms apart, ids `<chunk>.<n>`. */
export function saidWords(chunk: string, text: string, startMs: number): Word[] {
  return text.split(' ').map((each, index) => ({
    id: `${chunk}.${index}`,
    before: index === 0 ? '' : ' ',
    text: each,
    startMs: startMs + index * 400,
    endMs: startMs + index * 400 + 300,
    confidence: 0.96,
    origin: 'recognised',
  }))
}

export function paragraph(
  id: string,
  speakerId: string | null,
  words: readonly Word[],
  kind: Paragraph['kind'] = 'speech',
): Paragraph {
  return { id, speakerId, language: 'en', kind, words }
}

/** Anna asks, Ben answers, Anna ends; a comment on "went home", a bookmark on "Nobody". */
export function conversation(marks: readonly Mark[] = conversationMarks): Transcript {
  return {
    id: 't',
    recordingId: 'r',
    language: 'en',
    run: { program: 'parolo', version: '0', models: [], settings: {} },
    speakers: [
      { id: 's1', name: 'Anna', colour: 0, groupId: null },
      { id: 's2', name: null, colour: 1, groupId: null },
    ],
    turns: [
      { speakerId: 's1', startMs: 0, endMs: 2000 },
      { speakerId: 's2', startMs: 1900, endMs: 4200 },
      { speakerId: 's1', startMs: 5000, endMs: 7000 },
    ],
    paragraphs: [
      paragraph('p1', 's1', saidWords('c1', 'Who was there last night?', 0)),
      paragraph('p2', 's2', saidWords('c2', 'Nobody. They all went home.', 2100)),
      paragraph('p3', 's1', saidWords('c3', 'That is what I thought.', 5000)),
    ],
    marks,
  }
}

const conversationMarks: readonly Mark[] = [
  { id: 'm1', kind: 'comment', fromWordId: 'c2.3', toWordId: 'c2.4', value: 'check' },
  { id: 'm2', kind: 'bookmark', fromWordId: 'c2.0', toWordId: 'c2.0', value: null },
]

export const conversationMs = 8000
