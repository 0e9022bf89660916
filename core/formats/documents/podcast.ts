import { cueVoices, namesOf } from '../reading/cue-voices.ts'
import { documentCues } from '../document-cues.ts'
import { withEnds } from '../reading/end-times.ts'
import type {
  Correction,
  DocumentWithExtras,
  FormatOf,
  ReadResult,
  WriteOptions,
  WriteResult,
} from '../format.ts'
import { importedDocument } from '../reading/imported-cues.ts'
import { isList, isObject } from '../json/json-fields.ts'
import { msOf, parseJson } from '../json/json-text.ts'
import { wordLosses } from '../losses.ts'
import { mergedCues } from '../reading/merged-cues.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'
import { onlyOffset } from '../output-options.ts'
import { input } from '../format-input.ts'

/** Podcast namespace, transcripts.md: one segment per caption and speaker. */
export const podcast: FormatOf<'podcast'> = {
  id: 'podcast',
  label: { en: 'Podcasting 2.0 (JSON)', fr: 'Podcasting 2.0 (JSON)' },
  purpose: { en: 'Transcripts in a podcast’s feed', fr: 'Transcriptions dans le flux d’un podcast' },
  extension: '.podcast.json',
  mediaType: 'application/json',
  choices: { names: false, times: false, firstPage: false, captions: 'without-names' },
  output: onlyOffset,
  group: 'programs',
  input: {
    ...input('words'),
    shared: { extension: '.json', isOne: isPodcast },
    feed: { rank: 0, mediaTypes: [] },
  },
  read: readPodcast,
  write: writePodcast,
}

function writePodcast(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  const names = namesOf(document, options)
  const segments = documentCues(document, options, 'never').flatMap((cue) =>
    cueVoices(cue, names).map(({ name, lines }) => ({
      ...(name === null ? {} : { speaker: name }),
      startTime: cue.startMs / 1_000,
      endTime: cue.endMs / 1_000,
      body: lines.join('\n'),
    })),
  )
  const lines = segments.map((segment) => `  ${JSON.stringify(segment)}`).join(',\n')
  const list = segments.length === 0 ? '[]' : `[\n${lines}\n ]`
  return {
    text: `{\n "version": "1.0.0",\n "segments": ${list}\n}\n`,
    losses: wordLosses(document.transcript),
  }
}

function readPodcast(text: string): ReadResult {
  const corrections: Correction[] = []
  const correct = (correction: Correction): void => void corrections.push(correction)
  const root = parseJson(text, correct)
  const segments = isObject(root) ? root['segments'] : undefined
  if (!isList(segments)) throw new UnreadableText('wrong-shape', 'segments', 'a list expected')
  const open = segments.flatMap((segment, index) => {
    const path = `segments[${index}]`
    if (!isObject(segment)) {
      correct({ code: 'content-dropped', line: null, detail: path })
      return []
    }
    const { speaker, body } = segment
    const startMs = msOf(segment['startTime'])
    if (startMs === null || typeof body !== 'string') {
      correct({
        code: 'text-without-time',
        line: null,
        detail: typeof body === 'string' ? `${path} ${body}` : path,
      })
      return []
    }
    const name = typeof speaker === 'string' && speaker.trim() !== '' ? speaker.trim() : null
    return [{ line: null, startMs, endMs: msOf(segment['endTime']), voices: [{ name, text: body }] }]
  })
  return { document: importedDocument(mergedCues(withEnds(open, correct)), correct), corrections }
}

/** By the names of the top-level members. */
function isPodcast(start: string, text: string): boolean {
  return /"(?:startTime|body)"\s*:/.test(start) && /"segments"\s*:/.test(text)
}
