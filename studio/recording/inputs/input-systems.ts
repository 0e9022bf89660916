import type { SourceRole } from '#core/recording/journal-entry'

/** A device, or an output's monitor, that ffmpeg can record. */
export interface SoundInput {
  /** Used by its system to open it. */
  readonly id: string
  /** Shown to people. */
  readonly name: string
  readonly role: SourceRole
  readonly isDefault: boolean
}

/** How ffmpeg reaches the sound inputs of one system. */
export interface InputSystem {
  /** Name of ffmpeg's input format. */
  readonly format: string
  /** Arguments that make ffmpeg list the inputs, on stdout or stderr. */
  readonly listWords: readonly string[]
  parseList(printed: string): SoundInput[]
  /** Arguments up to and including `-i`. */
  openWords(id: string): readonly string[]
  /** The id of the system's default, whatever it is; null if there is no such id. */
  readonly defaultId: string | null
}

/**
 * Length of the pieces in which sound is delivered, ms: virtual devices (PulseAudio's remapped sources) are
 * late by one piece.
 */
const PIECE_MS = 20

const pulse: InputSystem = {
  format: 'pulse',
  listWords: ['-sources', 'pulse'],
  parseList: (printed) =>
    [...printed.matchAll(/^([* ]) (\S+) \[(.*)\](?: \([^()]*\))?$/gmu)].map(
      ([, star, id = '', name = '']) => ({
        id,
        name,
        role: id.endsWith('.monitor') ? 'system' : 'microphone',
        isDefault: star === '*',
      }),
    ),
  openWords: (id) => [
    ...`-f pulse -sample_rate 48000 -channels 1 -fragment_size ${PIECE_MS * 96} -i`.split(' '),
    id,
  ],
  defaultId: 'default',
}

const avfoundation: InputSystem = {
  format: 'avfoundation',
  listWords: ['-f', 'avfoundation', '-list_devices', 'true', '-i', ''],
  parseList: (printed) =>
    [...(/audio devices:([\s\S]*)/u.exec(printed)?.[1] ?? '').matchAll(/\] \[(\d+)\] (.+)$/gmu)].map(
      ([, number, name = '']) => ({ id: name, name, role: 'microphone', isDefault: number === '0' }),
    ),
  openWords: (id) => ['-f', 'avfoundation', '-i', `:${id}`],
  defaultId: 'default',
}

const dshow: InputSystem = {
  format: 'dshow',
  listWords: ['-f', 'dshow', '-list_devices', 'true', '-i', 'dummy'],
  parseList(printed) {
    // Older ffmpeg prints the kind in a line above the devices, newer after each of them.
    const lines = printed.split(/\r?\n/u)
    const headline = lines.findIndex((line) => line.includes('DirectShow audio devices'))
    const names = lines.flatMap((line, index) => {
      const [, name, kind] = /\] +"(.+)"(?: \((.+)\))?$/u.exec(line) ?? []
      const isAudio = kind === undefined ? headline >= 0 && index > headline : /audio/u.test(kind)
      return name === undefined || line.includes('Alternative name') || !isAudio ? [] : [name]
    })
    return names.map((name, index) => ({ id: name, name, role: 'microphone', isDefault: index === 0 }))
  },
  openWords: (id) => ['-f', 'dshow', '-audio_buffer_size', String(PIECE_MS), '-i', `audio=${id}`],
  defaultId: null,
}

const systems: Readonly<Partial<Record<NodeJS.Platform, InputSystem>>> = {
  linux: pulse,
  freebsd: pulse,
  openbsd: pulse,
  darwin: avfoundation,
  win32: dshow,
}

/** Null on a system whose sound inputs ffmpeg cannot record. */
export function inputSystem(platform: NodeJS.Platform = process.platform): InputSystem | null {
  return systems[platform] ?? null
}
