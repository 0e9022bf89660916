import { useMemo } from 'react'
import {
  type OpenCorrection,
  timeOfPlace,
  wordsOf,
  type WordsPlace,
} from '#core/corrections/open-corrections'
import { correctionKey, type ProposedCorrection } from '#core/corrections/proposed-corrections'
import { acceptCorrections, dismissCorrections } from '#core/corrections/settle-corrections'
import type { Transcript } from '#core/transcript/transcript'
import { useProposedCorrections } from '../../corrections/use-proposed-corrections.ts'
import type { CheckItem, EditAct, ItemLine, ItemWords, ShownItem } from '../../editor/check-item.ts'
import { textOf } from '../../second-opinion/text-of.ts'
import type { Say } from '../../ui/words.tsx'
import type { CheckReason } from '../check-reason.ts'
import { short, wordsAround } from './quoted.ts'

/** A person who read or heard it says so: listed before what a program suspects. */
const SAID_BY_PERSON = 1

/** What people propose in a returned document or a review page. */
export const proposedCorrections: CheckReason = {
  id: 'proposed',
  label: 'check.reason.proposed',
  useItems({ transcript, say }) {
    const open = useProposedCorrections(transcript)
    return useMemo(() => open.map((each) => correctionItem(each, transcript, say)), [open, transcript, say])
  },
}

function correctionItem(open: OpenCorrection, transcript: Transcript, say: Say): CheckItem {
  const { item, place } = open
  const words = place === null ? null : itemWords(transcript, place)
  const takesTyping = item.kind === 'words' && words !== null
  return {
    key: `proposed ${correctionKey(open)}`,
    reason: 'proposed',
    ...timeOfPlace(transcript, place),
    text: textAt(transcript, open),
    likelihood: SAID_BY_PERSON,
    isLikely: true,
    words,
    takesTyping,
    show: (now) => showCorrection(open, now, say),
  }
}

function itemWords(transcript: Transcript, place: WordsPlace): ItemWords | null {
  const { now } = wordsOf(transcript, place)
  const [first, last] = [now[0], now.at(-1)]
  const paragraph = transcript.paragraphs[place.paragraph]
  if (first === undefined || last === undefined || paragraph === undefined) return null
  return { paragraphId: paragraph.id, fromWordId: first.id, toWordId: last.id }
}

/** The words that it would change; none where it does not change any. */
function textAt(transcript: Transcript, { item, place }: OpenCorrection): string {
  return item.kind === 'words' && place !== null ? textOf(wordsOf(transcript, place).now) : ''
}

function showCorrection(open: OpenCorrection, transcript: Transcript, say: Say): ShownItem {
  const { item } = open
  const why = reasonsOf(open, say)
  const keep: EditAct = {
    label: say(item.kind === 'words' ? 'check.keep' : 'corrections.dismiss'),
    outcome: 'kept',
    edits: (now) => dismissCorrections(now, [open]),
  }
  const accept: EditAct = {
    label: acceptLabel(open, transcript, say),
    outcome: item.kind === 'right' ? 'right' : item.kind === 'told' ? 'kept' : 'corrected',
    edits: (now, _newId, limits) => acceptCorrections(now, [open], limits),
  }
  const shown = { why, text: textAt(transcript, open), lines: linesOf(open, transcript, say), accept }
  const name = say('corrections.item', { text: proposedText(item) || say('corrections.nothing') })
  return item.kind === 'told' ? { ...shown, name } : { ...shown, name, keep }
}

const groups = {
  words: 'corrections.by',
  wording: 'corrections.by',
  comment: 'corrections.comments',
  'speaker-name': 'corrections.names',
  right: 'corrections.confirms',
} as const

function reasonsOf({ set, item }: OpenCorrection, say: Say): string[] {
  const file = set.source.fileName
  const name = item.by ?? set.by
  if (item.kind === 'told') {
    const told = say(`corrections.told.${item.about}`, { file })
    if (name === null) return [told]
    return [told, say(item.about === 'note' ? groups.comment : groups.words, { name })]
  }
  const group = groups[item.kind]
  const by = name === null ? say(`${group}.file`, { file }) : say(group, { name })
  if (item.kind !== 'words' && item.kind !== 'wording') return [by]
  const all = item.kind === 'wording' ? [by, say('corrections.caption')] : [by]
  if (item.exported === undefined) return all
  return [...all, say('corrections.changed-here', { text: item.exported || say('corrections.nothing') })]
}

function proposedText(item: ProposedCorrection): string {
  switch (item.kind) {
    case 'speaker-name':
      return item.name
    case 'right':
      return item.expected.map(({ text }) => text).join(' ')
    case 'words':
    case 'wording':
    case 'comment':
    case 'told':
      return item.text
  }
}

function acceptLabel({ item, place }: OpenCorrection, transcript: Transcript, say: Say): string {
  switch (item.kind) {
    case 'words': {
      const now = place === null ? '' : short(textOf(wordsOf(transcript, place).now))
      if (item.text === '') return say('check.remove', { text: now })
      return say(item.expected.length === 0 ? 'check.insert' : 'check.take', { text: short(item.text) })
    }
    case 'wording':
      return say('check.take', { text: short(item.text) })
    case 'comment':
      return say('corrections.take-comment')
    case 'speaker-name':
      return say('corrections.take-name', { name: item.name })
    case 'right':
      return say('corrections.take-right')
    case 'told':
      return say('corrections.seen')
  }
}

function linesOf(open: OpenCorrection, transcript: Transcript, say: Say): ItemLine[] {
  const { item } = open
  const proposed = proposedText(item)
  switch (item.kind) {
    case 'words': {
      const line = lineAround(open, transcript, say)
      return [line(say('check.here'), textAt(transcript, open)), line(say('corrections.there'), proposed)]
    }
    case 'wording':
    case 'speaker-name': {
      const parts = (text: string): ItemLine['parts'] =>
        text === '' ? [{ text: say('corrections.nothing'), tone: 'nothing' }] : [{ text, tone: 'hit' }]
      return [
        { label: say('check.here'), parts: parts(item.expected) },
        { label: say('corrections.there'), parts: parts(proposed) },
      ]
    }
    case 'comment': {
      const quoted = open.place === null ? '' : textOf(wordsOf(transcript, open.place).now)
      return [{ parts: [{ text: short(quoted) }] }, { parts: [{ text: proposed, tone: 'hit' }] }]
    }
    case 'right':
    case 'told':
      return [{ parts: [{ text: proposed, tone: 'hit' }] }]
  }
}

/** Makes a line of a text with the words around the place. */
function lineAround(
  { place }: OpenCorrection,
  transcript: Transcript,
  say: Say,
): (label: string, text: string) => ItemLine {
  const near = place === null ? null : wordsOf(transcript, place)
  const { before, after } = wordsAround(transcript, {
    paragraphId: transcript.paragraphs[place?.paragraph ?? -1]?.id ?? '',
    wordBeforeId: near?.before?.id ?? null,
    wordAfterId: near?.after?.id ?? null,
  })
  return (label, text) => ({
    label,
    parts: [
      { text: before && `${before} ` },
      text === '' ? { text: say('corrections.nothing'), tone: 'nothing' } : { text, tone: 'hit' },
      { text: after && ` ${after}` },
    ],
  })
}
