import { isLabelTrack } from './audacity.ts'
import { type FormatId, formatIds, formats } from './formats.ts'

/** Extensions in use besides those that this program writes. */
const otherExtensions: Readonly<Record<string, FormatId>> = {
  '.webvtt': 'vtt',
  '.dfxp': 'ttml',
  '.itt': 'ttml',
  '.ssa': 'ass',
  '.text': 'txt',
}

/** How much of a text is looked at to tell formats apart. */
const PROBE = 20_000

/**
 * The format of a file by its name, and by its text where several share an extension; null if it is none that this
 * program knows. `text`: the file's content, decoded; '' for a binary one.
 */
export function detectFormat(fileName: string, text: string): FormatId | null {
  const name = fileName.toLowerCase()
  const start = text.slice(0, PROBE).replace(/^\uFEFF/, '')
  if (name.endsWith('.json')) return jsonFormat(text)
  if (name.endsWith('.xml')) return xmlFormat(start)
  if (name.endsWith('.txt')) return isLabelTrack(start) ? 'audacity' : 'txt'
  const [own] = formatIds
    .filter((id) => name.endsWith(formats[id].extension.toLowerCase()))
    // `.minutes.md` is more than `.md`.
    .toSorted((a, b) => formats[b].extension.length - formats[a].extension.length)
  return own ?? otherExtensions[/\.[^.]*$/.exec(name)?.[0] ?? ''] ?? null
}

/** By the names of the outermost members. */
function jsonFormat(text: string): FormatId {
  const isParolo = /"format"\s*:\s*"parolo"/.test(text.slice(0, PROBE))
  if (isParolo) return 'json'
  if (/"(?:startTime|body)"\s*:/.test(text.slice(0, PROBE)) && /"segments"\s*:/.test(text)) return 'podcast'
  return /"(?:segments|transcription)"\s*:/.test(text) || /^\s*\[/.test(text) ? 'whisper' : 'json'
}

function xmlFormat(start: string): FormatId | null {
  if (/<ANNOTATION_DOCUMENT\b/.test(start)) return 'eaf'
  if (/urn:ebu:tt:/.test(start)) return 'ebuttd'
  return /<(?:\w+:)?tt[\s>]/.test(start) ? 'ttml' : null
}
