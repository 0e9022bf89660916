import { useQuery } from '@tanstack/react-query'
import { helpFile, helpPages } from '#core/help/help-pages'
import type { ProgramLanguage } from '#core/language/program-language'
import { helpTexts } from './help-texts.ts'

/** The Markdown of every page by its name. */
export function useHelp(language: ProgramLanguage): ReadonlyMap<string, string> | undefined {
  return useQuery({
    queryKey: ['help', language],
    queryFn: async () => {
      const texts = helpPages.map(async (page) => {
        const load = helpTexts[helpFile(page, language)]
        if (load === undefined) throw new Error(`no help page ${page}`)
        return [page, (await load()).default] as const
      })
      return new Map<string, string>(await Promise.all(texts))
    },
    staleTime: Infinity,
  }).data
}
