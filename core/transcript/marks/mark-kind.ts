import type { TimeSpan } from '../time-span.ts'
import type { MarkWords } from './mark-words.ts'

/** A violation of the rules of a mark's kind, besides those that apply to all marks. */
export interface MarkProblem {
  readonly rule: 'mark-value' | 'mark-span'
  readonly detail: string
}

/**
 * Everything that the program has to know of a kind of mark; lists of kinds elsewhere are made of it. All members are
 * required, so that no place is forgotten.
 */
export interface MarkBehavior<Value> {
  /**
   * When an edit replaces its words: it stays on what replaces them, goes with the last of them, or moves so that it
   * lies between the words that are left.
   */
  readonly onEdit: 'stays' | 'goes' | 'moves'
  /**
   * When its words are gone and nothing replaces them: what lies on the nearest words instead, `gone` being the time
   * that its words had; null: the mark is dropped.
   */
  readonly whenGone: ((value: Value, gone: TimeSpan) => MovedMark) | null
  /** At which of its ends text is divided: words on both sides are not written as one number. */
  readonly divides: 'both' | 'start' | 'end' | 'nowhere'
  /**
   * What it does to captions: where they and their lines begin and when they are shown, which words they have, or how
   * these look; `comment`: none, it is shown beside them; `none`: captions ignore it.
   */
  readonly effect: 'layout' | 'text' | 'style' | 'comment' | 'none'
  /** Goes when a person wants a caption as if nobody had changed anything. */
  readonly isResettable: boolean
  /** Which doubts about its words it settles; null: none. */
  readonly settles: 'any-doubt' | 'speaker-doubt' | null
  /**
   * Its words in a newer transcript of the recording: the one at the time of its start or end, all from start to end,
   * the same words letter for letter, or those that are still there; null: it is not taken over.
   */
  readonly inNewer: 'start' | 'end' | 'passage' | 'same-words' | 'kept-words' | null
  /** When all of its words are cut off with a part of the recording: it goes too, or moves to the first word that is left. */
  readonly onTrim: 'goes' | 'moves'
  /**
   * On a redacted word, in what leaves the library: on the placeholder, if the word is first or last in it, or left out;
   * `never-leaves`: left out wherever it is, as it redacts.
   */
  readonly onRedacted: 'first' | 'last' | 'left-out' | 'never-leaves'
  /** When sound is silent by its value, besides at the time of its words; null: never. */
  readonly silenceOf: ((value: Value) => TimeSpan) | null
  /** Its value is a person's text, which may say what the words said. */
  readonly holdsText: boolean
  /** The value with each of its times mapped; null for kinds without times. */
  readonly mapTimes: ((value: Value, map: (ms: number) => number) => Value) | null
  /** It may outlast all words of a transcript, so that nothing of it is lost. */
  readonly outlastsWords: boolean
  /** What undo and redo call it when the mark is set, and when it is removed. */
  readonly named: Readonly<Record<'set' | 'removed', Readonly<Record<'en' | 'fr', string>>>>
}

/** A mark by its kind's name and value, before it has a place. */
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
