import type { Correction, JsonObject, JsonValue } from '../format.ts'
import { LATEST_MS } from '../reading/limits.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'

export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isList = (value: JsonValue | undefined): value is readonly JsonValue[] => Array.isArray(value)

const wrong = (path: string, expected: string, value: JsonValue | undefined): UnreadableText =>
  new UnreadableText('wrong-shape', path, `${expected} expected, found ${shown(value)}`)

const shown = (value: JsonValue | undefined): string =>
  value === undefined ? 'nothing' : (JSON.stringify(value) ?? 'nothing').slice(0, 60)

/** Collects unknown fields and corrections. */
export interface Reading {
  readonly keep: (key: string, fields: JsonFields) => void
  readonly correct: (correction: Correction) => void
}

/**
 * The fields of one JSON object, checked as they are read: a wrong type throws UnreadableText with the path; a
 * missing field with a default takes the default and reports it. Fields that were not read are in `rest`.
 */
export class JsonFields {
  readonly path: string
  readonly #object: JsonObject
  readonly #asked = new Set<string>()
  readonly #correct: (correction: Correction) => void

  constructor(value: JsonValue | undefined, path: string, correct: (correction: Correction) => void) {
    if (!isObject(value)) throw wrong(path, 'an object', value)
    this.path = path
    this.#object = value
    this.#correct = correct
  }

  at(key: string): string {
    return this.path === '' ? key : `${this.path}.${key}`
  }

  raw(key: string): JsonValue | undefined {
    this.#asked.add(key)
    return Object.hasOwn(this.#object, key) ? this.#object[key] : undefined
  }

  text(key: string, fallback?: string): string {
    const value = this.raw(key)
    if (value === undefined && fallback !== undefined) return this.#filled(key, fallback)
    if (typeof value !== 'string') throw wrong(this.at(key), 'a text', value)
    return value
  }

  textOrNull(key: string): string | null {
    const value = this.raw(key)
    if (value === undefined) return this.#filled(key, null)
    if (value !== null && typeof value !== 'string') throw wrong(this.at(key), 'a text or null', value)
    return value
  }

  number(key: string, fallback?: number): number {
    const value = this.raw(key)
    if (value === undefined && fallback !== undefined) return this.#filled(key, fallback)
    if (typeof value !== 'number') throw wrong(this.at(key), 'a number', value)
    return value
  }

  numberOrNull(key: string): number | null {
    const value = this.raw(key)
    if (value === undefined) return this.#filled(key, null)
    return value === null ? null : this.number(key)
  }

  /** False if it is missing. */
  isSet(key: string): boolean {
    const value = this.raw(key) ?? false
    if (typeof value !== 'boolean') throw wrong(this.at(key), 'true or false', value)
    return value
  }

  /** Whole ms from 0 to `LATEST_MS`. */
  time(key: string, fallback?: number): number {
    const value = this.number(key, fallback)
    if (value < 0 || value > LATEST_MS) throw wrong(this.at(key), 'a time from 0 to 1,000 hours', value)
    const whole = Math.round(value)
    if (whole !== value) this.#correct({ code: 'time-rounded', line: null, detail: this.at(key) })
    return whole
  }

  oneOf<T extends string>(key: string, choices: readonly T[], fallback?: T): T {
    const value = this.raw(key)
    if (value === undefined && fallback !== undefined) return this.#filled(key, fallback)
    const choice = choices.find((candidate) => candidate === value)
    if (choice === undefined) throw wrong(this.at(key), `one of ${choices.join(', ')}`, value)
    return choice
  }

  object(key: string): JsonFields {
    return new JsonFields(this.raw(key), this.at(key), this.#correct)
  }

  /** A missing list is empty if `isOptional`. */
  objects(key: string, isOptional = false): JsonFields[] {
    const value = this.raw(key)
    if (value === undefined && isOptional) return []
    if (!isList(value)) throw wrong(this.at(key), 'a list', value)
    return value.map((item, index) => new JsonFields(item, `${this.at(key)}[${index}]`, this.#correct))
  }

  /** All fields that are neither objects nor lists. */
  plainValues(): Record<string, string | number | boolean | null> {
    const plain: [string, string | number | boolean | null][] = []
    for (const [key, value] of Object.entries(this.#object)) {
      if (isObject(value) || isList(value)) continue
      this.#asked.add(key)
      plain.push([key, value])
    }
    return Object.fromEntries(plain)
  }

  /** The fields that were not read: those of another program or a later version. */
  rest(): JsonObject | null {
    const unknown = Object.entries(this.#object).filter(([key]) => !this.#asked.has(key))
    return unknown.length === 0 ? null : Object.fromEntries(unknown)
  }

  #filled<T>(key: string, fallback: T): T {
    this.#correct({ code: 'default-filled', line: null, detail: this.at(key) })
    return fallback
  }
}

/** Throws UnreadableText with the path of a duplicate id. */
export function checkUnique(items: readonly { readonly id: string }[], path: string): void {
  const seen = new Set<string>()
  for (const [index, { id }] of items.entries()) {
    if (seen.has(id))
      throw new UnreadableText('wrong-shape', `${path}[${index}].id`, `"${id}" is there twice`)
    seen.add(id)
  }
}
