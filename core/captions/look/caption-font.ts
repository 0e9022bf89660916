/**
 * The typeface of captions on the page and in films (resources/fonts): Inter Medium for Latin, Greek and Cyrillic, under
 * a name that no installed typeface has. Made by scripts/fonts/caption_font.py.
 */
export const CAPTION_FONT = 'Parolo Captions'
/** Its files; the page names them in `renderer/ui/fonts.css`. */
export const captionFontFiles = ['captions-regular.ttf', 'captions-italic.ttf'] as const
/** Height of a line, in em: the sum of its ascent and descent, which is also how ASS counts the size of letters. */
export const LINE_HEIGHT = (2_112 + 640) / 2_048
