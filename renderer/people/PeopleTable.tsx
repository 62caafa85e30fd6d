/** The table of people: only the rows in sight are on the page, walked by keyboard row by row. */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { classes } from '../components/classes.ts'
import type { PeopleData } from './people-data.ts'
import { isSortable, type PeopleQuery, type PeopleSort } from './people-query.ts'
import styles from './PeopleTable.module.css'
import { COLUMN_WORDS, PersonCells } from './PersonCells.tsx'

interface Props {
  data: PeopleData
  order: Uint32Array
  query: PeopleQuery
  cursor: number
  rowHeight: number
  onMove: (index: number) => void
  onOpen: (row: number) => void
  onSort: (sort: PeopleSort, descending: boolean) => void
}

const PAGE_STEP = 12
const PERSON_WIDTH = 'minmax(156px, 1.2fr)'
const PERSON_LEAST_PX = 156
const GAP_PX = 10
const PADDING_PX = 32

export function PeopleTable({ data, order, query, cursor, rowHeight, onMove, onOpen, onSort }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const total = order.length
  // oxlint-disable-next-line react-hooks/incompatible-library -- nothing here is memoised by a compiler
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollPaddingStart: rowHeight,
    // The row under the cursor is always there, or Tab could not reach the table.
    rangeExtractor: range => [...new Set([Math.min(cursor, total - 1), ...defaultRangeExtractor(range)])].toSorted((a, b) => a - b),
  })
  useEffect(() => virtual.measure(), [virtual, rowHeight])
  useEffect(() => {
    virtual.scrollToIndex(cursor, { align: 'auto' })
  }, [cursor, virtual])
  // Keeps the focus in the table when the cursor moves by J and K.
  useEffect(() => {
    if (scroller.current?.contains(document.activeElement))
      scroller.current.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus({ preventScroll: true })
  }, [cursor])

  const steps: Readonly<Record<string, number>> = {
    ArrowDown: cursor + 1,
    ArrowUp: cursor - 1,
    PageDown: cursor + PAGE_STEP,
    PageUp: cursor - PAGE_STEP,
    Home: 0,
    End: total - 1,
  }
  const { columns } = query
  const least = columns.reduce((sum, column) => sum + COLUMN_WORDS[column].least + GAP_PX, PERSON_LEAST_PX + PADDING_PX)
  const template = [PERSON_WIDTH, ...columns.map(column => COLUMN_WORDS[column].width)].join(' ')
  return (
    <div
      ref={scroller}
      className={styles.table}
      role="grid"
      aria-label="People"
      aria-rowcount={total + 1}
      aria-colcount={columns.length + 1}
      data-scroll="people"
      data-testid="people-table"
      style={{ '--columns': template, '--least': `${least}px` } as React.CSSProperties} // custom properties are not in the type
      onKeyDown={event => {
        const target = steps[event.key]
        const row = event.key === 'Enter' ? order[cursor] : undefined
        if ((target === undefined && row === undefined) || (event.target as Element).closest('[role=columnheader]')) return // events of elements
        event.preventDefault()
        if (target !== undefined) onMove(target)
        else if (row !== undefined) onOpen(row)
      }}
    >
      <div role="row" aria-rowindex={1} className={classes(styles.row, styles.head)}>
        <Head label="Person" sort="name" query={query} onSort={onSort} />
        {columns.map(column => {
          const { label, number = false } = COLUMN_WORDS[column]
          return <Head key={column} label={label} sort={isSortable(column) ? column : null} number={number} query={query} onSort={onSort} />
        })}
      </div>
      <div role="rowgroup" className={styles.body} style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(item => {
          const row = order[item.index]
          if (row === undefined) return null
          const isCurrent = item.index === cursor
          return (
            <div
              key={item.key}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={isCurrent}
              tabIndex={isCurrent ? 0 : -1}
              data-focus={`person:${data.ids[row] ?? ''}`}
              {...(isCurrent ? { 'data-region-focus': true } : {})}
              className={classes(styles.row, styles.item)}
              style={{ blockSize: item.size, transform: `translateY(${item.start}px)` }}
              onFocus={() => !isCurrent && onMove(item.index)}
              onDoubleClick={() => onOpen(row)}
            >
              <PersonCells data={data} row={row} columns={columns} onOpen={onOpen} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

interface HeadProps {
  label: string
  sort: PeopleSort | null
  number?: boolean
  query: PeopleQuery
  onSort: Props['onSort']
}

function Head({ label, sort, number = false, query, onSort }: HeadProps) {
  const isSorted = sort !== null && sort === query.sort
  const Arrow = query.descending ? ArrowDown : ArrowUp
  return (
    <span
      role="columnheader"
      className={classes(number && styles.number)}
      aria-sort={isSorted ? (query.descending ? 'descending' : 'ascending') : undefined}
    >
      {sort === null ? (
        label
      ) : (
        // The sentence above sorts by keyboard: one stop in place of one a column.
        <button type="button" tabIndex={-1} className={styles.sort} onClick={() => onSort(sort, isSorted && !query.descending)}>
          {label}
          {isSorted && <Arrow size={12} aria-hidden="true" />}
        </button>
      )}
    </span>
  )
}
