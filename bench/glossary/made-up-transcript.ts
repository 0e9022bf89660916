import type { Transcript, Word } from '#core/transcript/transcript'
import type { MadeUpName, MadeUpTalk } from './made-up-talks.ts'

/** A name in a made-up talk: the words recognized in its place. */
export interface SaidName {
  readonly term: string
  readonly wordIds: readonly string[]
}

/**
 * Confidences of consecutive words that are right, and of wrong ones, with the frequencies in docs/engine.md.
 */
const RIGHT = [0.96, 0.96, 0.72, 0.96, 0.96, 0.96, 0.96, 0.51, 0.96, 0.96, 0.72, 0.96, 0.96]
const WRONG = [0.72, 0.51, 0.96, 0.72, 0.3, 0.51, 0.72, 0.96, 0.51]

/**
 * The talk as written by a recognizer that knows none of its names; `null` for `heard`: one that knows them
 * all.
 */
export function madeUpTranscript(
  { language, names, sentences }: MadeUpTalk,
  heard: 0 | 1 | null,
): { readonly transcript: Transcript; readonly said: readonly SaidName[] } {
  const words: Word[] = []
  const said: SaidName[] = []
  let [right, wrong] = [0, 0]
  const add = (text: string, isWrong: boolean): string => {
    const list = isWrong ? WRONG : RIGHT
    const confidence = list[(isWrong ? wrong++ : right++) % list.length] ?? null
    const startMs = words.length * 400
    const id = `c.${words.length}`
    words.push({ id, before: ' ', text, startMs, endMs: startMs + 380, confidence, origin: 'recognised' })
    return id
  }
  for (const [index, name] of names.entries()) {
    for (const text of (sentences[index % sentences.length] ?? '*').split(' ')) {
      if (!text.includes('*')) add(text, false)
      else
        said.push({
          term: name.term,
          wordIds: asHeard(name, heard, text).map((one) => add(one, heard !== null)),
        })
    }
  }
  return { said, transcript: ofWords(words, language) }
}

/** A text as a transcript whose words have the confidences of recognized ones, up to a number of words. */
export function madeUpProse(text: string, language: string, most = Infinity): Transcript {
  const texts = text.split(/\s+/u).filter((word) => /^[^\p{L}]*\p{L}[\p{L}'’-]*[^\p{L}\p{N}]*$/u.test(word))
  const words = texts.slice(0, most).map((word, index): Word => ({
    id: `c.${index}`,
    before: ' ',
    text: word,
    startMs: index * 400,
    endMs: index * 400 + 380,
    confidence: RIGHT[index % RIGHT.length] ?? null,
    origin: 'recognised',
  }))
  return ofWords(words, language)
}

function ofWords(words: readonly Word[], language: string): Transcript {
  return {
    id: 't',
    recordingId: 'r',
    language,
    run: { program: 'parolo', version: '', models: [], settings: {} },
    speakers: [],
    turns: [],
    marks: [],
    paragraphs: [{ id: 'p', speakerId: null, language, kind: 'speech', words }],
  }
}

/** With the punctuation around the name in its sentence. */
function asHeard({ term, heard }: MadeUpName, which: 0 | 1 | null, place: string): string[] {
  return place.replace('*', which === null ? term : heard[which]).split(' ')
}
