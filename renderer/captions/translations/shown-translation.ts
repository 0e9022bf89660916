import { useCallback, useSyncExternalStore } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { translationLanguages } from '#core/captions/translations/translation-marks'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { useSession } from '../../session/use-session.ts'

/** The language chosen to be shown with the original, null for none; undefined until a choice is made. */
interface Chosen {
  readonly language: string | null | undefined
}

/** One per open transcript, for the list, the picture and the export. */
const stores = new WeakMap<TranscriptSession, StoreApi<Chosen>>()

function storeOf(session: TranscriptSession): StoreApi<Chosen> {
  const known = stores.get(session) ?? createStore<Chosen>(() => ({ language: undefined }))
  stores.set(session, known)
  return known
}

export function showTranslation(session: TranscriptSession, language: string | null): void {
  storeOf(session).setState({ language })
}

/** The languages of the transcript's translations; the same list while they are unchanged. */
export function useTranslationLanguages(session: TranscriptSession): readonly string[] {
  const joined = useSession(session, ({ transcript }) => translationLanguages(transcript).join(' '))
  return joined === '' ? [] : joined.split(' ')
}

/** The language shown with the original: the chosen one while the transcript has it, by default its first. */
export function useShownLanguage(session: TranscriptSession): string | null {
  const store = storeOf(session)
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener), [store])
  const chosen = useSyncExternalStore(subscribe, () => store.getState().language)
  const languages = useTranslationLanguages(session)
  if (chosen === null) return null
  return chosen !== undefined && languages.includes(chosen) ? chosen : (languages[0] ?? null)
}
