import { useMemo } from 'react'
import { restoreSpan } from '#core/cut/cut-edits'
import { type LevelJump, levelJumps } from '#core/cut/level-jumps'
import { acceptedPlaces } from '#core/second-opinion/accepted-places'
import type { Transcript } from '#core/transcript/transcript'
import { useRecordingCut } from '../../cut/use-recording-cut.ts'
import type { CheckItem, ItemWords } from '../../editor/check-item.ts'
import { useLevelCurve } from '../../sound/waveform/use-level-curve.ts'
import type { Say } from '../../ui/words.tsx'
import type { CheckReason } from '../check-reason.ts'
import { acceptAct } from './doubt-item.ts'
import { around, short } from './quoted.ts'

/** How often the noise jumps where that is said: 251 of 251 (bench, "Cut speech"), of made-up noise alone; real rooms are less even. */
const JUMP_IS_HEARD = 0.9
/** So much is heard before and after a join, as far as it is kept. */
const HEARD_MS = 2_000

/** Cuts of words at which the noise between words becomes louder or quieter. */
export const cutJoins: CheckReason = {
  id: 'join',
  label: 'check.reason.join',
  useItems({ session, recording, say }) {
    const { transcript, kept, cuts } = useRecordingCut(session, recording)
    const curve = useLevelCurve(recording, cuts.length > 0)
    return useMemo(() => {
      if (curve === null || cuts.length === 0) return []
      const spoken = transcript.paragraphs
        .filter(({ kind }) => kind === 'speech')
        .flatMap(({ words }) => words)
      const accepted = acceptedPlaces(transcript)
      return levelJumps(kept, spoken, curve).flatMap((jump) => {
        const words = cutWords(transcript, jump)
        // Stretches without words have no place in the text.
        if (words === null || accepted.isExactly(words.fromWordId, words.toWordId)) return []
        return [jumpItem(jump, words, transcript, say)]
      })
    }, [curve, kept, cuts, transcript, say])
  },
}

/** The words of a cut, of the first paragraph that has any; null if it has none. */
function cutWords({ paragraphs }: Transcript, { startMs, endMs }: LevelJump): ItemWords | null {
  for (const { id, kind, words } of paragraphs) {
    if (kind !== 'speech') continue
    const own = words.filter((word) => {
      const middle = (word.startMs + word.endMs) / 2
      return middle >= startMs && middle < endMs
    })
    const [first, last] = [own[0], own.at(-1)]
    if (first !== undefined && last !== undefined)
      return { paragraphId: id, fromWordId: first.id, toWordId: last.id }
  }
  return null
}

function jumpItem(jump: LevelJump, words: ItemWords, transcript: Transcript, say: Say): CheckItem {
  const { startMs, endMs, decibels } = jump
  const found = around(transcript, words).present ?? ''
  return {
    key: `join ${words.fromWordId} ${words.toWordId}`,
    reason: 'join',
    startMs,
    endMs,
    text: found,
    likelihood: JUMP_IS_HEARD,
    isLikely: true,
    words,
    takesTyping: false,
    show(now) {
      const { before, present, after } = around(now, words)
      const change = Math.round(Math.abs(decibels))
      return {
        why: [say(decibels > 0 ? 'check.join.louder' : 'check.join.quieter', { decibels: change })],
        text: present ?? '',
        name: say('check.open', { text: found }),
        lines: [{ parts: [{ text: before }, { text: present ?? found, tone: 'gone' }, { text: after }] }],
        sounds: [
          { startMs: Math.max(0, startMs - HEARD_MS), endMs: startMs },
          { startMs: endMs, endMs: endMs + HEARD_MS },
        ],
        accept: acceptAct(words, say('check.join.keep'), 'right'),
        choices: [
          {
            id: 'restore',
            key: 'R',
            label: say('check.join.restore', { text: short(present ?? found) }),
            outcome: 'corrected',
            edits: (current, newId) => restoreSpan(current, jump, newId),
          },
        ],
      }
    },
  }
}
