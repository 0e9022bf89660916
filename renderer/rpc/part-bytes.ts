/** How many bytes one PUT carries: the contract's IMPORT_PART_BYTES, which a test compares; its file brings zod along. */
export const PART_BYTES = 8 * 1024 * 1024
