import type { ProgramLanguage } from '../../language/program-language.ts'

/** What one error says: what is wrong, and what the person can do about it. */
export interface ErrorWords {
  readonly message: string
  readonly remedy: string
  /** The same for a window or a browser, where a command of the terminal is of no use; default: the above. */
  readonly onPage?: { readonly message?: string; readonly remedy?: string }
}

/** All that is known of an error code, in each language of the user interface. */
export interface ErrorText extends Readonly<Record<ProgramLanguage, ErrorWords>> {
  /** Whether its technical details help the person or the developers, so that the command line prints them. */
  readonly showsDetail?: true
}
