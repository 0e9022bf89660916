import type { RecordingType } from '#core/recording/journal-entry'

/** Why a source cannot be recorded; each has its own text. */
export type SourceProblem =
  | 'refused'
  | 'not-found'
  | 'busy'
  | 'no-sound-shared'
  | 'not-supported'
  | 'cancelled'
  | 'failed'

export class SourceFailed extends Error {
  readonly problem: SourceProblem
  constructor(problem: SourceProblem, cause?: unknown) {
    super(`source: ${problem}`, { cause })
    this.problem = problem
  }
}

/** How a microphone is set up: gain control changes the system's own level, so it is off for both kinds. */
export function microphoneConstraints(type: RecordingType): MediaTrackConstraints {
  return {
    echoCancellation: type === 'meeting',
    noiseSuppression: false,
    autoGainControl: false,
    channelCount: { ideal: 1 },
  }
}

/** Opens an input; null: the system's default. */
export async function openInput(deviceId: string | null, type: RecordingType): Promise<MediaStream> {
  if (!('mediaDevices' in navigator)) throw new SourceFailed('not-supported')
  const which = deviceId === null ? {} : { deviceId: { exact: deviceId } }
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: { ...microphoneConstraints(type), ...which },
      video: false,
    })
  } catch (error) {
    throw new SourceFailed(problemOf(error), error)
  }
}

/** A monitor is opened without processing: echo cancellation would remove what the computer plays. */
export const openMonitor = (deviceId: string): Promise<MediaStream> => openInput(deviceId, 'podcast')

/**
 * The computer's own sound, chosen by the system or in the browser's sharing dialog; only after a click or
 * key.
 */
export async function openSystemSound(): Promise<MediaStream> {
  if (!hasDisplayCapture()) throw new SourceFailed('not-supported')
  const options: DisplayMediaStreamOptions & Readonly<Record<string, unknown>> = {
    // A video must always be requested; its track is stopped immediately.
    video: { width: 16, height: 16, frameRate: 1 },
    audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    systemAudio: 'include',
    selfBrowserSurface: 'exclude',
    suppressLocalAudioPlayback: false,
  }
  let stream: MediaStream
  try {
    stream = await navigator.mediaDevices.getDisplayMedia(options)
  } catch (error) {
    const problem = problemOf(error)
    throw new SourceFailed(problem === 'refused' ? 'cancelled' : problem, error)
  }
  for (const track of stream.getVideoTracks()) {
    track.stop()
    stream.removeTrack(track)
  }
  const [sound] = stream.getAudioTracks()
  if (sound === undefined) throw new SourceFailed('no-sound-shared')
  // macOS answers a refused permission with a track that has already ended.
  if (sound.readyState === 'ended') throw new SourceFailed('refused')
  return stream
}

export function hasDisplayCapture(): boolean {
  return 'mediaDevices' in navigator && 'getDisplayMedia' in navigator.mediaDevices
}

const problems: Readonly<Record<string, SourceProblem>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'not-found',
  OverconstrainedError: 'not-found',
  NotReadableError: 'busy',
  AbortError: 'cancelled',
  NotSupportedError: 'not-supported',
  TypeError: 'not-supported',
}

export function problemOf(error: unknown): SourceProblem {
  return (error instanceof Error && problems[error.name]) || 'failed'
}
