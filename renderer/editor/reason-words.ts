import { LIKELY } from '#core/doubt/order'
import type { Doubt, DoubtReason } from '#core/doubt/reasons'
import type { Say } from '../ui/words.tsx'

/** Why a place should be checked: each of its reasons as a short sentence, without duplicates. */
export function reasonWords(
  { reasons, estimate }: Pick<Doubt, 'reasons' | 'estimate'>,
  say: Say,
  names: ReadonlyMap<string, string>,
): string[] {
  return [...new Set(reasons.map((reason) => wordsOfReason(reason, estimate, say, names)))]
}

/** By the estimate that the list is sorted by, not by the word's own band, which could contradict it. */
function levelOf(estimate: number): 1 | 2 | 3 {
  if (estimate < LIKELY) return 1
  return estimate < 1 / 2 ? 2 : 3
}

function wordsOfReason(
  reason: DoubtReason,
  estimate: number,
  say: Say,
  names: ReadonlyMap<string, string>,
): string {
  switch (reason.reason) {
    case 'low-probability':
      return say(`editor.reason.low-probability.${levelOf(estimate)}`)
    case 'second-decode-differs':
      return reason.other === ''
        ? say('editor.reason.second-decode-differs.nothing')
        : say('editor.reason.second-decode-differs')
    case 'guard-retried':
      return say('editor.reason.guard-retried')
    case 'chunk-edge':
      return say('editor.reason.chunk-edge')
    case 'speech-without-text':
      return say('editor.reason.speech-without-text', {
        seconds: Math.round((reason.endMs - reason.startMs) / 100) / 10,
      })
    case 'text-over-silence':
      return say('editor.reason.text-over-silence')
    case 'repetition':
      return say('editor.reason.repetition', { times: reason.times })
    case 'wrong-language':
      return say('editor.reason.wrong-language')
    case 'speaker-unsure':
      return say('editor.reason.speaker-unsure', { name: names.get(reason.otherSpeakerId) ?? '' })
    case 'overlap':
      return say('editor.reason.overlap')
    case 'near-glossary-term':
      return say('editor.reason.near-glossary-term', { term: reason.term })
    case 'other-model-differs':
      if (reason.between) return say('editor.reason.other-model-differs.missing', { model: reason.model })
      return reason.other === ''
        ? say('editor.reason.other-model-differs.nothing', { model: reason.model })
        : say('editor.reason.other-model-differs', { model: reason.model })
    case 'unsure-passage':
      return say('editor.reason.unsure-passage')
    default:
      return unknownReason(reason)
  }
}

function unknownReason(reason: never): never {
  throw new TypeError(`No words for the reason ${JSON.stringify(reason)}`)
}
