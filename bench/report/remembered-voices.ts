import {
  AHEAD_BY,
  MIN_SECONDS,
  OFFER_FROM,
  type VoiceOffer,
  voiceOffers,
} from '#core/remembered-voices/voice-offers'
import type { SpeakerVoice } from '#core/remembered-voices/speaker-voice'
import { dot } from '#core/speakers/vectors'
import { shareInterval } from '../scoring/share-interval.ts'
import { percent, table } from './table.ts'

/** The voice of a session, with its person. */
export interface MeasuredVoice {
  /** Readers, people in meetings and on the telephone, synthetic voices. */
  readonly group: string
  readonly voice: string
  readonly room: number
  readonly use: 'print' | 'test'
  readonly most: number
  readonly recording: string
  /** A conversation, in which all of a person's speech is both print and test; else nothing is both. */
  readonly isConversation: boolean
  readonly heard: SpeakerVoice
}

interface Trial {
  readonly isSame: boolean
  readonly isSameExtent: boolean
  readonly isSameRecording: boolean
  readonly similarity: number
}

const THRESHOLDS = [0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75] as const

/** Tables: similarities, errors at thresholds, errors with the distances to the next one. */
export function rememberedVoicesReport(found: readonly MeasuredVoice[], lengths: readonly number[]): string {
  const all = found.filter(({ use, heard }) => use === 'print' || heard.seconds >= MIN_SECONDS.compared)
  const leftOut = found.length - all.length
  const groups = [...new Set(all.map(({ group }) => group))]
  const sets = lengths.flatMap((most) =>
    groups.map((group) => {
      const own = all.filter((one) => one.group === group)
      return {
        title: `${group}, print of up to ${most} s`,
        prints: own.filter((one) => one.use === 'print' && one.most === most),
        tests: own.filter((one) => one.use === 'test'),
      }
    }),
  )
  const filled = sets.filter(({ prints, tests }) => prints.length > 0 && tests.length > 0)
  const speech = groups.map((group) => {
    const own = all.filter((one) => one.group === group)
    const voices = new Set(own.map(({ voice }) => voice)).size
    const prints = own.filter(({ use }) => use === 'print').map(({ heard }) => heard.seconds)
    return `${voices} ${group} (${Math.min(...prints).toFixed(0)} to ${Math.max(...prints).toFixed(0)} s of speech remembered)`
  })
  return [
    `${speech.join(', ')}. Nothing is both remembered and tested. Readers and made-up voices are put into three rooms (echo, noise), each with 7.5 s to test (${leftOut} tests in which the models found less than the ${MIN_SECONDS.compared} s of speech that the program compares are left out); one of the readers was recorded again with a cold. Conversations are as they were recorded, with what is known of who speaks when; two people are in two clips of one meeting. Nobody in the open set speaks for two minutes, so that such a print is not measured. With another microphone, a person is missed more often than here.`,
    'How similar a voice is to its own print of the same recording in another room, to one of another recording, and to prints of other people in the same room.',
    table(
      [
        '',
        'own, another room: pairs',
        'lowest',
        'median',
        'own, another recording: pairs',
        'lowest',
        'median',
        'others, same room: pairs',
        'median',
        'highest',
      ],
      filled.map(({ title, prints, tests }) => {
        const trials = pairs(prints, tests)
        const own = trials.filter(({ isSame }) => isSame)
        const kinds = [
          own.filter(({ isSameRecording, isSameExtent }) => isSameRecording && !isSameExtent),
          own.filter(({ isSameRecording }) => !isSameRecording),
          trials.filter(({ isSame, isSameExtent }) => !isSame && isSameExtent),
        ].map(inOrder)
        const [elsewhere = [], another = [], others = []] = kinds
        return [
          title,
          ...lowAndMiddle(elsewhere),
          ...lowAndMiddle(another),
          others.length,
          two(middle(others)),
          two(others.at(-1)),
        ]
      }),
    ),
    'By the threshold alone: false acceptances of all pairs of two people, and misses of all pairs of one (in any room).',
    table(
      ['threshold', ...filled.flatMap(({ title }) => [`${title}: accepted`, 'missed'])],
      THRESHOLDS.map((threshold) => [
        threshold === OFFER_FROM ? `**${threshold}**` : String(threshold),
        ...filled.flatMap(({ prints, tests }) => {
          const trials = pairs(prints, tests)
          const strangers = trials.filter(({ isSame }) => !isSame)
          const own = trials.filter(({ isSame }) => isSame)
          return [
            `${strangers.filter(({ similarity }) => similarity >= threshold).length} of ${strangers.length}`,
            `${own.filter(({ similarity }) => similarity < threshold).length} of ${own.length}`,
          ]
        }),
      ]),
    ),
    `As it is offered: similarity from ${OFFER_FROM} and ${AHEAD_BY} ahead of the next remembered voice. All other voices of the set are remembered, each from one room; for “known” the person too.`,
    table(
      ['', 'unknown: name offered', 'known: no name offered', 'known: wrong name offered'],
      filled.map(({ title, prints, tests }) => {
        const { strangers, known, offered, missed, wrong } = offersIn(prints, tests)
        return [title, share(offered, strangers), share(missed, known), share(wrong, known)]
      }),
    ),
    'In brackets the 95 % interval (Wilson), as if the pairs were independent: they share voices, so the true one is wider.',
  ].join('\n\n')
}

/** Every test with all prints of one room at a time. */
function offersIn(prints: readonly MeasuredVoice[], tests: readonly MeasuredVoice[]) {
  const sum = { strangers: 0, known: 0, offered: 0, missed: 0, wrong: 0 }
  for (const [, inRoom] of Map.groupBy(prints, ({ room }) => room)) {
    for (const test of tests) {
      const beside = tests.filter(
        ({ isConversation, recording }) => isConversation && recording === test.recording,
      )
      const usable = onePrintEach(inRoom, test)
      const others = usable.filter(({ voice }) => voice !== test.voice)
      sum.strangers++
      if (offerFor(test, others, beside) !== undefined) sum.offered++
      if (others.length === usable.length) continue
      sum.known++
      const offer = offerFor(test, usable, beside)
      if (offer === undefined) sum.missed++
      else if (offer.voiceId !== test.voice) sum.wrong++
    }
  }
  return sum
}

/** The name offered for a voice, among the others of its recording. */
function offerFor(
  test: MeasuredVoice,
  prints: readonly MeasuredVoice[],
  beside: readonly MeasuredVoice[],
): VoiceOffer | undefined {
  const speakers = beside.length > 0 ? beside : [test]
  const offers = voiceOffers({
    speakers: speakers.map(({ voice }) => ({ id: voice, name: null })),
    heard: speakers.map(({ heard, voice }) => ({ ...heard, speakerId: voice })),
    remembered: prints.map(({ voice, heard }) => ({ id: voice, name: voice, vector: heard.vector })),
    isDeclined: () => false,
  })
  return offers.find(({ speakerId }) => speakerId === test.voice)
}

const isSameSpeech = (print: MeasuredVoice, test: MeasuredVoice): boolean =>
  print.isConversation && print.recording === test.recording && print.voice === test.voice

/** One print per voice, from a recording other than the test's if there is one. */
function onePrintEach(prints: readonly MeasuredVoice[], test: MeasuredVoice): MeasuredVoice[] {
  const able = prints.filter((print) => !isSameSpeech(print, test))
  return [...Map.groupBy(able, ({ voice }) => voice).values()].flatMap(
    (own) => own.find(({ recording }) => recording !== test.recording) ?? own.slice(0, 1),
  )
}

function pairs(prints: readonly MeasuredVoice[], tests: readonly MeasuredVoice[]): Trial[] {
  return prints.flatMap((print) =>
    tests
      .filter((test) => !isSameSpeech(print, test))
      .map((test) => ({
        isSame: print.voice === test.voice,
        isSameExtent: print.room === test.room,
        isSameRecording: print.recording === test.recording,
        similarity: dot(print.heard.vector, test.heard.vector),
      })),
  )
}

const inOrder = (trials: readonly Trial[]): number[] =>
  trials.map(({ similarity }) => similarity).sort((a, b) => a - b)

const middle = (values: readonly number[]): number | undefined => values[Math.floor(values.length / 2)]

const lowAndMiddle = (values: readonly number[]) => [values.length, two(values[0]), two(middle(values))]

const two = (value: number | undefined): string => (value === undefined ? '-' : value.toFixed(2))

function share(count: number, trials: number): string {
  if (trials === 0) return '-'
  const [low, high] = shareInterval(count, trials)
  return `${count} of ${trials} = ${percent(count / trials)} (${percent(low)} to ${percent(high)})`
}
