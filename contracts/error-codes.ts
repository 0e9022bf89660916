import { type ErrorCode, errorTexts } from '#core/messages/errors/all-errors'

/** Every code of an error that may be transferred. */
export const errorCodes = Object.keys(errorTexts) as [ErrorCode, ...ErrorCode[]]
