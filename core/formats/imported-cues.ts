import type { TranscriptDocument } from '../transcript/document.ts'
import type { Paragraph, Speaker, Word } from '../transcript/transcript.ts'
import type { Correction } from './format.ts'

/** A cue as read from a file. */
export interface ReadCue {
  /** Line number of its times, from 1. */
  readonly line: number
  readonly startMs: number
  readonly endMs: number
  /** Texts in order with their speakers; null when the file names none. */
  readonly voices: readonly { readonly name: string | null; readonly text: string }[]
}

/** Duration for each word of a cue that ends before it starts. */
const wordMs = 20

/**
 * The document of a caption file: a paragraph for each cue and voice, its words spread over the cue's time in
 * proportion to their length. The caller fills in library ids and the recording's facts.
 */
export function importedDocument(
  cues: readonly ReadCue[],
  correct: (correction: Correction) => void,
): TranscriptDocument {
  const speakers = new Map<string, Speaker>()
  const paragraphs: Paragraph[] = []
  for (const cue of inOrder(cues, correct)) {
    const texts = cue.voices.map((voice) => ({
      ...voice,
      words: voice.text.split(/[ \t\n]+/).filter(Boolean),
    }))
    const count = texts.reduce((sum, { words }) => sum + words.length, 0)
    if (count === 0) {
      correct({ code: 'empty-cue', line: cue.line, detail: '' })
      continue
    }
    if (cue.endMs <= cue.startMs) {
      correct({ code: 'end-not-after-start', line: cue.line, detail: `${cue.startMs}–${cue.endMs}` })
    }
    const endMs = cue.endMs > cue.startMs ? cue.endMs : cue.startMs + count * wordMs
    for (const { name, words } of texts) {
      if (words.length === 0) continue
      const id = `p${paragraphs.length + 1}`
      paragraphs.push({
        id,
        speakerId: name === null ? null : speakerFor(name, speakers).id,
        language: 'und',
        kind: 'speech',
        words: spread(words, id, cue.startMs, endMs),
      })
    }
  }
  const durationMs = paragraphs.reduce((latest, { words }) => Math.max(latest, words.at(-1)?.endMs ?? 0), 0)
  return {
    recording: { title: '', fileName: '', durationMs, sha256: '' },
    transcript: {
      id: '',
      recordingId: '',
      language: 'und',
      run: { program: '', version: '', models: [], settings: {} },
      speakers: [...speakers.values()],
      turns: [],
      paragraphs,
      marks: [],
    },
  }
}

function inOrder(cues: readonly ReadCue[], correct: (correction: Correction) => void): readonly ReadCue[] {
  const late = cues.find((cue, index) => cue.startMs < (cues[index - 1]?.startMs ?? 0))
  if (late === undefined) return cues
  correct({ code: 'order', line: late.line, detail: '' })
  return cues.toSorted((a, b) => a.startMs - b.startMs)
}

function speakerFor(name: string, speakers: Map<string, Speaker>): Speaker {
  const known = speakers.get(name)
  if (known !== undefined) return known
  const speaker = { id: `s${speakers.size + 1}`, name, colour: speakers.size, groupId: null }
  speakers.set(name, speaker)
  return speaker
}

function spread(texts: readonly string[], paragraphId: string, startMs: number, endMs: number): Word[] {
  const length = texts.reduce((sum, text) => sum + text.length, 0)
  const timeAt = (position: number): number => startMs + Math.round(((endMs - startMs) * position) / length)
  let position = 0
  return texts.map((text, index) => {
    const from = timeAt(position)
    position += text.length
    return {
      id: `${paragraphId}.${index + 1}`,
      before: index === 0 ? '' : ' ',
      text,
      startMs: from,
      endMs: timeAt(position),
      confidence: null,
      origin: 'imported',
    }
  })
}
