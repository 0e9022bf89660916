import type { EpisodeCard } from '#contracts/calls/podcasts'

/** Episodes whose title has all the words, ignoring case and accents. */
export function filterEpisodes(episodes: readonly EpisodeCard[], words: string): readonly EpisodeCard[] {
  const wanted = folded(words)
    .split(/\s+/u)
    .filter((word) => word !== '')
  if (wanted.length === 0) return episodes
  return episodes.filter(({ title }) => {
    const text = folded(title)
    return wanted.every((word) => text.includes(word))
  })
}

const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
