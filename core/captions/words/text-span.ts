/** A part of a text, in UTF-16 units, `to` excluded. */
export interface TextSpan {
  readonly from: number
  readonly to: number
}

export const shiftSpan = ({ from, to }: TextSpan, by: number): TextSpan => ({ from: from + by, to: to + by })
