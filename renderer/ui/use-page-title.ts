import { useEffect } from 'react'

/** Title of the tab or window while this is mounted: `Settings – Parolo`. */
export function usePageTitle(title: string | null): void {
  useEffect(() => {
    document.title = title === null ? 'Parolo' : `${title} \u2013 Parolo`
  }, [title])
}
