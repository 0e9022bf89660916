import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { Fault } from '#contracts/errors'
import { findFfmpeg } from '../../sound/ffmpeg.ts'
import { type InputSystem, inputSystem, type SoundInput } from './input-systems.ts'

const MAX_MS = 15_000

/**
 * All sound inputs, in the system's order. Faults: `recorder.no-list` if this ffmpeg, or this system, has no sound
 * inputs; `recorder.no-inputs` if there is none, or no sound server; `ffmpeg.missing`.
 */
export async function listInputs(): Promise<SoundInput[]> {
  const printed = await printedList(needInputSystem())
  if (/Unknown (?:input format|input or output)|Cannot find|No such (?:input|device type)/iu.test(printed)) {
    throw new Fault('recorder.no-list', { platform: process.platform }, printed.trim())
  }
  const inputs = needInputSystem().parseList(printed)
  if (inputs.length === 0)
    throw new Fault('recorder.no-inputs', { platform: process.platform }, printed.trim())
  return inputs
}

/** Fault `recorder.no-list`. */
export function needInputSystem(): InputSystem {
  const system = inputSystem()
  if (system === null) throw new Fault('recorder.no-list', { platform: process.platform })
  return system
}

/**
 * The inputs named by a person, by id or name; without names the default. Fault `recorder.no-such-device`.
 */
export function chosenInputs(inputs: readonly SoundInput[], names: readonly string[]): SoundInput[] {
  if (names.length === 0) {
    const first = inputs.find(({ isDefault }) => isDefault) ?? inputs[0]
    return first === undefined ? [] : [first]
  }
  return names.map((name) => {
    const wanted = name.normalize('NFC').toLowerCase()
    const is = (text: string): boolean => text.normalize('NFC').toLowerCase() === wanted
    const found = inputs.find(({ id }) => id === name) ?? inputs.find((one) => is(one.id) || is(one.name))
    if (found !== undefined) return found
    const known = inputs.map(({ id }) => id).join(', ')
    throw new Fault('recorder.no-such-device', { device: name, known })
  })
}

/** Listing devices ends with an error on some systems, as nothing is opened. */
async function printedList({ listWords }: InputSystem): Promise<string> {
  const { ffmpeg } = await findFfmpeg()
  try {
    const { stdout, stderr } = await promisify(execFile)(ffmpeg, ['-hide_banner', '-nostdin', ...listWords], {
      timeout: MAX_MS,
      windowsHide: true,
    })
    return `${stdout}\n${stderr}`
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: unknown; stderr?: unknown }
    if (typeof stdout !== 'string' || typeof stderr !== 'string') throw error
    return `${stdout}\n${stderr}`
  }
}
