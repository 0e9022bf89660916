import { useMemo } from 'react'
import { restoreSpan } from '#core/cut/cut-edits'
import type { JoinFaults } from '#core/cut/judge-join'
import { type ListedFault, listedFaults } from '#core/cut/listed-faults'
import type { Transcript } from '#core/transcript/transcript'
import { useCheckedJoins } from '../../cut/use-checked-joins.ts'
import { useRecordingCut } from '../../cut/use-recording-cut.ts'
import type { CheckItem } from '../../editor/check-item.ts'
import type { Say } from '../../ui/words.tsx'
import type { CheckReason } from '../check-reason.ts'
import { acceptAct } from './doubt-item.ts'
import { around, short } from './quoted.ts'

/** How often each is right: of made-up speech, of which half the cuts were placed badly (bench, "Cut speech"). */
const RIGHT: Readonly<Record<keyof JoinFaults, number>> = { clipped: 14 / 17, heard: 14 / 19 }
/** So much is played before and after a join. */
const PLAYED_MS = 2_000

/** Cuts that may clip a kept word, or leave a cut one audible, as recognizing them again says. */
export const wordsAtJoins: CheckReason = {
  id: 'join-words',
  label: 'check.reason.join-words',
  useItems({ session, recording, say }) {
    const { transcript, cuts, shown } = useRecordingCut(session, recording)
    const checked = useCheckedJoins(session.transcriptId, cuts.length > 0)
    return useMemo(
      () =>
        cuts.length === 0
          ? []
          : listedFaults(shown, transcript, checked).map((each) => faultItem(each, transcript, say)),
      [checked, cuts, shown, transcript, say],
    )
  },
}

function faultItem(listed: ListedFault, transcript: Transcript, say: Say): CheckItem {
  const { fault, join, leave, paragraphId, fromWordId, toWordId } = listed
  const { startMs, endMs } = join
  const words = { paragraphId, fromWordId, toWordId }
  const found = around(transcript, words).present ?? ''
  const sound = { startMs: Math.max(0, startMs - PLAYED_MS), endMs: endMs + PLAYED_MS }
  // A stretch without words is restored where its edges are.
  const isOfWords = join.words.some(({ side, isStruck }) => side === 'cut' && isStruck)
  return {
    key: `join ${fault} ${fromWordId} ${toWordId}`,
    reason: 'join-words',
    startMs,
    endMs,
    text: found,
    likelihood: RIGHT[fault],
    isLikely: true,
    words,
    takesTyping: false,
    show(now) {
      const { before, present, after } = around(now, words)
      const text = present ?? found
      return {
        why: [say(`check.join.${fault}`, { text: short(text) })],
        text: present ?? '',
        name: say('check.open', { text: found }),
        lines: [
          {
            parts: [{ text: before }, { text, tone: fault === 'heard' ? 'gone' : 'doubt' }, { text: after }],
          },
        ],
        sounds: [{ ...sound, isOfCut: true }, sound],
        accept: acceptAct(leave, say('check.join.keep'), 'right'),
        choices: isOfWords
          ? [
              {
                id: 'restore',
                key: 'R',
                label: say('check.join.restore-cut'),
                outcome: 'corrected',
                edits: (current, newId) => restoreSpan(current, { startMs, endMs }, newId),
              },
            ]
          : [],
      }
    },
  }
}
