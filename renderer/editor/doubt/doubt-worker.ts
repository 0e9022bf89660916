// A worker has its own built-ins, so the polyfills are loaded here too.
// oxlint-disable-next-line import/no-unassigned-import
import '../../ui/older-browsers.ts'
import { findDoubts } from '#core/doubt/doubts'
import type { DoubtEvidence } from '#core/doubt/evidence'
import type { Paragraph } from '#core/transcript/transcript'
import type { FromDoubtWorker, ToDoubtWorker } from './doubt-messages.ts'

// Searching a three-hour transcript takes seconds; in a worker it does not delay keystrokes.
const paragraphs = new Map<string, Paragraph>()
let evidence: DoubtEvidence = {}

addEventListener('message', ({ data }: MessageEvent<ToDoubtWorker>) => {
  switch (data.kind) {
    case 'evidence':
      ;({ evidence } = data)
      break
    case 'paragraphs':
      for (const paragraph of data.paragraphs) paragraphs.set(paragraph.id, paragraph)
      break
    case 'look': {
      const { head, order, turns, marks } = data
      const present = new Set(order)
      for (const id of paragraphs.keys()) if (!present.has(id)) paragraphs.delete(id)
      const inOrder = order.flatMap((id) => paragraphs.get(id) ?? [])
      const found: FromDoubtWorker = {
        doubts: findDoubts({ ...head, turns, marks, paragraphs: inOrder }, evidence),
      }
      postMessage(found)
      break
    }
    default:
      throw new TypeError(`No such message: ${JSON.stringify(data satisfies never)}`)
  }
})
