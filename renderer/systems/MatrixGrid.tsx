/** The matrix as an APG grid: arrows walk the cells, one of them is in the tab order, each is a sentence. */
import { useRef, useState } from 'react'
import { VerdictMark } from '../components/VerdictMark.tsx'
import { classes } from '../components/classes.ts'
import styles from './MatrixGrid.module.css'
import { cellSentence } from './matrix-words.ts'
import { shade, type MatrixView, type Measure } from './matrix-view.ts'
import { VERDICT_LABEL, verdictOf } from './verdict.ts'
import type { SystemRow } from './answers.ts'

interface Props {
  view: MatrixView
  systems: readonly SystemRow[]
  measure: Measure
  marked: readonly string[]
  onMark: (personId: string) => void
  onOpen: (component: string) => void
}

/** Row 0 is the head, column 0 the names. */
interface Place {
  readonly row: number
  readonly column: number
}

export function MatrixGrid({ view, systems, measure, marked, onMark, onOpen }: Props) {
  const grid = useRef<HTMLTableElement>(null)
  const [active, setActive] = useState<Place>({ row: 1, column: 1 })
  const [pointed, setPointed] = useState<Place | null>(null)
  const { people, components, cells } = view
  const lastRow = people.length
  const lastColumn = components.length
  const at: Place = { row: Math.min(active.row, lastRow), column: Math.min(active.column, lastColumn) }
  const systemOf = new Map(systems.map(row => [row.component, row]))
  const keeps = (component: string, personId: string) => systemOf.get(component)?.keeper?.personId === personId

  const moveTo = (row: number, column: number) => {
    const place = { row: Math.max(0, Math.min(row, lastRow)), column: Math.max(0, Math.min(column, lastColumn)) }
    if (place.row === 0 && place.column === 0) return
    setActive(place)
    grid.current?.querySelector<HTMLElement>(`[data-place="${place.row} ${place.column}"]`)?.focus()
  }
  const placeProps = (row: number, column: number) => ({
    'data-place': `${row} ${column}`,
    'data-focus': `cell:${row} ${column}`,
    tabIndex: row === at.row && column === at.column ? 0 : -1,
    onFocus: () => setActive({ row, column }),
    onPointerEnter: () => setPointed({ row, column }),
  })
  const act = () => {
    const [person, component] = [people[at.row - 1], components[at.column - 1]]
    if (at.column === 0 && person) onMark(person.personId)
    else if (component !== undefined) onOpen(component)
  }

  const shown = pointed ?? at
  const [shownPerson, shownComponent] = [people[shown.row - 1], components[shown.column - 1]]
  return (
    <>
      <table
        ref={grid}
        role="grid"
        aria-label="People and systems"
        aria-multiselectable
        aria-rowcount={lastRow + 1}
        aria-colcount={lastColumn + 1}
        className={styles.grid}
        onPointerLeave={() => setPointed(null)}
        onKeyDown={event => {
          const move = movesOf(at, lastRow, lastColumn, event.ctrlKey)[event.key]
          if (move) moveTo(...move)
          else if (event.key === 'Enter' || (event.key === ' ' && at.column === 0)) act()
          else if (event.key === 'x' && !event.ctrlKey && at.row > 0) onMark(people[at.row - 1]?.personId ?? '')
          else return
          event.preventDefault()
        }}
      >
        <thead>
          <tr>
            <td className={styles.corner}>Press Enter to open, X to mark</td>
            {components.map((component, index) => {
              const verdict = verdictOf(systemOf.get(component)?.keepers ?? null)
              return (
                <th
                  key={component}
                  scope="col"
                  className={styles.system}
                  aria-label={`${component}, ${VERDICT_LABEL[verdict].toLowerCase()}`}
                  onClick={() => onOpen(component)}
                  {...placeProps(0, index + 1)}
                >
                  <span>{component}</span>
                  <VerdictMark verdict={verdict} withLabel={false} />
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {people.map(({ personId, name }, row) => (
            <tr key={personId} aria-selected={marked.includes(personId)}>
              <th scope="row" className={styles.person} onClick={() => onMark(personId)} {...placeProps(row + 1, 0)}>
                <span className={classes(styles.box, marked.includes(personId) && styles.ticked)} aria-hidden="true" />
                {name}
              </th>
              {components.map((component, column) => {
                const cell = cells[row]?.[column] ?? null
                const kept = keeps(component, personId)
                const step = shade(cell?.[measure] ?? null)
                return (
                  <td
                    key={component}
                    className={classes(styles.cell, cell !== null && step === null && styles.touched)}
                    aria-label={cellSentence(name, component, cell, kept)}
                    data-shade={step ?? undefined}
                    onDoubleClick={() => onOpen(component)}
                    {...placeProps(row + 1, column + 1)}
                  >
                    {kept && (
                      <svg width="10" height="10" viewBox="0 0 12 12" aria-hidden="true">
                        <path d="M6 0.5 11.5 6 6 11.5 0.5 6Z" fill="currentColor" />
                      </svg>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.foot}>
        <p>
          {shownPerson && shownComponent !== undefined
            ? cellSentence(
                shownPerson.name,
                shownComponent,
                cells[shown.row - 1]?.[shown.column - 1] ?? null,
                keeps(shownComponent, shownPerson.personId),
              )
            : (shownPerson?.name ?? shownComponent ?? '')}
        </p>
        <p className={styles.scale} aria-hidden="true">
          <svg width="10" height="10" viewBox="0 0 12 12">
            <path d="M6 0.5 11.5 6 6 11.5 0.5 6Z" fill="currentColor" />
          </svg>
          keeper <span className={styles.gap} /> little
          {[0, 1, 2, 3, 4, 5, 6].map(step => (
            <i key={step} data-shade={step} />
          ))}
          all
        </p>
      </div>
    </>
  )
}

function movesOf({ row, column }: Place, lastRow: number, lastColumn: number, toEdge: boolean): Readonly<Record<string, [number, number]>> {
  return {
    ArrowRight: [row, column + 1],
    ArrowLeft: [row, column - 1],
    ArrowDown: [row + 1, column],
    ArrowUp: [row - 1, column],
    Home: toEdge ? [1, 1] : [row, 1],
    End: toEdge ? [lastRow, lastColumn] : [row, lastColumn],
    PageDown: [row + 10, column],
    PageUp: [Math.max(1, row - 10), column],
  }
}
