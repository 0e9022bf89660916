import type { MarkWords } from './mark-words.ts'

/** A violation of the rules of a mark's kind, besides those that apply to all marks. */
export interface MarkProblem {
  readonly rule: 'mark-value' | 'mark-span'
  readonly detail: string
}

/** One kind of mark. `Value` is JSON; the file and the library's table store it as text or null. */
export interface MarkKind<Kind extends string, Value> {
  readonly kind: Kind
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
  lint: Lint<null> = nothing,
): MarkKind<Kind, null> {
  return {
    kind,
    isValue: (value): value is null => value === null,
    readValue: (stored) => (stored === null ? null : undefined),
    writeValue: () => null,
    lint,
  }
}

/** A kind with a person's text as its value. */
export function textMark<const Kind extends string>(
  kind: Kind,
  lint: Lint<string> = nothing,
): MarkKind<Kind, string> {
  return {
    kind,
    isValue: (value): value is string => typeof value === 'string',
    readValue: (stored) => stored ?? undefined,
    writeValue: (value) => value,
    lint,
  }
}

/** A kind with an optional text. */
export function optionalTextMark<const Kind extends string>(
  kind: Kind,
  lint: Lint<string | null> = nothing,
): MarkKind<Kind, string | null> {
  return {
    kind,
    isValue: (value): value is string | null => value === null || typeof value === 'string',
    readValue: (stored) => stored,
    writeValue: (value) => value,
    lint,
  }
}

/** A kind whose value is stored as JSON text. */
export function jsonMark<const Kind extends string, Value>(
  kind: Kind,
  isValue: (value: unknown) => value is Value,
  lint: Lint<Value> = nothing,
): MarkKind<Kind, Value> {
  return {
    kind,
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
