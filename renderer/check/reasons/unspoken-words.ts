import { useMemo } from 'react'
import { deletePassage, keepAsSpoken, type UnspokenPassage } from '#core/align/unspoken-passages'
import type { CheckItem } from '../../editor/check-item.ts'
import type { Say } from '../../ui/words.tsx'
import type { CheckReason } from '../check-reason.ts'
import { around, short } from './quoted.ts'

/**
 * How often words that a text has and the speech lacks are found rightly, at 30 % recognition errors (bench, "A text
 * aligned with two hours").
 */
export const FOUND_BY_ALIGNMENT = 0.991

/** Words of an aligned text that were not spoken. */
export const unspokenWords: CheckReason = {
  id: 'unspoken',
  label: 'check.reason.unspoken',
  useItems({ aligned, transcript, say }) {
    const unspoken = aligned?.unspoken
    return useMemo(() => {
      const paragraphOf = new Map(
        transcript.paragraphs.flatMap(({ id, words }) => words.map((word) => [word.id, id] as const)),
      )
      return (unspoken ?? []).map((each) => passageItem(each, paragraphOf.get(each.fromWordId) ?? '', say))
    }, [unspoken, transcript, say])
  },
}

function passageItem(passage: UnspokenPassage, paragraphId: string, say: Say): CheckItem {
  const { markId, fromWordId, toWordId, text, startMs, endMs } = passage
  const words = { paragraphId, fromWordId, toWordId }
  return {
    key: `unspoken ${markId}`,
    reason: 'unspoken',
    startMs,
    endMs,
    text,
    likelihood: FOUND_BY_ALIGNMENT,
    isLikely: true,
    words,
    takesTyping: true,
    show(transcript) {
      const { before, present, after } = around(transcript, words)
      return {
        why: [say('check.reason.unspoken'), say('aligned.unspoken.hint')],
        text: present ?? text,
        name: say('check.open', { text }),
        lines: [{ parts: [{ text: before }, { text: present ?? text, tone: 'gone' }, { text: after }] }],
        accept: {
          label: say('check.remove', { text: short(text) }),
          outcome: 'corrected',
          edits: (now, newId) => deletePassage(now, passage, newId),
        },
        keep: {
          label: say('aligned.keep'),
          outcome: 'kept',
          edits: (_, newId) => keepAsSpoken(passage, newId),
        },
      }
    },
  }
}
