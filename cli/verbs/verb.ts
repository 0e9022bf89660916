import type { ProgramLanguage } from '#core/messages/messages'
import type { OpenedStudio } from '../library/open-and-report.ts'
import type { Invocation } from '../options/arguments.ts'
import type { Options } from '../options/option-groups.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** What a command is given to run. */
export interface Call {
  readonly invocation: Invocation
  readonly terminal: Terminal
  /** Folder of the library. */
  readonly dataFolder: string
  readonly openLibrary: () => Promise<OpenedStudio>
  readonly openAt: (folder: string) => Promise<OpenedStudio>
}

export interface VerbHelp {
  /** Arguments and purpose, as the list of all commands shows them; the purpose may be empty. */
  readonly arguments: string
  readonly purpose: string
  /** The whole help; names in braces are filled in by `help/help-text.ts`. */
  readonly text: string
}

/** A command: all that the program has to know of it. */
export interface Verb {
  readonly name: string
  /** Besides those that all commands have; one of the same name replaces it. */
  readonly options: Options
  readonly help: Readonly<Record<ProgramLanguage, VerbHelp>>
  /**
   * Resolves to the exit code. What it needs is imported when it runs, as a short command spends most of its
   * time loading.
   */
  readonly run: (call: Call) => Promise<number>
}
