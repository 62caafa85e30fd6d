/** The ranked list: one row a system, only the rows in sight on the page, walked by keyboard row by row. */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { classes } from '../components/classes.ts'
import type { SystemsSort } from '../navigation/address.ts'
import styles from './SystemsList.module.css'
import { COLUMNS, SystemCells } from './SystemCells.tsx'
import type { SystemRow } from './answers.ts'

interface Props {
  total: number
  rowAt: (index: number) => SystemRow | undefined
  cursor: number
  sort: SystemsSort
  rowHeight: number
  onNeed: (first: number, last: number) => void
  onMove: (index: number) => void
  onOpen: (row: SystemRow) => void
}

const PAGE_STEP = 12

export function SystemsList({ total, rowAt, cursor, sort, rowHeight, onNeed, onMove, onOpen }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react-hooks/incompatible-library -- nothing here is memoised by a compiler
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
    // The row under the cursor is always there, or Tab could not reach the list.
    rangeExtractor: range =>
      [...new Set([Math.min(cursor, total - 1), ...defaultRangeExtractor(range)])].filter(index => index >= 0).toSorted((a, b) => a - b),
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => onNeed(first, last), [onNeed, first, last, total])
  useEffect(() => virtual.measure(), [virtual, rowHeight])
  useEffect(() => {
    virtual.scrollToIndex(cursor, { align: 'auto' })
  }, [cursor, virtual])
  // Keeps the focus in the list when the cursor moves by J and K.
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
  return (
    <div
      ref={scroller}
      className={styles.list}
      role="grid"
      aria-label="Systems"
      aria-rowcount={total + 1}
      data-scroll="systems"
      data-testid="systems-list"
      onKeyDown={event => {
        const target = steps[event.key]
        const row = event.key === 'Enter' ? rowAt(cursor) : undefined
        if (target === undefined && !row) return
        event.preventDefault()
        if (target !== undefined) onMove(target)
        else if (row) onOpen(row)
      }}
    >
      <div role="row" aria-rowindex={1} className={classes(styles.row, styles.head)}>
        {COLUMNS.map(column => (
          <span
            key={column.name}
            role="columnheader"
            className={classes(styles[column.name], column.number && styles.number)}
            aria-sort={column.sort === sort ? column.direction : undefined}
          >
            {column.label}
          </span>
        ))}
      </div>
      <div role="rowgroup" className={styles.body} style={{ blockSize: virtual.getTotalSize() }}>
        {items.map(item => {
          const row = rowAt(item.index)
          return (
            <div
              key={item.key}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={item.index === cursor}
              tabIndex={item.index === cursor ? 0 : -1}
              data-focus={row ? `row:${row.component}` : undefined}
              {...(item.index === cursor ? { 'data-region-focus': true } : {})}
              className={classes(styles.row, styles.item)}
              style={{ blockSize: item.size, transform: `translateY(${item.start}px)` }}
              onFocus={() => item.index !== cursor && onMove(item.index)}
              onDoubleClick={() => row && onOpen(row)}
            >
              {row ? <SystemCells row={row} onOpen={() => onOpen(row)} /> : <span role="gridcell">…</span>}
            </div>
          )
        })}
      </div>
    </div>
  )
}
