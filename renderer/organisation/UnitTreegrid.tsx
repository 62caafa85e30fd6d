/** Units as an APG treegrid: rows open and close, arrows walk rows and, to the right of a row, its cells. */
import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo, useEffect, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react'
import { classes } from '../components/classes.ts'
import { highestOf, UNIT_COLUMNS, type Highest } from './unit-columns.tsx'
import { inSight, treeStep, type UnitNode } from './unit-tree.ts'
import styles from './UnitTreegrid.module.css'
import type { Unit } from './answers.ts'

interface Props {
  units: readonly Unit[]
  top: readonly UnitNode[]
  open: ReadonlySet<string>
  /** The unit whose panel is open. */
  chosen: string | null
  onOpen: (paths: readonly string[], isOpen: boolean) => void
  onChoose: (unit: string | null) => void
}

const INDENT_PX = 18

/** Column 0 is the row itself; cell c of the row is column c. */
interface Place {
  readonly unit: string | null
  readonly column: number
}

export function UnitTreegrid({ units, top, open, chosen, onOpen, onChoose }: Props) {
  const grid = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<Place>({ unit: chosen, column: 0 })
  const rows = inSight(top, open)
  const highest = useMemo(() => highestOf(units), [units])
  const at = Math.max(
    0,
    rows.findIndex(({ unit }) => unit.unit === active.unit),
  )
  const columns = UNIT_COLUMNS.length + 1

  // A unit that an address names is where the eye falls; one that was walked to is there already.
  useEffect(() => {
    const row = chosen === null ? null : grid.current?.querySelector(`[data-unit="${CSS.escape(chosen)}"]`)
    row?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  const focusOn = (row: number, column: number) => {
    const unit = rows[row]?.unit.unit ?? null
    setActive({ unit, column })
    const element = grid.current?.querySelectorAll<HTMLElement>('[data-unit]')[row]
    const target = column === 0 ? element : element?.children.item(column - 1)
    if (target instanceof HTMLElement) target.focus()
    // Whoever has the panel open reads on as they walk.
    if (chosen !== null && unit !== null && unit !== chosen) onChoose(unit)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return
    const node = rows[at]
    if (!node) return
    if (walkCells(event.key, active.column, columns, column => focusOn(at, column), node, open)) return event.preventDefault()
    const step = event.ctrlKey && event.key !== 'Home' && event.key !== 'End' ? null : treeStep(event.key, rows, at, open)
    if (step !== null) {
      if ('to' in step) focusOn(step.to, event.key === 'ArrowLeft' ? 0 : active.column)
      else if ('open' in step) onOpen([step.open], true)
      else onOpen([step.close], false)
    } else if (event.key === 'Enter' || event.key === ' ') onChoose(chosen === node.unit.unit && event.key === ' ' ? null : node.unit.unit)
    else if (event.key === '*')
      onOpen(
        (node.parent?.children ?? top).map(({ unit }) => unit.unit),
        true,
      )
    else return
    event.preventDefault()
  }

  const onClick = ({ target }: MouseEvent) => {
    const unit = unitAt(target)
    if (unit === null) return
    if (target instanceof Element && target.closest('[data-toggle]')) onOpen([unit], !open.has(unit))
    else onChoose(unit)
  }
  const onFocus = ({ target }: FocusEvent) => {
    const unit = unitAt(target)
    if (unit === null || !(target.parentElement instanceof Element)) return
    setActive({ unit, column: target.matches('[data-unit]') ? 0 : [...target.parentElement.children].indexOf(target) + 1 })
  }

  return (
    <div className={styles.scroll} data-scroll="units">
      <div
        ref={grid}
        role="treegrid"
        aria-label="Units"
        aria-colcount={columns}
        className={styles.grid}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={onFocus}
      >
        <div role="row" className={classes(styles.row, styles.head)}>
          <span role="columnheader">Unit</span>
          {UNIT_COLUMNS.map(({ label, meaning }) => (
            <span key={label} role="columnheader" title={meaning}>
              {label}
            </span>
          ))}
        </div>
        {rows.map((node, row) => (
          <UnitRow
            key={node.unit.unit}
            node={node}
            isOpen={node.children.length > 0 ? open.has(node.unit.unit) : undefined}
            isChosen={node.unit.unit === chosen}
            tabColumn={row === at ? active.column : null}
            highest={highest}
          />
        ))}
      </div>
    </div>
  )
}

const unitAt = (target: EventTarget) =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-unit]')?.dataset['unit'] ?? null) : null

interface RowProps {
  node: UnitNode
  /** Undefined where there is nothing below. */
  isOpen: boolean | undefined
  isChosen: boolean
  /** The column that is in the tab order; null in rows that have none. */
  tabColumn: number | null
  highest: Highest
}

/** The grid listens for its rows, so that of thousands only those that change are drawn again. */
const UnitRow = memo(function UnitRow({ node, isOpen, isChosen, tabColumn, highest }: RowProps) {
  const { unit, name, level, place, siblings } = node
  const tabIndex = (column: number) => (column === tabColumn ? 0 : -1)
  return (
    <div
      role="row"
      aria-level={level}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-expanded={isOpen}
      aria-selected={isChosen}
      tabIndex={tabIndex(0)}
      data-unit={unit.unit}
      data-focus={`unit:${unit.unit}`}
      className={classes(styles.row, styles.item)}
    >
      <span role="rowheader" className={styles.name} style={{ paddingInlineStart: 16 + (level - 1) * INDENT_PX }} tabIndex={tabIndex(1)}>
        {isOpen === undefined ? (
          <span className={styles.leaf} />
        ) : (
          <span className={styles.toggle} aria-hidden="true" data-toggle>
            {isOpen ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
          </span>
        )}
        <span title={unit.unit}>{name}</span>
      </span>
      {UNIT_COLUMNS.map(({ label, cell }, column) => (
        <span key={label} role="gridcell" tabIndex={tabIndex(column + 2)}>
          {cell(unit, highest)}
        </span>
      ))}
    </div>
  )
})

/** Right from an open or lowest row goes into its cells, left out of them again. False for keys that are the tree's. */
function walkCells(
  key: string,
  column: number,
  columns: number,
  go: (column: number) => void,
  { children, unit }: UnitNode,
  open: ReadonlySet<string>,
): boolean {
  if (column === 0) {
    const isClosed = children.length > 0 && !open.has(unit.unit)
    if (key !== 'ArrowRight' || isClosed) return false
    go(1)
    return true
  }
  if (key === 'ArrowRight') go(Math.min(column + 1, columns))
  else if (key === 'ArrowLeft') go(column - 1)
  else if (key === 'Home') go(1)
  else if (key === 'End') go(columns)
  else return false
  return true
}
