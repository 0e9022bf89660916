import { movedBy } from '../captions/retiming/time-map.ts'
import type { DocumentWithExtras } from './format.ts'
import { retimedDocument } from './retimed-document.ts'

/**
 * The document with all times delayed by an offset in ms, or earlier if it is negative: times before 0 become
 * 0, and nothing is dropped.
 */
export function shiftedDocument(document: DocumentWithExtras, offsetMs: number): DocumentWithExtras {
  if (offsetMs === 0) return document
  return {
    ...retimedDocument(document, movedBy(offsetMs)),
    offsetMs: (document.offsetMs ?? 0) + offsetMs,
  }
}
