/** White first, then colors of the same lightness (BBC Subtitle Guidelines §8.3, then paler ones): red, green, blue. */
const colors = ['FFFFFF', 'FFFF00', '00FFFF', '00FF00', 'FFC0FF', 'FFE0C0', 'C0E0FF', 'C0FFC0'] as const

/** The color of a speaker's captions, by the speaker's place among those of a transcript. */
export const speakerColor = (place: number): string => colors[place % colors.length] ?? 'FFFFFF'
