/** The columns of the table of people, and the cells of one row, read straight from the typed arrays. */
import { memo } from 'react'
import { ShareBar } from '../components/ShareBar.tsx'
import { Unknown } from '../components/Unknown.tsx'
import { formatCount, formatPlural } from '../format.ts'
import { FlagMark, FlagShape } from './FlagMark.tsx'
import { MixBar } from './MixBar.tsx'
import type { Mode } from './answers.ts'
import { initialsOf } from './initials.ts'
import { MODE_LABEL, MODES } from './modes.ts'
import { countBits, unpackFlags } from './patterns.ts'
import styles from './PeopleTable.module.css'
import type { PeopleData } from './people-data.ts'
import type { PeopleColumn } from './people-query.ts'

interface ColumnWords {
  readonly label: string
  readonly width: string
  /** The least of the width in pixels, for the scroll sideways. */
  readonly least: number
  readonly number?: boolean
}

const share = (mode: Mode): ColumnWords => ({ label: MODE_LABEL[mode], width: '104px', least: 104 })

export const COLUMN_WORDS: Readonly<Record<PeopleColumn, ColumnWords>> = {
  title: { label: 'Title', width: 'minmax(112px, 1fr)', least: 112 },
  unit: { label: 'Unit', width: 'minmax(96px, 0.8fr)', least: 96 },
  flags: { label: 'Flags', width: 'minmax(192px, 1.7fr)', least: 192 },
  mix: { label: 'Work mix', width: '96px', least: 96 },
  keeps: { label: 'Keeps alone', width: '72px', least: 72, number: true },
  weeks: { label: 'Active weeks', width: '80px', least: 80, number: true },
  family: { label: 'Role family', width: 'minmax(96px, 0.6fr)', least: 96 },
  track: { label: 'Track', width: '88px', least: 88 },
  employed: { label: 'Employed', width: '76px', least: 76 },
  build: share('build'),
  enable: share('enable'),
  decide: share('decide'),
  coordinate: share('coordinate'),
  govern: share('govern'),
  exposure: { label: 'Exposure', width: '104px', least: 104 },
}

const NO_EFFORT = 'No effort of theirs is recorded in the window.'
const TRACK_WORDS = [null, 'contributor', 'manager'] as const
const EMPLOYED_WORDS = [null, 'left', 'yes'] as const

interface Props {
  data: PeopleData
  row: number
  columns: readonly PeopleColumn[]
  onOpen: (row: number) => void
}

export const PersonCells = memo(function PersonCells({ data, row, columns, onOpen }: Props) {
  const name = data.names[row] ?? ''
  return (
    <>
      <span role="gridcell" className={styles.person} title={name}>
        <span className={styles.initials} aria-hidden="true">
          {initialsOf(name)}
        </span>
        <button type="button" tabIndex={-1} className={styles.open} onClick={() => onOpen(row)}>
          {name}
        </button>
        {data.employed[row] === 1 && <span className={styles.left}>left</span>}
      </span>
      {columns.map(column => (
        <span key={column} role="gridcell" className={COLUMN_WORDS[column].number === true ? styles.number : styles[column]}>
          <Cell data={data} row={row} column={column} />
        </span>
      ))}
    </>
  )
})

function Cell({ data, row, column }: { data: PeopleData; row: number; column: PeopleColumn }) {
  switch (column) {
    case 'title':
      return <Text text={data.titles[data.title[row] ?? -1]} />
    case 'family':
      return <Text text={data.families[data.family[row] ?? -1]} />
    case 'unit': {
      const unit = data.units[data.unit[row] ?? -1]
      return unit === undefined ? <None /> : <span title={unit}>{unit.slice(unit.lastIndexOf('/') + 1)}</span>
    }
    case 'flags':
      return <Flags bits={data.flags[row] ?? 0} thin={data.notEnough[row] ?? 0} />
    case 'mix':
      return <MixBar shares={sharesAt(data, row)} unknownBecause={NO_EFFORT} />
    case 'keeps':
      return data.keeps[row] ? formatCount(data.keeps[row]) : <None />
    case 'weeks': {
      const weeks = data.weeks[row] ?? -1
      return weeks < 0 ? <Unknown because="Not observed in the window." /> : formatCount(weeks)
    }
    case 'track':
      return <Text text={TRACK_WORDS[data.track[row] ?? 0] ?? undefined} />
    case 'employed':
      return EMPLOYED_WORDS[data.employed[row] ?? 0] ?? <Unknown because="No people file says whether they are still here." />
    case 'build':
    case 'enable':
    case 'decide':
    case 'coordinate':
    case 'govern':
      return <ShareBar share={known(data.modes[column][row])} unknownBecause={NO_EFFORT} />
    case 'exposure':
      return <ShareBar share={known(data.exposure[row])} unknownBecause="Authorship of what they work on is not known." />
  }
}

const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value)

function sharesAt({ modes }: PeopleData, row: number): Readonly<Record<Mode, number>> | null {
  if (known(modes.build[row]) === null) return null
  return Object.fromEntries(MODES.map(mode => [mode, modes[mode][row] ?? 0])) as Record<Mode, number> // one entry a mode
}

const None = () => <span className={styles.quiet}>–</span>

const Text = ({ text }: { text: string | undefined }) => (text === undefined ? <None /> : <span title={text}>{text}</span>)

function Flags({ bits, thin }: { bits: number; thin: number }) {
  const flags = unpackFlags(bits)
  const unseen = countBits(thin)
  const words = `not enough evidence for ${formatPlural(unseen, 'pattern')}`
  return (
    <>
      {flags.map(({ pattern, band }) => (
        <FlagMark key={pattern} pattern={pattern} band={band} look={flags.length === 1 ? 'whole' : 'short'} />
      ))}
      {unseen > 0 && (
        <span className={styles.thin} title={words}>
          <FlagShape pattern="thin" />
          <span className={flags.length > 0 ? 'visually-hidden' : undefined}>{flags.length > 0 ? words : `not enough for ${unseen}`}</span>
        </span>
      )}
      {flags.length === 0 && unseen === 0 && <None />}
    </>
  )
}
