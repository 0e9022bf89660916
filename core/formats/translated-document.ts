import { withFillers } from '../transcript/filler-choice.ts'
import { withNumbers } from '../transcript/number-choice.ts'
import { type CueLayout, layoutMarks } from '../captions/marks/cue-marks.ts'
import type { Cue, CueLine } from '../captions/cues.ts'
import type { CaptionRules } from '../captions/caption-rules.ts'
import { type TranslatedCue, translatedCues } from '../captions/translations/translated-cues.ts'
import type { Paragraph, Transcript, Word } from '../transcript/transcript.ts'
import { documentCues, namesInText } from './document-cues.ts'
import type { DocumentWithExtras, Format, Loss, WriteOptions } from './format.ts'
import { translationLosses } from './losses.ts'
import { spreadTimes } from './reading/spread-times.ts'
import { StyleMarks } from './reading/style-marks.ts'

export interface TranslatedDocument {
  /** The translation alone: its words have the times of its captions, spread over them. */
  readonly document: DocumentWithExtras
  /** As shown, with words of the document. */
  readonly cues: readonly Cue[]
  /** Captions without a text, and texts without a caption. */
  readonly losses: readonly Loss[]
}

/** The captions of another language as a document of their own, for a format. */
export function translatedDocument(
  document: DocumentWithExtras,
  language: string,
  format: Pick<Format, 'choices'>,
  options: WriteOptions & {
    /** Rules for the translation; default: the transcript's for that language. */
    readonly translationRules?: CaptionRules
  },
): TranslatedDocument {
  const { transcript, recording, extra: _extra, captionsFrom: _source, ...whole } = document
  const isNamed = format.choices.captions === 'with-names'
  const names = isNamed ? namesInText(document, options) : 'never'
  const original = documentCues(document, options, names)
  const isRedacted = document.silences !== undefined
  const translated = translatedCues(transcript, original, language, options.translationRules, { isRedacted })
  const writer = new TranslationWriter(transcript, language)
  const cues = translated.shown.map((one) => writer.add(one))
  return {
    document: { ...whole, recording, transcript: writer.transcript() },
    cues,
    losses: translationLosses(translated),
  }
}

class TranslationWriter {
  readonly #original: Transcript
  readonly #language: string
  readonly #paragraphs: { id: string; speakerId: string | null; origin: string; words: Word[] }[] = []
  readonly #paragraphOf: ReadonlyMap<string, string>
  readonly #layouts: CueLayout[] = []
  readonly #styles = new StyleMarks()

  constructor(original: Transcript, language: string) {
    this.#original = original
    this.#language = language
    this.#paragraphOf = new Map(
      original.paragraphs.flatMap(({ id, words }) => words.map((word) => [word.id, id] as const)),
    )
  }

  /** The cue with the words of the new document. */
  add({ cue, lines }: TranslatedCue): Cue {
    const texts = lines.map(({ line, opening }) => line.text.slice(opening).split(' '))
    const times = spreadTimes(texts.flat(), cue)
    const origin = this.#paragraphOf.get(cue.wordIds[0] ?? '') ?? ''
    let next = 0
    const ids = lines.map(({ line: { speakerId } }, index) =>
      (texts[index] ?? []).map((text) => {
        const { startMs = cue.startMs, endMs = cue.endMs } = times[next] ?? {}
        next += 1
        return this.#addWord({ speakerId, origin, text, startMs, endMs })
      }),
    )
    for (const [index, { line, opening }] of lines.entries()) {
      const text = line.text.slice(opening)
      this.#styles.addItalics(text, ids[index] ?? [], shifted(line, -opening))
    }
    const wordIds = ids.flat()
    if (cue.position !== undefined) this.#styles.addPosition(wordIds, cue.position)
    this.#layouts.push({ startMs: cue.startMs, endMs: cue.endMs, lines: ids })
    return { ...cue, wordIds }
  }

  /** A speaker's captions that come from one original paragraph form one paragraph. */
  #addWord(word: {
    readonly speakerId: string | null
    readonly origin: string
    readonly text: string
    readonly startMs: number
    readonly endMs: number
  }): string {
    const { speakerId, origin, text, startMs, endMs } = word
    const last = this.#paragraphs.at(-1)
    const goesOn =
      last?.speakerId === speakerId && last.origin === origin && (last.words.at(-1)?.endMs ?? 0) <= startMs
    const paragraph =
      goesOn && last !== undefined
        ? last
        : { id: `t${this.#paragraphs.length + 1}`, speakerId, origin, words: [] as Word[] }
    if (paragraph !== last) this.#paragraphs.push(paragraph)
    const { words } = paragraph
    const id = `${paragraph.id}.${words.length + 1}`
    const before = words.length === 0 ? '' : ' '
    words.push({ id, before, text, startMs, endMs, confidence: null, origin: 'imported' })
    return id
  }

  transcript(): Transcript {
    const language = this.#language
    const paragraphs = this.#paragraphs.map(({ id, speakerId, words }): Paragraph => ({
      id,
      speakerId,
      language,
      kind: 'speech',
      words,
    }))
    const marks = [...layoutMarks(this.#layouts), ...this.#styles.marks]
    // Its words have the times at which they are shown.
    const { captionTiming: _, ...original } = this.#original
    // A translation is typed without fillers, and its numbers stay as typed.
    return withNumbers(withFillers({ ...original, language, paragraphs, marks }, null), null)
  }
}

const shifted = ({ italics = [] }: CueLine, by: number): { from: number; to: number }[] =>
  italics.map(({ from, to }) => ({ from: Math.max(0, from + by), to: to + by }))
