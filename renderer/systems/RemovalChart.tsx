/** The removal curve as a stepped line: coverage on the way down, who goes at each step, and the line that decides. */
import { scaleLinear } from 'd3-scale'
import { curveStepAfter, line as lineOf } from 'd3-shape'
import { useLayoutEffect, useRef, useState } from 'react'
import { formatShare, formatShareExactly } from '../format.ts'
import styles from './RemovalChart.module.css'
import { crossingOf, labelledSteps, stepsToDraw, type RemovalCurve } from './removal-words.ts'

interface Props {
  curve: RemovalCurve
  /** The share below which the truck factor stops counting. */
  line: number
  nameOf: (id: string) => string
  caption: string
  /** Tall charts have a page of their own. */
  size: 'tall' | 'short'
}

const MARGIN = { top: 16, right: 24, bottom: 44, left: 44 }
const CROWDED_STEPS = 40
const SHORT_PX = 260
const LABEL_PX = 16
const LABEL_WIDTH_PX = 130

export function RemovalChart({ curve, line, nameOf, caption, size }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(640)
  const [hovered, setHovered] = useState<number | null>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return undefined
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.max(280, Math.floor(entry.contentRect.width))))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const height = size === 'short' ? SHORT_PX : Math.max(340, Math.min(560, Math.round(width * 0.42)))
  const steps = stepsToDraw(curve, line)
  const points = curve.coverage.slice(0, steps + 1)
  const x = scaleLinear([0, steps], [MARGIN.left, width - MARGIN.right])
  const y = scaleLinear([0, 1], [height - MARGIN.bottom, MARGIN.top])
  const path = lineOf<number>(
    (_, step) => x(step),
    coverage => y(coverage),
  ).curve(curveStepAfter)(points)
  const crossing = crossingOf(curve, line)
  const labels = labelledSteps(curve, steps, LABEL_PX / (height - MARGIN.top - MARGIN.bottom), crossing)
  const coverageAt = (step: number) => curve.coverage[step] ?? 0

  return (
    <figure ref={box} className={styles.chart}>
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={caption}
        onPointerMove={event => {
          const step = Math.floor(x.invert(event.clientX - event.currentTarget.getBoundingClientRect().left))
          setHovered(step >= 0 && step <= steps ? step : null)
        }}
        onPointerLeave={() => setHovered(null)}
      >
        {[0, 0.25, 0.75, 1].map(tick => (
          <g key={tick}>
            <line className={styles.grid} x1={MARGIN.left} x2={width - MARGIN.right} y1={y(tick)} y2={y(tick)} />
            <text className={styles.tick} x={MARGIN.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
              {formatShare(tick)}
            </text>
          </g>
        ))}
        <line className={styles.limit} x1={MARGIN.left} x2={width - MARGIN.right} y1={y(line)} y2={y(line)} />
        <text className={styles.limitLabel} x={MARGIN.left - 8} y={y(line)} dy="0.32em" textAnchor="end">
          {formatShare(line)}
        </text>
        {path !== null && <path className={styles.line} d={path} />}
        {points.map((coverage, step) => (
          <circle
            // A step is its place in the order of removal.
            key={step}
            className={step === crossing ? styles.crossing : styles.point}
            cx={x(step)}
            cy={y(coverage)}
            r={step === crossing ? 5 : steps > CROWDED_STEPS ? 0 : 2.5}
          />
        ))}
        {labels.map(step => {
          const atEnd = x(step) + LABEL_WIDTH_PX > width
          return (
            <text
              key={step}
              className={step === crossing ? styles.decisive : styles.label}
              x={x(step) + (atEnd ? -8 : 8)}
              y={y(coverageAt(step)) + (atEnd ? 15 : -6)}
              textAnchor={atEnd ? 'end' : 'start'}
            >
              {nameOf(curve.removed[step - 1] ?? '')}
            </text>
          )
        })}
        {hovered !== null && <line className={styles.cursor} x1={x(hovered)} x2={x(hovered)} y1={MARGIN.top} y2={height - MARGIN.bottom} />}
        <text className={styles.tick} x={width - MARGIN.right} y={height - 6} textAnchor="end">
          people taken off, whoever is author of most first
        </text>
        {[...new Set([0, crossing ?? 0, steps])].map(step => (
          <text key={step} className={styles.tick} x={x(step)} y={height - MARGIN.bottom + 14} textAnchor="middle">
            {step === steps && step !== crossing ? '' : step}
          </text>
        ))}
      </svg>
      <figcaption>
        {hovered === null || hovered === 0
          ? caption
          : `Without ${nameOf(curve.removed[hovered - 1] ?? '')} too, the ${ordinal(hovered)} to go: ${formatShareExactly(coverageAt(hovered))} of the artifacts still have an author.`}
      </figcaption>
    </figure>
  )
}

const ordinals = new Intl.PluralRules('en-GB', { type: 'ordinal' })
const SUFFIX: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }
const ordinal = (value: number) => `${value}${SUFFIX[ordinals.select(value)] ?? 'th'}`
