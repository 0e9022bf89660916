import { escapedXml } from '../../formats/reading/xml-text.ts'
import type { FrameRate } from '../../frames/timecode.ts'
import { type CutClip, cutFrames, mediaAddress, onOneLine } from './cut-clips.ts'
import type { CutList, CutListFile, ListedCut } from './cut-list.ts'

/** What is kept of a recording as a project of Final Cut Pro (FCPXML 1.10): clips of one asset, in whole frames. */
export const cutFcpxml: CutList<'cut-fcpxml'> = {
  id: 'cut-fcpxml',
  label: { en: 'Final Cut Pro', fr: 'Final Cut Pro' },
  purpose: { en: 'The cut as clips in Final Cut Pro', fr: 'La coupe en plans dans Final Cut Pro' },
  ending: '.cut.fcpxml',
  mediaType: 'application/xml',
  countsFrames: true,
  write: writeCutFcpxml,
}

function writeCutFcpxml(cut: ListedCut): CutListFile[] {
  const { rate, clips, length } = cutFrames(cut)
  const name = escapedXml(onOneLine(cut.title) || 'cut')
  const total = clips.reduce((sum, { from, to }) => sum + to - from, 0)
  const picture = cut.video === null ? '' : ' hasVideo="1" format="r1"'
  const asset = `name="${escapedXml(cut.media.split('/').at(-1) ?? '')}" start="0s" duration="${rational(length, rate)}"`
  // Without a size the program takes that of the first clip.
  const size = cut.video === null ? ' width="1920" height="1080"' : ''
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE fcpxml>',
    '<fcpxml version="1.10">',
    ' <resources>',
    `  <format id="r1" frameDuration="${rational(1, rate)}"${size}/>`,
    `  <asset id="r2" ${asset}${picture} hasAudio="1" audioSources="1">`,
    `   <media-rep kind="original-media" src="${escapedXml(mediaAddress(cut))}"/>`,
    '  </asset>',
    ' </resources>',
    ` <library><event name="${name}"><project name="${name}">`,
    `  <sequence format="r1" duration="${rational(total, rate)}" tcStart="0s" tcFormat="${rate.drops ? 'DF' : 'NDF'}">`,
    '   <spine>',
    ...clips.map((clip, index) => clipLine(clip, index + 1, rate)),
    '   </spine>',
    '  </sequence>',
    ' </project></event></library>',
    '</fcpxml>',
  ]
  return [{ ending: cutFcpxml.ending, text: `${lines.join('\n')}\n` }]
}

const clipLine = ({ from, to, at }: CutClip, number: number, rate: FrameRate): string =>
  `    <asset-clip ref="r2" name="${number}" offset="${rational(at, rate)}" start="${rational(from, rate)}" duration="${rational(to - from, rate)}" audioRole="dialogue"/>`

/** A number of frames as a fraction of seconds. */
const rational = (frames: number, { numerator, denominator }: FrameRate): string =>
  frames === 0 ? '0s' : `${frames * denominator}/${numerator}s`
