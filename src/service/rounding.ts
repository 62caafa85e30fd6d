/** Numbers leave the analysis rounded to 6 decimals, so that the last bits of a sum never show. */
const DECIMALS = 1e6

export const round = (value: number) => Math.round(value * DECIMALS) / DECIMALS
export const roundOrNull = (value: number | null) => (value === null ? null : round(value))
/** NaN stands for unknown inside the analysis; outside it is null. */
export const numberOrNull = (value: number) => (Number.isFinite(value) ? round(value) : null)
