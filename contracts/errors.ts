/**
 * Every fault that may be shown has a stable code. Its texts (message and remedy) are in core/messages under
 * `error.<code>` and `error.<code>.remedy`, in each language of the user interface.
 */
export const errorCodes = [
  'usage.bad-option',
  'usage.missing-file',
  'usage.unknown-verb',
  'usage.stdout-one-file',
  'usage.no-terminal',
  'media.not-found',
  'media.not-a-file',
  'media.empty-file',
  'media.unreadable',
  'media.unsupported',
  'media.no-audio',
  'media.no-samples',
  'media.no-such-track',
  'import.other-tracks',
  'media.stalled',
  'media.moved',
  'media.changed',
  'ffmpeg.missing',
  'ffmpeg.failed',
  'ffmpeg.no-libass',
  'video.no-media',
  'video.no-picture',
  'video.no-captions',
  'video.container',
  'video.failed',
  'video.no-encoder',
  'disk.full',
  'disk.read-only',
  'disk.failed',
  'output.exists',
  'model.unknown',
  'model.damaged',
  'model.missing',
  'model.not-here',
  'model.unreadable',
  'model.bad-folder',
  'model.embedded',
  'model.exists',
  'model.language',
  'model.load-failed',
  'model.not-in-catalog',
  'model.archive-unsafe',
  'model.archive-damaged',
  'model.archive-too-large',
  'model.archive-incomplete',
  'model.wrong-hash',
  'model.bad-hash',
  'model.not-verified',
  'network.address',
  'network.unreachable',
  'network.stalled',
  'network.refused',
  'network.changed',
  'version.unreadable',
  'network.too-large',
  'podcast.unknown',
  'podcast.not-a-feed',
  'podcast.web-page',
  'podcast.unsafe-feed',
  'podcast.empty-feed',
  'podcast.encoding',
  'podcast.no-address',
  'podcast.unknown-episode',
  'podcast.chapters-failed',
  'podcast.no-transcript',
  'publish.sound-cut',
  'publish.no-chapters-in',
  'engine.died',
  'engine.silent',
  'engine.failed',
  'library.newer-version',
  'library.network-drive',
  'library.damaged',
  'library.busy',
  'library.unusable',
  'recording.unknown',
  'recording.ambiguous',
  'recording.no-transcript',
  'recorder.unknown',
  'recorder.stopped',
  'recorder.not-equal',
  'recorder.no-inputs',
  'recorder.no-such-device',
  'recorder.device-failed',
  'recorder.no-list',
  'job.cancelled',
  'job.lease-lost',
  'job.unknown',
  'archive.no-plan',
  'archive.no-shard',
  'archive.no-recordings',
  'archive.no-path-column',
  'archive.damaged',
  'archive.changed',
  'archive.other-key',
  'archive.interrupted',
  'archive.network-scratch',
  'range.empty',
  'range.beyond-end',
  'backup.not-a-backup',
  'backup.damaged',
  'backup.passphrase-needed',
  'backup.wrong-passphrase',
  'backup.no-passphrase',
  'backup.inside-library',
  'backup.library-not-empty',
  'backup.file-name',
  'trim.none',
  'trim.not-own',
  'trim.not-equal',
  'sound.deleted',
  'sound.no-text',
  'sound.in-use',
  'sound.not-own',
  'edit.refused',
  'call.unknown',
  'call.bad-input',
  'call.not-here',
  'connection.lost',
  'import.incomplete',
  'import.unknown',
  'import.other-file',
  'speakers.no-pieces',
  'format.unknown',
  'format.unreadable',
  'format.not-read',
  'format.no-times',
  'format.no-option',
  'translation.unknown',
  'export.too-large',
  'output.is-input',
  'output.is-written',
  'preset.unknown',
  'preset.unreadable',
  'transcript.no-times',
  'transcript.running',
  'transcript.other-recording',
  'transcript.not-whole',
  'transcript.foreign',
  'transcript.newer-version',
  'transcript.wrong-member',
  'internal',
] as const

export type ErrorCode = (typeof errorCodes)[number]

export type FaultValues = Readonly<Record<string, string | number>>

/** An error with a code, thrown where the cause is known; its message is added on transfer (describe-fault.ts). */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly code: ErrorCode
  /** Values for the message: file names, sizes, languages. */
  readonly values: FaultValues
  /** Technical detail: ffmpeg's last lines, the tail of stderr. */
  readonly detail: string | undefined

  constructor(code: ErrorCode, values: FaultValues = {}, detail?: string, cause?: unknown) {
    super(
      `${code} ${JSON.stringify(values)}${detail ? `\n${detail}` : ''}`,
      cause === undefined ? {} : { cause },
    )
    this.code = code
    this.values = values
    this.detail = detail
  }
}

/** The form in which every error is transferred. */
export interface WireError {
  readonly code: ErrorCode
  readonly message: string
  readonly remedy?: string
  readonly detail?: string
}
