/** The icicle: levels as columns, height by people, shade by how many coordinate. The tree of units is its table. */
import { useRef, useState } from 'react'
import { ChevronLeft } from 'lucide-react'
import { Button } from '../components/Button.tsx'
import { classes } from '../components/classes.ts'
import { formatCount, formatDecimal, formatPlural } from '../format.ts'
import type { Unit } from './answers.ts'
import { icicleOf, icicleRoots, icicleStep } from './icicle.ts'
import styles from './IcicleView.module.css'
import type { UnitNode } from './unit-tree.ts'

interface Props {
  top: readonly UnitNode[]
  highestRatio: number
  chosen: string | null
  onChoose: (unit: string | null) => void
}

const SHADES = 6
const LABEL_FROM = 1 / 26

export function IcicleView({ top, highestRatio, chosen, onChoose }: Props) {
  const chart = useRef<HTMLDivElement>(null)
  const roots = icicleRoots(top, chosen)
  const { cells, columns, leftOut } = icicleOf(roots)
  const [root] = roots
  const isWhole = roots === top
  const [active, setActive] = useState(chosen)
  const at = Math.max(
    0,
    cells.findIndex(({ node }) => node.unit.unit === active),
  )
  const shadeOf = ({ coordinationRatio }: Unit) =>
    coordinationRatio === null ? null : highestRatio > 0 ? Math.round((coordinationRatio / highestRatio) * SHADES) : 0
  return (
    <div className={styles.body} data-scroll="icicle">
      {!isWhole && root !== undefined && (
        <div>
          <Button onPress={() => onChoose(root.parent?.unit.unit ?? null)} focusName="icicle-up">
            <ChevronLeft size={14} aria-hidden="true" /> {root.parent?.name ?? 'Whole organisation'}
          </Button>
        </div>
      )}
      <div
        ref={chart}
        role="group"
        aria-label="Units by people and level"
        className={styles.chart}
        onKeyDown={event => {
          const next = event.altKey || event.ctrlKey || event.metaKey ? null : icicleStep(event.key, cells, at)
          if (next === null) return
          event.preventDefault()
          chart.current?.querySelectorAll('button')[next]?.focus()
        }}
      >
        {cells.map(({ node: { unit, name }, column, top: from, height }, index) => (
          <button
            key={unit.unit}
            type="button"
            className={classes(styles.cell, unit.coordinationRatio === null && styles.untold)}
            data-shade={shadeOf(unit) ?? undefined}
            data-focus={`icicle:${unit.unit}`}
            tabIndex={index === at ? 0 : -1}
            aria-pressed={unit.unit === chosen}
            title={sentenceOf(unit)}
            style={{
              insetInlineStart: `${(column / columns) * 100}%`,
              inlineSize: `${100 / columns}%`,
              insetBlockStart: `${from * 100}%`,
              blockSize: `${height * 100}%`,
            }}
            onFocus={() => setActive(unit.unit)}
            onClick={() => onChoose(unit.unit)}
          >
            {height >= LABEL_FROM && (
              <span className={styles.label}>
                {name} <small>{formatCount(unit.people)}</small>
                {unit.coordinationRatio !== null && <small> · {formatDecimal(unit.coordinationRatio)}</small>}
              </span>
            )}
            <span className="visually-hidden">{sentenceOf(unit)}</span>
          </button>
        ))}
      </div>
      <p className={styles.caption}>
        Each column is a level, each unit as high as the people in it; what is left below is people in no smaller unit. The darker, the more
        people coordinate per one who builds or enables (up to {formatDecimal(highestRatio)}); hatched is unknown.
        {leftOut > 0 && ` ${formatPlural(leftOut, 'unit is', 'units are')} too small to draw: choose a unit to come nearer.`} T shows all as
        a table.
      </p>
    </div>
  )
}

const sentenceOf = ({ unit, people, coordinationRatio }: Unit) =>
  `${unit}: ${formatPlural(people, 'person', 'people')}, coordination ratio ${coordinationRatio === null ? 'unknown' : formatDecimal(coordinationRatio)}`
