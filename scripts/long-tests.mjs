// Tests that take long: real recognition stopped and begun anew at each step, full disks, films, very long texts, other
// browsers, screens in the second look. `npm test` leaves them out and names them; `npm test -- --all` runs them, as CI does.

/** Files of unit tests. */
export const longTests = [
  'bench/measure/process-tree.test.ts',
  'bench/failures/play-failures.test.ts',
  'cli/add-joined.test.ts',
  'cli/archive-engines.test.ts',
  'cli/archive-workers.test.ts',
  'cli/chosen-models.test.ts',
  'cli/convert-video.test.ts',
  'cli/disk.test.ts',
  'cli/interruption.test.ts',
  'cli/library-verbs.test.ts',
  'cli/listed-network.test.ts',
  'cli/live-text.test.ts',
  'cli/odd-sound.test.ts',
  'cli/opinion.test.ts',
  'cli/other-model.test.ts',
  'cli/range.test.ts',
  'cli/record.test.ts',
  'cli/two-commands.test.ts',
  'cli/watch-run.test.ts',
  'renderer/session/two-windows-thousand.test.ts',
  'scripts/packaging/same-bytes.test.ts',
  'studio/archive/gather-archive.test.ts',
  'studio/backup/backup-library.test.ts',
  'studio/jobs/job-engines.test.ts',
  'studio/jobs/kinds/second-opinion.test.ts',
  'studio/jobs/number-of-cores.test.ts',
  'studio/jobs/queue/job-runner-full-disk.test.ts',
  'studio/jobs/queue/job-runner.test.ts',
  'studio/jobs/range.test.ts',
  'studio/jobs/tracks/all-tracks.test.ts',
  'studio/live-text/live-recognition.test.ts',
  'studio/live-text/live-texts.test.ts',
  'studio/models/embedded-whisper.test.ts',
  'studio/recording/finish-recording.test.ts',
  'studio/sound/captioned/burn-captions.test.ts',
  'studio/sound/captioned/mux-captions.test.ts',
  'studio/sound/hostile-media.test.ts',
  'studio/sound/times-agree.test.ts',
  'studio/watch/watched-folders.test.ts',
]

/** What the full title of a journey begins with, its file first. */
export const longJourneys = [
  'better-model.journey.ts',
  'browsers/main-way.journey.ts',
  'browsers/no-sound-device.journey.ts',
  'caption-times.journey.ts edges snap to the shots',
  'connection-lost.journey.ts',
  'damaged-files.journey.ts files that are no recordings',
  'electron/life-deaths.journey.ts',
  'electron/life-quit.journey.ts',
  'electron/package.journey.ts',
  'electron/security-network.journey.ts',
  'electron/utility-processes.journey.ts',
  'electron/watch.journey.ts',
  'engine-killed.journey.ts',
  'film-export.journey.ts',
  'full-disk.journey.ts',
  'import.journey.ts while text is written',
  'interrupted.journey.ts',
  'library.journey.ts the number to check',
  'mark-offer.journey.ts',
  'moved-original.journey.ts',
  'notification.journey.ts',
  'paste.journey.ts in a short text 50,000',
  'playing.journey.ts a short recording a stretch',
  'podcasts.journey.ts a feed of 10,000 episodes',
  'record-two-tabs.journey.ts',
  'redacted-voice.journey.ts the export dialog',
  'remembered-voices.journey.ts',
  'screens.journey.ts screens of a library that is podcast',
  'screens.journey.ts screens of a library that is sample, part 1 of 4 axe finds nothing, nothing is cut off: fr-dark-small',
  'screens.journey.ts screens of a library that is sample, part 2 of 4 axe finds nothing, nothing is cut off: fr-dark-small',
  'screens.journey.ts screens of a library that is sample, part 3 of 4',
  'screens.journey.ts screens of a library that is sample, part 4 of 4',
  'second-opinion.journey.ts',
  'speakers.journey.ts counting the speakers anew',
  'speakers.journey.ts two voices are heard',
  'three-videos.journey.ts',
  'two-windows.journey.ts',
  'undo.journey.ts 500 corrections',
  'upload.journey.ts',
  'video.journey.ts',
  'watch.journey.ts with files',
]

/** Set by `npm test` for vitest and Playwright where long tests are left out. */
export const LEAVE_OUT = 'PAROLO_LEAVE_OUT_LONG_TESTS'
export const isLeftOut = process.env[LEAVE_OUT] !== undefined

/** As names in the report, with the reason. */
export const longNames = [...longTests, ...longJourneys].map((name) => `${name} (long: npm test -- --all)`)

/** Fits the title path of such a journey, its project first. */
export const longJourney = new RegExp(
  `^\\S+ (?:${longJourneys.map((begin) => begin.replaceAll(/[.+*?^$()[\]{}|\\]/gu, String.raw`\$&`)).join('|')})`,
  'u',
)
