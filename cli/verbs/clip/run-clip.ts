import path from 'node:path'
import {
  type ClipChoices,
  clipFades,
  clipPictures,
  clipShapes,
  usualClip,
  usualPicture,
} from '#core/clips/clip-choices'
import { loudnessTargets, type SoundFileId, soundFileIds, soundFiles } from '#core/formats/sounds/sound-files'
import { parseTime } from '#core/sound/parse-time'
import { clipCover } from '#studio/export/clip-cover'
import { writeClip } from '#studio/export/clip'
import { withNewestRedactions } from '#studio/export/newest-redactions'
import type { StoredRecording } from '#studio/library/library'
import type { Studio } from '#studio/studio'
import { chosenTranscript, namedRecording } from '../../library/named-recording.ts'
import {
  badOption,
  choice,
  type Invocation,
  isOn,
  neededText,
  resolveFromCallerDir,
  text,
} from '../../options/arguments.ts'
import { newOutput } from '../../results/new-output.ts'
import { realFile } from '../../results/real-file.ts'
import { shownPath } from '../../results/results.ts'
import type { Terminal } from '../../terminal/terminal.ts'

/** Writes a part of a recording as a clip. */
export async function runClip(
  studio: Studio,
  terminal: Terminal,
  invocation: Invocation,
  signal: AbortSignal,
): Promise<number> {
  const [fromMs, toMs] = [timeOption(invocation, 'from'), timeOption(invocation, 'to')]
  const out = neededText(invocation, 'out')
  const sound = soundOf(invocation, out)
  const asked = askedChoices(invocation)
  if (sound !== null) refuseOfPicture(invocation)
  const recording = await namedRecording(studio, invocation)
  const { id: transcriptId, version } = await chosenTranscript(studio, recording)
  const picture = sound === null ? (asked.picture ?? (await pictureOf(studio, recording, signal))) : 'wave'
  const isPlain = isOn(invocation, 'no-title') || picture === 'video'
  const choices: ClipChoices = { ...usualClip, title: !isPlain, names: !isPlain, ...asked, picture }
  const target = resolveFromCallerDir(out)
  const plan = {
    folder: path.dirname(target),
    overwrite: isOn(invocation, 'overwrite'),
    inputs: new Set([await realFile(recording.path)]),
    written: new Set<string>(),
  }
  const { output } = await newOutput(plan, path.basename(target))
  // A watched folder does not take it for a new recording.
  await studio.library.recordOutput({
    path: output,
    format: 'clip',
    recordingId: recording.id,
    settingsKey: '',
    transcriptVersion: version,
    sha256: '',
  })
  terminal.startFile()
  const report = (file: string, fraction: number): void =>
    sound === null ? terminal.videoProgress(file, fraction) : terminal.soundFileProgress(file, fraction)
  const clip = { transcriptId, fromMs, toMs, cut: isOn(invocation, 'cut'), choices, sound }
  await withNewestRedactions(studio.library, { transcriptId }, (beforeMoved) =>
    writeClip(studio, clip, {
      output,
      signal,
      beforeMoved,
      onProgress: (fraction) => report(output, fraction),
    }),
  )
  terminal.note('written', { file: output }, terminal.words('result.written', { file: shownPath(output) }))
  return 0
}

function timeOption(invocation: Invocation, name: 'from' | 'to'): number {
  const value = neededText(invocation, name)
  const ms = parseTime(value)
  if (ms === null) throw badOption(invocation, name, value)
  return ms
}

/** By the ending of the file; null: a film. Fault `usage.bad-option`. */
function soundOf(invocation: Invocation, out: string): SoundFileId | null {
  const ending = path.extname(out).toLowerCase()
  if (ending === '.mp4') return null
  const sound = soundFileIds.find((id) => soundFiles[id].ending === ending)
  if (sound === undefined) throw badOption(invocation, 'out', out)
  return sound
}

type AskedChoices = Omit<ClipChoices, 'title' | 'names' | 'picture'> & {
  readonly picture?: ClipChoices['picture']
}

function askedChoices(invocation: Invocation): AskedChoices {
  const picture = choice(invocation, 'picture', clipPictures)
  const loudness = choice(invocation, 'loudness', ['none', ...loudnessTargets.map(String)], '-14')
  const crop = text(invocation, 'crop') ?? String(usualClip.crop)
  if (!/^\d{1,3}$/u.test(crop) || Number(crop) > 100) throw badOption(invocation, 'crop', crop)
  return {
    ...usualClip,
    shape: choice(invocation, 'shape', clipShapes, '9:16'),
    ...(picture === undefined ? {} : { picture }),
    captions: !isOn(invocation, 'no-captions'),
    highlight: isOn(invocation, 'highlight'),
    fade: choice(invocation, 'fade', clipFades, usualClip.fade),
    loudness: loudnessTargets.find((target) => String(target) === loudness) ?? null,
    crop: Number(crop),
  }
}

/** Sound has no picture. Fault `usage.bad-option`. */
function refuseOfPicture(invocation: Invocation): void {
  for (const name of ['shape', 'picture', 'crop']) {
    const value = text(invocation, name)
    if (value !== undefined) throw badOption(invocation, name, value)
  }
  for (const name of ['highlight', 'captions', 'no-captions', 'no-title'])
    if (isOn(invocation, name)) throw badOption(invocation, name, '')
}

/** The first that a recording has: its video, its cover, its wave. */
async function pictureOf(studio: Studio, recording: StoredRecording, signal: AbortSignal) {
  const { media } = await studio.library.card(recording.id)
  const hasVideo = media?.hasVideo ?? false
  const hasCover = !hasVideo && (await clipCover(studio.library, recording, signal)) !== null
  return usualPicture({ hasVideo, hasCover })
}
