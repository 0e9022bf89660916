/**
 * Words after which a caption should not be broken, and words before which a break is preferred, by language. Derived
 * from the rules of the public guides: never split article and noun, adjective and noun, pronoun and verb, verb and
 * auxiliary or negation; break before a conjunction or a preposition (Netflix general 215758617 §5; BBC Subtitle
 * Guidelines §3.4).
 */
export interface LineBreakWords {
  /** Lower case, without end punctuation; elided forms with a straight apostrophe. */
  readonly noBreakAfter: ReadonlySet<string>
  /** Words attached to the preceding one: an object pronoun, an adverb of degree. */
  readonly noBreakBefore: ReadonlySet<string>
  /** Conjunctions and prepositions: good places to begin a new line. */
  readonly breakBefore: ReadonlySet<string>
  /** Titles followed by a name; they end in a period without ending a sentence. */
  readonly titles: ReadonlySet<string>
  /** Months and days, which belong with the adjacent number. */
  readonly calendar: ReadonlySet<string>
  /** Units, which belong with the preceding number. */
  readonly units: ReadonlySet<string>
  /** Second part of a two-part negation, e.g. French `ne … pas`. */
  readonly negationEnds: ReadonlySet<string>
}

/** Words of lists that are separated by spaces. */
export const words = (...lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.split(' ')))

/** The same in all languages with Latin script. */
export const metricUnits =
  '% ‰ ° °c °f € $ £ k€ m€ mm cm m km m² km² m³ g mg kg t l ml cl dl s ms min h hz khz mhz ghz w kw kwh ' +
  'mb gb tb ko mo go to px dpi db v'
