import { linesOf } from '../reading/text-lines.ts'

/** A cue of a WebVTT file before its text is interpreted. */
export interface VttCue {
  /** Line number of its times, from 1. */
  readonly line: number
  readonly id: string
  /** As in the file: the end may be before the start. */
  readonly startMs: number
  readonly endMs: number
  readonly settings: string
  readonly payload: string
}

export interface VttFile {
  readonly hasHeader: boolean
  readonly cues: readonly VttCue[]
  /** Lines with an arrow whose times cannot be read: the cue is skipped. */
  readonly unreadable: readonly { readonly line: number; readonly text: string }[]
  /** Lines whose times have a comma instead of the point. */
  readonly commas: readonly { readonly line: number; readonly text: string }[]
  /** Blocks after the first cue that are neither a cue nor a comment: text after a blank line of a cue. */
  readonly strays: readonly StrayBlock[]
}

export interface StrayBlock {
  /** Of its first line, from 1. */
  readonly line: number
  readonly text: string
  /** Index of the cue before it. */
  readonly cue: number
}

const timeWith = (sign: string): string => String.raw`(?:(\d+):)?([0-5]\d):([0-5]\d)${sign}(\d{3})`
const timeLine = (sign: string): RegExp =>
  new RegExp(
    String.raw`^[ \t\f]*${timeWith(sign)}[ \t\f]*-->[ \t\f]*${timeWith(sign)}(?!\d)[ \t\f]*(.*)$`,
    's',
  )
/** Times as specified by WebVTT (W3C, §4.2 and §6.3); variants also accept a comma for the point. */
const specified = timeLine(String.raw`\.`)
const tolerated = timeLine('[.,]')
/** The first line of a block that is not text. */
const blockOfOwn = /^(?:NOTE(?:[ \t]|$)|(?:STYLE|REGION)[ \t]*$)/
const signature = /^WEBVTT(?:[ \t].*)?$/s

/**
 * The cues of a text by the specification alone if it yields any (W3C, §6.1: a cue with invalid times is
 * skipped), else also those whose times have a comma, as in a renamed SRT.
 */
export function vttCues(text: string): VttFile {
  const lines = linesOf(text.replaceAll('\0', '\uFFFD'))
  const hasHeader = signature.test(lines[0] ?? '')
  const strict = cuesOf(lines, hasHeader, specified)
  return strict.cues.length > 0 && hasHeader ? strict : cuesOf(lines, hasHeader, tolerated)
}

function cuesOf(lines: readonly string[], hasHeader: boolean, timing: RegExp): VttFile {
  const cues: VttCue[] = []
  const unreadable: { line: number; text: string }[] = []
  const commas: { line: number; text: string }[] = []
  const strays: StrayBlock[] = []
  for (let index = hasHeader ? 1 : 0; index < lines.length; index++) {
    const text = lines[index] ?? ''
    const line = index + 1
    if (!text.includes('-->')) {
      if (text === '' || cues.length === 0) continue
      while (index + 1 < lines.length && !isCueEnd(lines[index + 1] ?? '')) index++
      const isName = index + 1 === line && (lines[line] ?? '').includes('-->')
      const stray = lines.slice(line - 1, index + 1).join('\n')
      if (!isName && !blockOfOwn.test(text)) strays.push({ line, text: stray, cue: cues.length - 1 })
      continue
    }
    const match = timing.exec(text)
    const id = identifier(lines, index, hasHeader, cues.length > 0)
    while (index + 1 < lines.length && !isCueEnd(lines[index + 1] ?? '')) index++
    if (match === null) {
      unreadable.push({ line, text })
      continue
    }
    if (!specified.test(text)) commas.push({ line, text })
    cues.push({
      line,
      id,
      startMs: milliseconds(match, 1),
      endMs: milliseconds(match, 5),
      settings: withoutSpaceAtEnd(match[9] ?? ''),
      payload: lines.slice(line, index + 1).join('\n'),
    })
  }
  return { hasHeader, cues, unreadable, commas, strays }
}

/** The line before the times, if it is the first of its block. */
function identifier(lines: readonly string[], index: number, hasHeader: boolean, hasCue: boolean): string {
  const before = lines[index - 1] ?? ''
  // Before the first cue, such a line begins a block of its own, which a line of times ends.
  if (!hasCue && /^(?:STYLE|REGION)[ \t]*$/.test(before)) return ''
  const isFirst = index - 1 === (hasHeader ? 1 : 0) || (lines[index - 2] ?? '') === ''
  return index - 1 >= (hasHeader ? 1 : 0) && isFirst && !before.includes('-->') ? before : ''
}

/** Backtracking would retry from each space. */
function withoutSpaceAtEnd(text: string): string {
  let end = text.length
  while (end > 0 && ' \t\f'.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

const isCueEnd = (line: string): boolean => line === '' || line.includes('-->')

function milliseconds(match: RegExpExecArray, at: number): number {
  const seconds = Number(match[at] ?? 0) * 3_600 + Number(match[at + 1]) * 60 + Number(match[at + 2])
  return seconds * 1_000 + Number(match[at + 3])
}
