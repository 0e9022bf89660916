import type { TimeSpan } from '../time-span.ts'
import type { MarkWords } from './mark-words.ts'

/** A violation of the rules of a mark's kind, besides those that apply to all marks. */
export interface MarkProblem {
  readonly rule: 'mark-value' | 'mark-span'
  readonly detail: string
}

/**
 * Everything that the program needs to know about a kind of mark; lists of kinds elsewhere are derived from
 * it. All members are required, so that none can be forgotten.
 */
export interface MarkBehavior<Value> {
  /**
   * When an edit replaces its words: it moves to their replacements, disappears with the last of them, or
   * moves between the remaining words.
   */
  readonly onEdit: 'stays' | 'goes' | 'moves'
  /**
   * When its words are deleted without replacement: the mark that the nearest words get instead, `gone` being
   * the time that its words had; null: the mark is dropped.
   */
  readonly whenGone: ((value: Value, gone: TimeSpan) => MovedMark) | null
  /** At which of its ends it divides text: words on the two sides are not written as one number. */
  readonly divides: 'both' | 'start' | 'end' | 'nowhere'
  /**
   * Its effect on captions: where they and their lines begin and when they are shown, which words they have,
   * or their style; `comment`: none, but it is shown next to them; `none`: captions ignore it.
   */
  readonly effect: 'layout' | 'text' | 'style' | 'comment' | 'none'
  /** Removed when a person resets a caption. */
  readonly isResettable: boolean
  /** Which doubts about its words it settles; null: none. */
  readonly settles: 'any-doubt' | 'speaker-doubt' | null
  /**
   * Its words in a newer transcript of the recording: the one at the time of its start or end, all from start
   * to end, the same words letter for letter, or those that still exist; null: it is not carried over.
   */
  readonly inNewer: 'start' | 'end' | 'passage' | 'same-words' | 'kept-words' | null
  /**
   * When all of its words are trimmed off a recording: it disappears too, or moves to the first remaining
   * word.
   */
  readonly onTrim: 'goes' | 'moves'
  /**
   * On redacted words, in captions and exported content: a placeholder begins with its first word, ends with its
   * last, or both; `spans`: it is on the placeholders of its words, which may be longer; or it is omitted;
   * `never-leaves`: always omitted, as it redacts. Redacted words leave its text, too.
   */
  readonly onRedacted: 'first' | 'last' | 'both' | 'spans' | 'left-out' | 'never-leaves'
  /** The time silenced by its value, besides the time of its words; null: none. */
  readonly silenceOf: ((value: Value) => TimeSpan) | null
  /** Its value is a person's text, which may repeat the words. */
  readonly holdsText: boolean
  /** The value with each of its times mapped; null for kinds without times. */
  readonly mapTimes: ((value: Value, map: (ms: number) => number) => Value) | null
  /** It may remain when a transcript has no words left, so that nothing of it is lost. */
  readonly outlastsWords: boolean
  /** Its name in undo and redo when the mark is set, and when it is removed. */
  readonly named: Readonly<Record<'set' | 'removed', Readonly<Record<'en' | 'fr', string>>>>
}

/** A mark by its kind's name and value, without a place. */
export interface MovedMark {
  readonly kind: string
  readonly value: unknown
}

/** One kind of mark. `Value` is JSON; the file and the library's table store it as text or null. */
export interface MarkKind<Kind extends string, Value> {
  readonly kind: Kind
  readonly behavior: MarkBehavior<Value>
  isValue(value: unknown): value is Value
  /** Undefined if the text is not a value of this kind. */
  readValue(stored: string | null): Value | undefined
  writeValue(value: Value): string | null
  lint(value: Value, words: MarkWords): MarkProblem[]
}

type Lint<Value> = MarkKind<string, Value>['lint']

const nothing: Lint<unknown> = () => []

/** A kind without a value. */
export function plainMark<const Kind extends string>(
  kind: Kind,
  behavior: MarkBehavior<null>,
  lint: Lint<null> = nothing,
): MarkKind<Kind, null> {
  return {
    kind,
    behavior,
    isValue: (value): value is null => value === null,
    readValue: (stored) => (stored === null ? null : undefined),
    writeValue: () => null,
    lint,
  }
}

/** A kind with a person's text as its value. */
export function textMark<const Kind extends string>(
  kind: Kind,
  behavior: MarkBehavior<string>,
  lint: Lint<string> = nothing,
): MarkKind<Kind, string> {
  return {
    kind,
    behavior,
    isValue: (value): value is string => typeof value === 'string',
    readValue: (stored) => stored ?? undefined,
    writeValue: (value) => value,
    lint,
  }
}

/** A kind with an optional text. */
export function optionalTextMark<const Kind extends string>(
  kind: Kind,
  behavior: MarkBehavior<string | null>,
  lint: Lint<string | null> = nothing,
): MarkKind<Kind, string | null> {
  return {
    kind,
    behavior,
    isValue: (value): value is string | null => value === null || typeof value === 'string',
    readValue: (stored) => stored,
    writeValue: (value) => value,
    lint,
  }
}

/** A kind whose value is stored as JSON text. */
export function jsonMark<const Kind extends string, Value>(
  kind: Kind,
  behavior: MarkBehavior<Value>,
  isValue: (value: unknown) => value is Value,
  lint: Lint<Value> = nothing,
): MarkKind<Kind, Value> {
  return {
    kind,
    behavior,
    isValue,
    readValue(stored) {
      const value = stored === null ? undefined : parseJson(stored)
      return isValue(value) ? value : undefined
    },
    writeValue: (value) => JSON.stringify(value),
    lint,
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: the caller keeps the text unchanged.
    return undefined
  }
}
