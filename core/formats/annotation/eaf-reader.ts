import type { Correction, ReadResult } from '../format.ts'
import { importedDocument, type ReadCue } from '../reading/imported-cues.ts'
import { mergedCues } from '../reading/merged-cues.ts'
import { UNKNOWN_TIER } from './speaker-tiers.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'
import { elementsIn, elementsNamed, readXml, textIn, type XmlElement } from '../reading/xml-tree.ts'
import { withoutByteOrderMark } from '../reading/text-lines.ts'

/**
 * Reads ELAN's annotations that have times: each becomes a cue, with its participant, or else its tier, as
 * the speaker. Tiers that only refer to other annotations are skipped.
 */
export function readEaf(text: string): ReadResult {
  const { plain, corrections } = withoutByteOrderMark(text)
  const correct = (correction: Correction): void => void corrections.push(correction)
  const root = readXml(plain, correct)
  if (root.name !== 'ANNOTATION_DOCUMENT') {
    throw new UnreadableText('wrong-shape', root.name, 'an <ANNOTATION_DOCUMENT> expected')
  }
  const times = new Map(
    elementsNamed(root, 'TIME_SLOT').map(({ attributes }) => [
      attributes['TIME_SLOT_ID'],
      Number(attributes['TIME_VALUE'] ?? Number.NaN),
    ]),
  )
  const cues: ReadCue[] = []
  const names: string[] = []
  for (const tier of elementsIn(root).filter(({ name }) => name === 'TIER')) {
    const { attributes, line } = tier
    const id = attributes['TIER_ID']?.trim() ?? ''
    const given = attributes['PARTICIPANT']?.trim() || (id === UNKNOWN_TIER ? '' : id)
    if (given !== '') names.push(given)
    const name = given === '' ? null : given
    if (elementsNamed(tier, 'REF_ANNOTATION').length > 0)
      correct({ code: 'content-dropped', line, detail: id })
    for (const annotation of elementsNamed(tier, 'ALIGNABLE_ANNOTATION')) {
      const cue = readAnnotation(annotation, name, times)
      if (cue !== null) cues.push(cue)
      else if (textIn(annotation).trim() !== '') {
        correct({ code: 'text-without-time', line: annotation.line, detail: textIn(annotation).trim() })
      }
    }
  }
  const document = importedDocument(mergedCues(cues), correct, { speakers: [...new Set(names)] })
  return { document, corrections }
}

function readAnnotation(
  annotation: XmlElement,
  name: string | null,
  times: ReadonlyMap<string | undefined, number>,
): ReadCue | null {
  const { attributes, line } = annotation
  const startMs = times.get(attributes['TIME_SLOT_REF1']) ?? Number.NaN
  const endMs = times.get(attributes['TIME_SLOT_REF2']) ?? Number.NaN
  const value = elementsIn(annotation).find((child) => child.name === 'ANNOTATION_VALUE')
  const text = value === undefined ? '' : textIn(value)
  if (text.trim() === '' || !(startMs >= 0) || !(endMs >= 0)) return null
  return { line, startMs: Math.round(startMs), endMs: Math.round(endMs), voices: [{ name, text }] }
}
