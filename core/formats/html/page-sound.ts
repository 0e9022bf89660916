/** Placeholder for the base64 of a page's sound. */
const PLACE = '…'

/** The attribute that embeds a page's sound: a `data:` URL. */
export const soundSource = (mediaType: string): string => ` src="data:${mediaType};base64,${PLACE}"`

/**
 * The text of a page before and after the base64 of its sound. The attribute occurs once: quotes in typed
 * text are escaped.
 */
export function aroundSound(page: string, mediaType: string): readonly [before: string, after: string] {
  const source = soundSource(mediaType)
  const at = page.indexOf(source)
  if (at < 0) throw new Error('the page has no place for its sound')
  const place = at + source.lastIndexOf(PLACE)
  return [page.slice(0, place), page.slice(place + PLACE.length)]
}
