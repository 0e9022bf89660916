import type { HelpPage } from '#core/help/help-pages'

/** The page of a screen by the beginning of its address; a part of a screen names its own in `data-help`. */
const pages: readonly (readonly [RegExp, HelpPage])[] = [
  [/^\/record(?:$|\?)|\/minutes$/u, 'recording'],
  [/^\/podcasts/u, 'podcasts'],
  [/^\/settings\/models/u, 'models'],
  [/^\/settings\/voices/u, 'speakers'],
  [/^\/(?:network|storage)/u, 'privacy'],
]

/** The page of the help about what is in focus, else about what is shown. */
export function helpOfScreen(): HelpPage {
  const part =
    document.activeElement?.closest<HTMLElement>('[data-help]') ??
    document.querySelector<HTMLElement>('[data-help]')
  const own = part?.dataset['help']
  if (own !== undefined) return own as HelpPage
  const address = window.location.hash.replace(/^#/u, '')
  return pages.find(([start]) => start.test(address))?.[1] ?? 'start'
}
