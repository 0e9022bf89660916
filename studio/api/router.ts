import type { z } from 'zod'
import type { CallShape } from '#contracts/calls/call'
import { type GroupApi, type GroupName, calls } from '#contracts/calls/calls'
import { Fault } from '#contracts/errors'
import type { CallOptions } from './call-options.ts'
import { firstDroppedKey } from './dropped-keys.ts'

/** One implementation per group of `contracts/calls`. */
export type StudioApi = { readonly [Group in GroupName]: GroupApi<Group, CallOptions> }

export interface Router {
  /**
   * Handles the call `group.verb`. Faults: `call.unknown`, `call.bad-input` (its detail names the invalid part),
   * `call.not-here`, `job.cancelled` once the signal is aborted, and those of the call itself.
   */
  answer(name: string, input: unknown, options: CallOptions): Promise<unknown>
}

export interface RouterOptions {
  /** Validates outputs too, for tests. */
  readonly checkOutput?: boolean
}

type Verb = (input: unknown, options: CallOptions) => Promise<unknown>

interface Entry {
  readonly shape: CallShape
  readonly verb: Verb
}

/** Throws at startup if an implementation lacks a verb or has one outside the contract. */
export function makeRouter(api: StudioApi, { checkOutput = false }: RouterOptions = {}): Router {
  const entries = entriesOf(api)
  return {
    async answer(name, input, options) {
      const entry = entries.get(name)
      if (entry === undefined) throw new Fault('call.unknown', { call: name.slice(0, 100) })
      const { shape, verb } = entry
      if (shape.localOnly === true && options.local !== true) throw new Fault('call.not-here', { call: name })
      const checked = checkInput(name, shape.in, input)
      options.signal.throwIfAborted()
      const output = await verb(checked, options)
      if (checkOutput) mustFit(name, shape.out, output)
      return output
    },
  }
}

function entriesOf(api: StudioApi): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>()
  const groups: Readonly<Record<string, Readonly<Record<string, CallShape>>>> = calls
  const implementations = api as unknown as Readonly<Record<string, Readonly<Record<string, unknown>>>>
  for (const group of new Set([...Object.keys(groups), ...Object.keys(implementations)])) {
    const shapes = groups[group] ?? {}
    const verbs = implementations[group] ?? {}
    for (const verb of new Set([...Object.keys(shapes), ...Object.keys(verbs)])) {
      const name = `${group}.${verb}`
      const shape = shapes[verb]
      const implementation = verbs[verb]
      if (shape === undefined) throw new Error(`${name} is in no contract`)
      if (typeof implementation !== 'function') throw new Error(`nothing answers ${name}`)
      // Groups are joined by name: `a.b` + `c` and `a` + `b.c` would be the same call.
      if (entries.has(name)) throw new Error(`${name} is there twice`)
      entries.set(name, { shape, verb: implementation.bind(verbs) as Verb })
    }
  }
  return entries
}

function checkInput(name: string, shape: z.ZodType, input: unknown): unknown {
  const checked = shape.safeParse(input)
  if (!checked.success) throw new Fault('call.bad-input', { call: name }, checked.error.message)
  // Zod drops unknown keys silently; a dropped key is the caller's mistake and must be reported.
  const dropped = firstDroppedKey(input, checked.data)
  if (dropped !== null) throw new Fault('call.bad-input', { call: name }, `unknown key: ${dropped}`)
  return checked.data
}

function mustFit(name: string, shape: z.ZodType, output: unknown): void {
  const checked = shape.safeParse(output)
  if (!checked.success)
    throw new Error(`${name} answers what its contract does not say: ${checked.error.message}`)
  const dropped = firstDroppedKey(output, checked.data)
  if (dropped !== null) throw new Error(`${name} answers with ${dropped}, which its contract does not know`)
}
