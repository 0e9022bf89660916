import { useCallback, useSyncExternalStore } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { translationLanguages } from '#core/captions/translations/translation-marks'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { useSession } from '../../session/use-session.ts'

/** The language chosen beside the original, null for none; undefined until something is chosen. */
interface Chosen {
  readonly language: string | null | undefined
}

/** One for each open transcript, for the list, the picture and the export. */
const stores = new WeakMap<TranscriptSession, StoreApi<Chosen>>()

function storeOf(session: TranscriptSession): StoreApi<Chosen> {
  const known = stores.get(session) ?? createStore<Chosen>(() => ({ language: undefined }))
  stores.set(session, known)
  return known
}

export function showTranslation(session: TranscriptSession, language: string | null): void {
  storeOf(session).setState({ language })
}

/** The languages of the transcript's translations; the same list while they stay the same. */
export function useTranslationLanguages(session: TranscriptSession): readonly string[] {
  const joined = useSession(session, ({ transcript }) => translationLanguages(transcript).join(' '))
  return joined === '' ? [] : joined.split(' ')
}

/** The language that is shown beside the original: the chosen one while the transcript has it, at first its first. */
export function useShownLanguage(session: TranscriptSession): string | null {
  const store = storeOf(session)
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener), [store])
  const chosen = useSyncExternalStore(subscribe, () => store.getState().language)
  const languages = useTranslationLanguages(session)
  if (chosen === null) return null
  return chosen !== undefined && languages.includes(chosen) ? chosen : (languages[0] ?? null)
}
