import type { FoundChapter } from './chapter.ts'

/**
 * Chapters, and other tags by ffmpeg's names, as a metadata file for ffmpeg, which writes them into MP3, MP4 and Ogg. The
 * last chapter ends with the sound. Unlisted chapters are omitted, as these formats cannot represent them.
 */
export function writeChaptersMetadata(
  chapters: readonly Omit<FoundChapter, 'link' | 'picture'>[],
  durationMs: number,
  tags: Readonly<Record<string, string>> = {},
): string {
  const listed = chapters.filter(({ atMs, isListed }) => isListed && atMs < durationMs)
  const parts = listed.map(({ atMs, title }, index) => {
    const endMs = listed[index + 1]?.atMs ?? durationMs
    return `[CHAPTER]\nTIMEBASE=1/1000\nSTART=${atMs}\nEND=${endMs}\ntitle=${escaped(title)}\n`
  })
  const lines = Object.entries(tags).map(([name, value]) => `${name}=${escaped(value)}\n`)
  return `;FFMETADATA1\n${lines.join('')}${parts.join('')}`
}

/** ffmpeg's metadata files: `=`, `;`, `#`, `\` and ends of lines are escaped. */
const escaped = (text: string): string =>
  text
    .replaceAll(/\s*[\r\n]+\s*/gu, ' ')
    .replaceAll('\0', '')
    .replaceAll(/[=;#\\]/gu, String.raw`\$&`)
