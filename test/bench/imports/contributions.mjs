/** A seeded file of contributions: 2,000 people, 40 systems, 20,000 artifacts, 37 % of its lines with quoted cells. */
import { closeSync, openSync, writeSync } from 'node:fs'

const PEOPLE = 2_000
const SYSTEMS = 40
const ARTIFACTS = 20_000
const WORK_ITEMS = 50_000
const QUOTED_SHARE = 0.37
const KINDS = ['commit', 'commit', 'commit', 'review', 'review', 'pull_request', 'fix', 'feature', 'meeting', 'documentation', 'mentoring']
const WORDS = 'ledger parser queue retry index cache schema rollout alert tariff export invoice Zürich größe plan'.split(' ')
const FIRST_INSTANT_MS = Date.UTC(2024, 0, 1)
const YEAR_SECONDS = 366 * 86_400
const CHUNK_ROWS = 20_000

/** Mulberry32; each call is a whole number from 0 to `below - 1`. */
function createRandom(seed) {
  let state = seed | 0
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

const digits = (value, length) => String(value).padStart(length, '0')

function moment(random) {
  const iso = new Date(FIRST_INSTANT_MS + random(YEAR_SECONDS) * 1000).toISOString()
  return `${iso.slice(0, 19)}Z`
}

/** Of the quoted ones most hold a separator, some a doubled quote, some a line end. */
function title(random) {
  const word = () => WORDS[random(WORDS.length)]
  if (random(1000) >= QUOTED_SHARE * 1000) return `${word()} ${word()}`
  const form = random(10)
  if (form < 7) return `"${word()}, ${word()} ${word()}"`
  return form < 9 ? `"${word()} ""${word()}"" ${word()}"` : `"${word()}\n${word()}, ${word()}"`
}

function line(random, row, hasIds) {
  const artifact = random(ARTIFACTS)
  const cells = [
    `p${digits(random(PEOPLE), 4)}`,
    moment(random),
    KINDS[random(KINDS.length)],
    `sys-${digits(artifact % SYSTEMS, 2)}`,
    `src/f${digits(artifact, 5)}.ts`,
    random(3) === 0 ? `W-${digits(random(WORK_ITEMS), 5)}` : '',
    random(400),
    title(random),
  ]
  return `${hasIds ? `c${row.toString(36)},` : ''}${cells.join(',')}\n`
}

/** Writes the file; the same rows for the same seed, on every machine. */
export function writeContributions(path, { rows, seed, hasIds }) {
  const random = createRandom(seed)
  const file = openSync(path, 'w', 0o600)
  try {
    writeSync(file, `${hasIds ? 'contribution_id,' : ''}person,occurred_at,kind,component,artifact,work_item,size,title\n`)
    for (let start = 0; start < rows; start += CHUNK_ROWS) {
      const length = Math.min(CHUNK_ROWS, rows - start)
      writeSync(file, Array.from({ length }, (_, index) => line(random, start + index, hasIds)).join(''))
    }
  } finally {
    closeSync(file)
  }
}
