import type { z } from 'zod'
import type { CallShape } from './call.ts'
import { clipCalls } from './clips.ts'
import { correctionCalls } from './corrections.ts'
import { cutCalls } from './cut.ts'
import { exportCalls } from './exports.ts'
import { glossaryCalls } from './glossary.ts'
import { importCalls } from './imports.ts'
import { jobCalls } from './jobs.ts'
import { libraryCalls } from './libraries.ts'
import { modelCalls } from './models.ts'
import { momentCalls } from './moments.ts'
import { networkCalls } from './network.ts'
import { opinionCalls } from './opinions.ts'
import { podcastCalls } from './podcasts.ts'
import { programCalls } from './program.ts'
import { recorderCalls } from './recorder.ts'
import { recordingCalls } from './recordings.ts'
import { storageCalls } from './room.ts'
import { transcriptCalls } from './transcripts.ts'
import { watchCalls } from './watch.ts'
import { voiceCalls } from './voices.ts'

/** Every remote call, by group and verb: `recordings.list`. */
export const calls = {
  recordings: recordingCalls,
  moments: momentCalls,
  cut: cutCalls,
  glossary: glossaryCalls,
  jobs: jobCalls,
  transcripts: transcriptCalls,
  opinions: opinionCalls,
  corrections: correctionCalls,
  exports: exportCalls,
  clips: clipCalls,
  models: modelCalls,
  imports: importCalls,
  libraries: libraryCalls,
  podcasts: podcastCalls,
  program: programCalls,
  recorder: recorderCalls,
  room: storageCalls,
  network: networkCalls,
  watch: watchCalls,
  voices: voiceCalls,
} as const

type Calls = typeof calls
export type GroupName = keyof Calls
export type CallName = {
  [Group in GroupName]: `${Group}.${Extract<keyof Calls[Group], string>}`
}[GroupName]

type ShapeOf<Name extends CallName> = Name extends `${infer Group extends GroupName}.${infer Verb}`
  ? Verb extends keyof Calls[Group]
    ? Calls[Group][Verb] extends CallShape
      ? Calls[Group][Verb]
      : never
    : never
  : never

/** What a caller passes: fields with defaults may be omitted. */
export type CallInput<Name extends CallName> = z.input<ShapeOf<Name>['in']>
/** What the handler receives: validated, with defaults filled in. */
export type CheckedInput<Name extends CallName> = z.output<ShapeOf<Name>['in']>
export type CallOutput<Name extends CallName> = z.output<ShapeOf<Name>['out']>

/**
 * The handlers of a group of calls: studio/api has one file for each group that implements exactly this. `Options`
 * are passed by the router in addition to the input.
 */
export type GroupApi<Group extends GroupName, Options> = {
  readonly [Verb in Extract<keyof Calls[Group], string>]: (
    input: CheckedInput<Extract<`${Group}.${Verb}`, CallName>>,
    options: Options,
  ) => Promise<CallOutput<Extract<`${Group}.${Verb}`, CallName>>>
}
