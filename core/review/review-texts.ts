import { say, type ProgramLanguage } from '../messages/messages.ts'

/** The texts of a review page, which it has in both languages. */
export const reviewTexts = [
  'lead',
  'only',
  'how',
  'how.text',
  'how.places',
  'how.keys',
  'language',
  'voices',
  'voices.lead',
  'voice.name',
  'voice.hear',
  'bar',
  'play',
  'pause',
  'back',
  'speed',
  'sound.none',
  'sound.places',
  'sound.unplayable',
  'places',
  'place.next',
  'place.previous',
  'place.words',
  'place.speaker',
  'place.missing',
  'place.silence',
  'place.hear',
  'place.right',
  'correct',
  'text',
  'comment',
  'done',
  'restore',
  'hear',
  'kept',
  'kept.not',
  'send',
  'send.lead',
  'send.name',
  'send.name.missing',
  'send.nothing',
  'send.count',
  'send.save',
  'send.saved',
  'send.copy',
  'send.copied',
  'send.copy.self',
  'close',
  'no-script',
] as const
export type ReviewText = (typeof reviewTexts)[number]

/** Placeholders stay, for the page to fill. */
const values = { name: '{name}', file: '{file}', done: '{done}', all: '{all}', words: '{words}' }
const counts = { changes: '{changes}', right: '{right}', comments: '{comments}', names: '{names}' }

export const textsOfReview = (language: ProgramLanguage): Record<ReviewText, string> =>
  Object.fromEntries(
    reviewTexts.map((key) => [key, say(language, `review.page.${key}`, { ...values, ...counts })]),
  ) as Record<ReviewText, string>
