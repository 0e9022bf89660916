import { useMemo } from 'react'
import { insertPassage } from '#core/align/insert-passage'
import type { UnwrittenPassage } from '#core/align/unwritten-passages'
import { setMarkEdit } from '#core/edits/kinds/set-mark'
import { acceptedPlaces } from '#core/second-opinion/accepted-places'
import type { Transcript } from '#core/transcript/transcript'
import type { CheckItem } from '../../editor/check-item.ts'
import type { Say } from '../../ui/words.tsx'
import type { CheckReason } from '../check-reason.ts'
import { short, wordsAround } from './quoted.ts'
import { FOUND_BY_ALIGNMENT } from './unspoken-words.ts'

/** Recognized speech that an aligned text lacks. */
export const unwrittenSpeech: CheckReason = {
  id: 'unwritten',
  label: 'check.reason.unwritten',
  useItems({ aligned, transcript, say }) {
    const unwritten = aligned?.unwritten ?? null
    const isLooking = aligned !== null && unwritten === null && !aligned.isGone && aligned.error === null
    return useMemo(() => {
      if (isLooking) return null
      const accepted = acceptedPlaces(transcript)
      return (unwritten ?? []).flatMap((passage) => {
        const gap = gapOf(transcript, passage)
        const isKept = gap !== null && accepted.isExactly(gap.fromWordId, gap.toWordId)
        return isKept ? [] : [passageItem(passage, say)]
      })
    }, [isLooking, unwritten, transcript, say])
  },
}

function passageItem(passage: UnwrittenPassage, say: Say): CheckItem {
  const { text, startMs, endMs, words } = passage
  return {
    key: `unwritten ${words[0]?.id ?? startMs}`,
    reason: 'unwritten',
    startMs,
    endMs,
    text,
    likelihood: FOUND_BY_ALIGNMENT,
    isLikely: true,
    words: null,
    takesTyping: false,
    show(transcript) {
      const gap = gapOf(transcript, passage)
      const { before, after } =
        gap === null
          ? { before: '', after: '' }
          : wordsAround(transcript, {
              paragraphId: gap.paragraphId,
              wordBeforeId: gap.wordBeforeId,
              wordAfterId: passage.beforeWordId,
            })
      return {
        why: [say('check.reason.unwritten')],
        text,
        name: say('check.open', { text }),
        lines: [{ parts: [{ text: `${before} ` }, { text, tone: 'came' }, { text: ` ${after}` }] }],
        sounds: [{ startMs, endMs }],
        accept: {
          label: say('check.insert', { text: short(text) }),
          outcome: 'corrected',
          edits: (now, newId) => insertPassage(now, passage, newId),
        },
        keep: {
          label: say('check.leave-out'),
          outcome: 'kept',
          edits(now, newId) {
            const place = gapOf(now, passage)
            if (place === null) return []
            const { fromWordId, toWordId } = place
            const id = newId()
            const mark = { id: `${id}.0`, kind: 'accepted', fromWordId, toWordId, value: null } as const
            return [setMarkEdit(now, { id, mark })]
          },
        },
      }
    },
  }
}

interface SpokenWords {
  readonly words: readonly { readonly id: string; readonly paragraphId: string }[]
  readonly places: ReadonlyMap<string, number>
}

/** Looked up once for all passages. */
const spokenOf = new WeakMap<Transcript, SpokenWords>()

function spokenWords(transcript: Transcript): SpokenWords {
  const known = spokenOf.get(transcript)
  if (known !== undefined) return known
  const words = transcript.paragraphs
    .filter(({ kind }) => kind === 'speech')
    .flatMap((paragraph) => paragraph.words.map(({ id }) => ({ id, paragraphId: paragraph.id })))
  const found = { words, places: new Map(words.map(({ id }, place) => [id, place])) }
  spokenOf.set(transcript, found)
  return found
}

/** The words around the place where the passage belongs; null if it no longer exists. */
function gapOf(transcript: Transcript, { beforeWordId }: UnwrittenPassage) {
  const { words, places } = spokenWords(transcript)
  const at = beforeWordId === null ? words.length : (places.get(beforeWordId) ?? -1)
  const [before, next] = [words[at - 1], words[at]]
  const from = before ?? next
  const to = next ?? before
  if (at < 0 || from === undefined || to === undefined) return null
  return {
    paragraphId: to.paragraphId,
    fromWordId: from.id,
    toWordId: to.id,
    wordBeforeId: before?.paragraphId === to.paragraphId ? before.id : null,
  }
}
