import { useMemo } from 'react'
import { LIKELY } from '#core/doubt/order'
import { isAboutSpeaker, type PlaceToCheck } from '#core/doubt/places-to-check'
import { clearStretches } from '#core/speaker-review/clear-stretches'
import { addedSpeakerId } from '#core/edits/kinds/add-speaker'
import { questionLikelihood } from '#core/speaker-review/question-likelihood'
import {
  otherQuestions,
  type ReviewEvidence,
  type ReviewQuestion,
  type TurnQuestion,
} from '#core/speaker-review/questions'
import { giveSpeaker, keepSpeaker, onePerson, twoPeople } from '#core/speaker-review/settle-edits'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Speaker, Transcript } from '#core/transcript/transcript'
import type { CheckItem, EditAct, ItemChoice, ShownItem } from '../../editor/check-item.ts'
import { speakersInOrder } from '../../editor/speakers/assign-to-number.ts'
import { clipsOf, sampleClips } from '../../editor/speakers/speaker-clips.ts'
import { voiceNumber } from '../../ui/voice.ts'
import type { CheckContext, CheckReason } from '../check-reason.ts'
import { questionGrounds, questionTitle, wordsAsked } from './question-words.ts'

type Words = Pick<CheckContext, 'say' | 'names' | 'language'>
type PairQuestion = Extract<ReviewQuestion, { kind: 'pair' }>
type WordsQuestion = Exclude<ReviewQuestion, { kind: 'pair' }>

/** Stretches of each voice that can be played. */
const STRETCHES = 3

/** Who says something, and who may be one person. */
export const whoSpeaks: CheckReason = {
  id: 'speaker',
  label: 'check.reason.speaker',
  useItems({ transcript, places, turns, voices, say, names, language }) {
    return useMemo(() => {
      if (turns === null || voices === undefined) return null
      const words = { say, names, language }
      const item = (question: ReviewQuestion): CheckItem =>
        questionItem(question, transcript, voices ?? nothingKnown, words)
      const listed = new Set(places?.filter(({ doubt }) => !isAboutSpeaker(doubt)).map(({ key }) => key))
      const speakerOf = new Map(transcript.paragraphs.map(({ id, speakerId }) => [id, speakerId]))
      const unsure = turns
        .filter(({ key }) => !listed.has(key))
        .flatMap((turn) => turnQuestion(turn, speakerOf))
      const { pairs, unknown } = otherQuestions(transcript, voices ?? nothingKnown)
      return [...pairs, ...unsure, ...unknown].map(item)
    }, [transcript, places, turns, voices, say, names, language])
  },
}

const nothingKnown: ReviewEvidence = { voices: [], decided: [] }

function turnQuestion(
  { doubt, paragraphId, startMs, endMs }: PlaceToCheck,
  speakerOf: ReadonlyMap<string, string | null>,
): TurnQuestion[] {
  const speakerId = speakerOf.get(paragraphId) ?? null
  const reason = doubt.reasons.find((each) => each.reason === 'speaker-unsure')
  if (speakerId === null || reason === undefined) return []
  const { fromWordId, toWordId } = doubt
  const { otherSpeakerId, margin, estimate, seconds = (endMs - startMs) / 1_000 } = reason
  const key = `turn ${fromWordId} ${toWordId}`
  const words = { paragraphId, fromWordId, toWordId, startMs, endMs }
  return [{ kind: 'turn', key, ...words, speakerId, otherSpeakerId, margin, estimate, seconds }]
}

function questionItem(
  question: ReviewQuestion,
  transcript: Transcript,
  voices: ReviewEvidence,
  words: Words,
): CheckItem {
  const { key } = question
  const likelihood = questionLikelihood(question)
  const isLikely = likelihood >= LIKELY
  const same = { key, reason: 'speaker', likelihood, isLikely, takesTyping: false } as const
  if (question.kind === 'pair') {
    const sounds = pairSounds(question, transcript, voices)
    return {
      ...same,
      ...(sounds[0] ?? { startMs: 0, endMs: 0 }),
      text: '',
      words: null,
      show: () => showPair(question, sounds, words),
    }
  }
  const { paragraphId, fromWordId, toWordId, startMs, endMs } = question
  return {
    ...same,
    startMs,
    endMs,
    // Its words may be corrected meanwhile: the question stays.
    text: '',
    words: { paragraphId, fromWordId, toWordId },
    show: (now) => showTurn(question, now, words),
  }
}

function showPair(
  question: PairQuestion,
  sounds: readonly TimeSpan[],
  { say, names, language }: Words,
): ShownItem {
  const name = ({ id }: Speaker): string => names.get(id) ?? ''
  const { one, other } = question
  const isAlike = question.similarity >= question.bar
  const voice = (speaker: Speaker) =>
    ({ text: name(speaker), tone: 'voice', voice: voiceNumber(speaker.colour) }) as const
  const asOne: EditAct = {
    label: say('speaker-review.pair.one'),
    outcome: 'corrected',
    edits: (transcript, newId) => onePerson(transcript, question, newId),
  }
  const asTwo: EditAct = {
    label: say('speaker-review.pair.two'),
    outcome: 'kept',
    edits: (transcript, newId) => twoPeople(transcript, question, newId),
  }
  return {
    why: [questionTitle(question, say, names)],
    text: '',
    name: say('speaker-review.question.pair', { one: name(one), other: name(other) }),
    lines: [{ parts: [voice(one), { text: ` ${say('speaker-review.and')} ` }, voice(other)] }],
    grounds: questionGrounds(question, say, names, language),
    sounds,
    // What is likelier is the filled button; Delete always keeps them apart.
    ...(isAlike
      ? { accept: asOne, keep: asTwo }
      : { accept: asTwo, choices: [{ ...asOne, id: 'one', key: '1' }] }),
  }
}

function showTurn(question: WordsQuestion, transcript: Transcript, words: Words): ShownItem {
  const { say, names, language } = words
  const text = wordsAsked(transcript, question)
  const is = (speakerId: string): EditAct => ({
    label: say('check.speaker.is', { name: names.get(speakerId) ?? '' }),
    outcome: 'corrected',
    edits: (now, newId) => giveSpeaker(now, question, speakerId, newId),
  })
  const stays = (label: string, outcome: 'right' | 'kept'): EditAct => ({
    label,
    outcome,
    edits: (now, newId) => keepSpeaker(now, question, newId),
  })
  const shown = {
    why: [questionTitle(question, say, names)],
    text: '',
    lines: [{ parts: [{ text }] }],
    grounds: questionGrounds(question, say, names, language),
    choices: speakerChoices(question, transcript, words),
  }
  if (question.kind === 'unknown') {
    const name = say('speaker-review.question.unknown', { text })
    return { ...shown, name, accept: stays(say('speaker-review.keep.unknown'), 'kept') }
  }
  const own = names.get(question.speakerId) ?? ''
  const name = say('speaker-review.question.turn', { name: own, text })
  const isOther = question.margin < 0 && names.has(question.otherSpeakerId)
  return isOther
    ? {
        ...shown,
        name,
        accept: is(question.otherSpeakerId),
        keep: stays(say('check.speaker.keep', { name: own }), 'kept'),
      }
    : { ...shown, name, accept: stays(say('check.speaker.is', { name: own }), 'right') }
}

/** Speakers by their digits, 0 for nobody, N for somebody new. */
function speakerChoices(
  question: WordsQuestion,
  transcript: Transcript,
  { say, names }: Words,
): ItemChoice[] {
  const give = (speakerId: string | null): Pick<EditAct, 'outcome' | 'edits'> => ({
    outcome: 'corrected',
    edits: (now, newId) => giveSpeaker(now, question, speakerId, newId),
  })
  const known = knownSpeakers(transcript).flatMap(({ id, colour }, index): ItemChoice[] => {
    if (question.kind === 'turn' && question.speakerId === id) return []
    const key = index < 9 ? { key: String(index + 1) } : {}
    return [{ ...give(id), ...key, id, label: names.get(id) ?? '', voice: voiceNumber(colour) }]
  })
  const nobody: ItemChoice = {
    ...give(null),
    id: 'nobody',
    key: '0',
    label: say('speaker-review.set-unknown'),
  }
  const somebody: ItemChoice = {
    id: 'new',
    key: 'N',
    label: say('speaker-review.somebody-else'),
    outcome: 'corrected',
    edits(now, newId) {
      const id = newId()
      const added = { kind: 'add-speaker', id, name: null } as const
      return [added, ...giveSpeaker(now, question, addedSpeakerId({ id }), newId)]
    },
  }
  return [...known, ...(question.kind === 'turn' ? [nobody] : []), somebody]
}

const inOrder = new WeakMap<Transcript, readonly Speaker[]>()

/** Looked up once for all questions. */
function knownSpeakers(transcript: Transcript): readonly Speaker[] {
  const known = inOrder.get(transcript) ?? speakersInOrder(transcript)
  inOrder.set(transcript, known)
  return known
}

/** Some clear seconds of the two in turn; of a voice without any, of its paragraphs. */
function pairSounds(
  { one, other }: PairQuestion,
  transcript: Transcript,
  voices: ReviewEvidence,
): TimeSpan[] {
  const [first = [], second = []] = [one, other].map(({ id }) => {
    const clear = voices.voices.flatMap((heard) => clearStretches(heard, id, STRETCHES))
    return clear.length > 0 ? clear : sampleClips(clipsOf(transcript, id), STRETCHES)
  })
  const count = Math.max(first.length, second.length)
  return Array.from({ length: count }, (_, index) => [
    first[index % Math.max(1, first.length)],
    second[index % Math.max(1, second.length)],
  ]).flatMap((pair) => pair.flatMap((span) => span ?? []))
}
