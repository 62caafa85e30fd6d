/** How numbers, dates and lists of names are written: the only place, with formatters made once. */
const LANGUAGE = 'en-GB'
const NARROW_SPACE = '\u00a0'

const whole = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 0 })
const oneDecimal = new Intl.NumberFormat(LANGUAGE, { minimumFractionDigits: 0, maximumFractionDigits: 1 })
const fixedDecimal = new Intl.NumberFormat(LANGUAGE, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const twoDecimals = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 2 })
const day = new Intl.DateTimeFormat(LANGUAGE, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const moment = new Intl.DateTimeFormat(LANGUAGE, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' })
const month = new Intl.DateTimeFormat(LANGUAGE, { month: 'short', year: 'numeric', timeZone: 'UTC' })
const conjunction = new Intl.ListFormat(LANGUAGE, { type: 'conjunction' })

export const formatCount = (value: number) => whole.format(value)
export const formatDecimal = (value: number) => twoDecimals.format(value)

/** Large counts for narrow places: 1.04 M. */
export function formatCompact(value: number): string {
  if (value >= 1_000_000) return `${twoDecimals.format(value / 1_000_000)}${NARROW_SPACE}M`
  return whole.format(value)
}

/** A share 0..1 in whole per cent; what is nearly nothing or nearly all never reads as 0 or 100. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.005) return `<1${NARROW_SPACE}%`
  if (share < 1 && share >= 0.995) return `>99${NARROW_SPACE}%`
  return `${whole.format(share * 100)}${NARROW_SPACE}%`
}

/** A share with one decimal, for values near a line that decides. */
export const formatShareExactly = (share: number) => `${fixedDecimal.format(share * 100)}${NARROW_SPACE}%`

/** `isoDate` is YYYY-MM-DD. */
export const formatDate = (isoDate: string) => day.format(new Date(`${isoDate}T00:00:00Z`))
/** `isoMonth` is YYYY-MM. */
export const formatMonth = (isoMonth: string) => month.format(new Date(`${isoMonth}-01T00:00:00Z`))
export const formatDateTime = (isoDateTime: string) => moment.format(new Date(isoDateTime))

export const formatPlural = (count: number, one: string, many = `${one}s`) => `${formatCount(count)} ${count === 1 ? one : many}`
export const formatList = (names: readonly string[]) => conjunction.format(names)

/** The first names of a list, and how many more there are. */
export function formatShortList(names: readonly string[], shown: number): string {
  if (names.length <= shown) return formatList(names)
  return formatList([...names.slice(0, shown), `${formatCount(names.length - shown)} more`])
}

export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${whole.format(bytes / 1000)}${NARROW_SPACE}kB`
  return `${oneDecimal.format(bytes / 1_000_000)}${NARROW_SPACE}MB`
}

/** Rounded as one would say it: the rest of a job is an estimate. */
export function formatDuration(seconds: number): string {
  if (seconds < 10) return 'a few seconds'
  if (seconds < 60) return `${Math.ceil(seconds / 5) * 5} seconds`
  if (seconds < 90) return 'about a minute'
  if (seconds < 3600) return `about ${Math.round(seconds / 60)} minutes`
  return `about ${oneDecimal.format(seconds / 3600)} hours`
}
