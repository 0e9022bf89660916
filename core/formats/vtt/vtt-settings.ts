import type { CuePosition } from '../../transcript/marks/kinds/position.ts'

/**
 * Position of a cue as in WebVTT (W3C, §4.4 and §6.5); omitted settings have the specification's defaults.
 */
export interface VttSettings {
  readonly vertical: '' | 'rl' | 'lr'
  /** A line number, or a percentage if `snapToLines` is false. */
  readonly line: number | 'auto'
  readonly snapToLines: boolean
  readonly lineAlign: 'start' | 'center' | 'end'
  readonly position: number | 'auto'
  readonly size: number
  readonly align: 'start' | 'center' | 'end' | 'left' | 'right'
  readonly region: string
}

export const defaultSettings: VttSettings = {
  vertical: '',
  line: 'auto',
  snapToLines: true,
  lineAlign: 'start',
  position: 'auto',
  size: 100,
  align: 'center',
  region: '',
}

const percentage = /^(\d+(?:\.\d+)?)%$/
const lineNumber = /^-?\d+(?:\.\d+)?$/

/** Reads the settings after a cue's times; invalid ones are ignored, as specified. */
export function readVttSettings(text: string): VttSettings {
  let settings = defaultSettings
  for (const item of text.split(/[ \t\f]+/)) {
    const at = item.indexOf(':')
    if (at > 0 && at < item.length - 1)
      settings = { ...settings, ...setting(item.slice(0, at), item.slice(at + 1)) }
  }
  return settings
}

function setting(name: string, value: string): Partial<VttSettings> {
  switch (name) {
    case 'vertical':
      return value === 'rl' || value === 'lr' ? { vertical: value } : {}
    case 'line':
      return lineSetting(value)
    case 'position': {
      const [percent = '', align] = value.split(',', 2)
      const isAlign = align === undefined || /^(?:line-left|center|line-right)$/.test(align)
      const position = share(percent)
      return position === null || !isAlign || value.split(',').length > 2 ? {} : { position }
    }
    case 'size': {
      const size = share(value)
      return size === null ? {} : { size }
    }
    case 'align':
      return isAlignment(value) ? { align: value } : {}
    case 'region':
      return { region: value }
    default:
      return {}
  }
}

const isAlignment = (value: string): value is VttSettings['align'] =>
  /^(?:start|center|end|left|right)$/.test(value)

function lineSetting(value: string): Partial<VttSettings> {
  const [place = '', align, ...others] = value.split(',')
  if (others.length > 0) return {}
  const lineAlign = align === undefined ? {} : { lineAlign: align as VttSettings['lineAlign'] }
  if (align !== undefined && !/^(?:start|center|end)$/.test(align)) return {}
  const percent = share(place)
  if (percent !== null) return { line: percent, snapToLines: false, ...lineAlign }
  // A number too large for a float is invalid.
  return lineNumber.test(place) && Number.isFinite(Number(place))
    ? { line: Number(place), snapToLines: true, ...lineAlign }
    : {}
}

/** A percentage from 0 to 100. */
function share(text: string): number | null {
  const value = Number(percentage.exec(text)?.[1] ?? Number.NaN)
  return value >= 0 && value <= 100 ? value : null
}

/** The settings for one of nine positions: the first line for the top, half of the height for the middle. */
export function settingsOf(position: CuePosition | null): string {
  if (position === null) return ''
  const line = { top: 'line:0', middle: 'line:50%,center', bottom: '' }[position.vertical]
  const align = position.horizontal === 'center' ? '' : `align:${position.horizontal}`
  return [line, align].filter(Boolean).join(' ')
}
