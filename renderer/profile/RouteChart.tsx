/** Shares of work by month, stacked, with job events marked on them and the stretches around a move shaded. */
import { scaleLinear } from 'd3-scale'
import { stack, stackOffsetExpand } from 'd3-shape'
import { useLayoutEffect, useRef, useState } from 'react'
import { formatCount, formatDate, formatMonth, formatShare } from '../format.ts'
import type { Mode, ModeHours, Profile } from '../people/answers.ts'
import { mixWords, MODE_LABEL, modeColour, MODES, totalHours } from '../people/modes.ts'
import styles from './RouteChart.module.css'
import { lanesOf, routeEvents, spreadLabels } from './route-events.ts'
import { monthName, routeMonths, turnOf, type RouteMonth } from './route-months.ts'
import { stretchLabels, type StretchLabel } from './route-words.ts'

interface Props {
  profile: Profile
  caption: string
}

const MARGIN = { left: 42, right: 118 }
const LANE_PX = 18
const LANES = 3
const PLOT_PX = 208
const STRIP_PX = 26
const HOURS_PX = 30
const AXIS_PX = 22
const LETTER_PX = 6.3
const LABEL_GAP_PX = 15
const MAX_MONTHS = 72
const MONTHS_A_YEAR = 12

interface Known extends RouteMonth {
  readonly hours: ModeHours
}
const isKnown = (month: RouteMonth): month is Known => month.shares !== null

export function RouteChart({ profile, caption }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(720)
  const [hovered, setHovered] = useState<number | null>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return undefined
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.max(420, Math.floor(entry.contentRect.width))))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const all = routeMonths(profile.months, profile.asOf)
  const months = all.slice(-MAX_MONTHS)
  const first = months[0]?.index ?? 0
  const events = routeEvents(profile).filter(event => event.position >= first)
  const last = Math.max(months.at(-1)?.index ?? 0, ...events.map(event => Math.floor(event.position)))
  const found = turnOf(profile.person.move, profile.asOf)
  // A stretch from before the record has nothing to be shaded.
  const turn = found && found.before.to > first ? found : null
  const known = months.filter(isKnown)

  const x = scaleLinear([first, last + 1], [MARGIN.left, width - MARGIN.right])
  const labels = events.map(event => {
    const room = event.label.length * LETTER_PX
    const start = Math.max(2, Math.min(x(event.position) + 5, width - room - 4))
    return { ...event, start, width: room }
  })
  const lanes = lanesOf(
    labels.map(({ position, start, width: room }) => ({ start: Math.min(start, x(position)), width: room })),
    LANES,
    10,
  )
  const used = Math.max(0, ...lanes.map(lane => (lane ?? -1) + 1))
  const top = 6 + used * LANE_PX
  const bottom = top + PLOT_PX
  const y = scaleLinear([0, 1], [bottom, top])
  const column = x(first + 1) - x(first)
  const gap = column > 5 ? 1 : 0
  const layers = stack<Known, Mode>()
    .keys(MODES)
    .value((month, mode) => month.hours[mode])
    .offset(stackOffsetExpand)(known)
  const endLabels = labelsOf(known.at(-1), y)
  const axis = bottom + (turn ? STRIP_PX : 0)
  const mostHours = Math.max(1, ...known.map(month => totalHours(month.hours)))
  const hoursTop = axis + AXIS_PX
  const height = hoursTop + HOURS_PX + 6
  const shown = months.find(month => month.index === hovered)
  const stretches = turn && stretchLabels(profile.person, turn)

  return (
    <figure ref={box} className={styles.chart}>
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={caption}
        onPointerMove={event => setHovered(Math.floor(x.invert(event.clientX - event.currentTarget.getBoundingClientRect().left)))}
        onPointerLeave={() => setHovered(null)}
      >
        {turn && stretches && (
          <>
            <Shade
              from={x(Math.max(first, turn.before.from))}
              to={x(turn.before.to)}
              bottom={axis}
              label={stretches.before}
              room={x(turn.before.to)}
            />
            {turn.since && stretches.since && (
              <Shade
                from={x(turn.since.from)}
                to={x(turn.since.to)}
                bottom={axis}
                label={stretches.since}
                room={x(turn.since.to) - x(turn.before.to) - 12}
                isSince
              />
            )}
          </>
        )}
        {[0, 0.25, 0.5, 0.75, 1].map(tick => (
          <g key={tick}>
            <line className={styles.grid} x1={MARGIN.left} x2={width - MARGIN.right} y1={y(tick)} y2={y(tick)} />
            <text className={styles.tick} x={MARGIN.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
              {formatShare(tick)}
            </text>
          </g>
        ))}
        {layers.map(layer => (
          <g key={layer.key} fill={modeColour(layer.key)}>
            {layer.map(point => (
              <rect
                key={point.data.index}
                x={x(point.data.index) + gap / 2}
                width={Math.max(0.5, column - gap)}
                y={y(point[1])}
                height={Math.max(0, y(point[0]) - y(point[1]) - (point[0] > 0 ? 0.75 : 0))}
              />
            ))}
          </g>
        ))}
        {hovered !== null && shown && <rect className={styles.cursor} x={x(shown.index)} width={column} y={top} height={PLOT_PX} />}
        {endLabels.map(({ mode, place, share }) => (
          <g key={mode}>
            <rect x={width - MARGIN.right + 8} y={place - 4} width={8} height={8} rx={2} fill={modeColour(mode)} />
            <text className={styles.name} x={width - MARGIN.right + 21} y={place} dy="0.32em">
              {MODE_LABEL[mode]} <tspan className={styles.share}>{share}</tspan>
            </text>
          </g>
        ))}
        {labels.map((event, index) => {
          const lane = lanes[index] ?? null
          const at = x(event.position)
          return (
            <g key={`${event.date} ${event.label}`}>
              <line
                className={event.planned ? styles.planned : styles.event}
                x1={at}
                x2={at}
                y1={lane === null ? top - 5 : 4 + lane * LANE_PX}
                y2={bottom}
              />
              {lane !== null && (
                <text className={styles.eventLabel} x={event.start} y={14 + lane * LANE_PX}>
                  {event.label}
                </text>
              )}
              <title>{`${formatDate(event.date)}: ${event.label}`}</title>
            </g>
          )
        })}
        {yearsOf(first, last + 1).map(({ index, label }) => (
          <text key={index} className={styles.tick} x={x(index)} y={axis + 14}>
            {label}
          </text>
        ))}
        {known.map(month => {
          const tall = (totalHours(month.hours) / mostHours) * HOURS_PX
          return (
            <rect
              key={month.index}
              className={styles.hours}
              x={x(month.index) + gap / 2}
              width={Math.max(0.5, column - gap)}
              y={hoursTop + HOURS_PX - tall}
              height={tall}
            />
          )
        })}
        <line className={styles.grid} x1={MARGIN.left} x2={width - MARGIN.right} y1={hoursTop + HOURS_PX} y2={hoursTop + HOURS_PX} />
        <text className={styles.tick} x={width - MARGIN.right + 8} y={hoursTop + HOURS_PX - 2}>
          hours, to {formatCount(mostHours)}
        </text>
      </svg>
      <figcaption aria-live="off">{shown ? monthWords(shown) : caption}</figcaption>
      {all.length > months.length && (
        <p className={styles.more}>The drawing begins {formatMonth(monthName(first))}; the table has all months.</p>
      )}
    </figure>
  )
}

function monthWords({ index, hours, shares }: RouteMonth): string {
  const month = formatMonth(monthName(index))
  return hours && shares ? `${month}: ${mixWords(shares)} of ${formatCount(totalHours(hours))} hours.` : `${month}: nothing is on record.`
}

function labelsOf(month: Known | undefined, y: (share: number) => number) {
  if (!month?.shares) return []
  const { shares } = month
  let below = 0
  const bands = MODES.map(mode => {
    const middle = below + shares[mode] / 2
    below += shares[mode]
    return { mode, wanted: y(middle), share: formatShare(shares[mode]) }
  }).reverse()
  const places = spreadLabels(
    bands.map(band => band.wanted),
    LABEL_GAP_PX,
    y(1) + 6,
    y(0) - 6,
  )
  return bands.map((band, index) => ({ ...band, place: places[index] ?? band.wanted }))
}

/** The years of an axis; a year that ends before its label has room has none. */
function yearsOf(from: number, to: number): readonly { index: number; label: string }[] {
  const years = []
  const room = (to - from) / 14
  for (let index = Math.ceil(from / MONTHS_A_YEAR) * MONTHS_A_YEAR; index < to; index += MONTHS_A_YEAR)
    years.push({ index, label: String(index / MONTHS_A_YEAR) })
  const next = years[0]?.index ?? to
  return next - from > room || years.length === 0 ? [{ index: from, label: formatMonth(monthName(from)) }, ...years] : years
}

interface ShadeProps {
  from: number
  to: number
  bottom: number
  label: StretchLabel
  /** For the label, in pixels to the left of the end. */
  room: number
  isSince?: boolean
}

/** Behind the months and their events, closed by a bar below them under which its label stands. */
function Shade({ from, to, bottom, label, room, isSince = false }: ShadeProps) {
  const width = Math.max(1, to - from)
  return (
    <g className={isSince ? styles.since : styles.before}>
      <rect className={styles.shade} x={from} y={0} width={width} height={bottom - STRIP_PX} />
      <rect className={styles.bar} x={from} y={bottom - STRIP_PX + 3} width={width} height={4} rx={2} />
      <text className={styles.stretch} x={to} y={bottom - 5} textAnchor="end">
        {label.long.length * LETTER_PX <= room ? label.long : label.short}
      </text>
    </g>
  )
}
