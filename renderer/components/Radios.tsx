/** One of a few, all in sight. */
import { useId, type ReactNode } from 'react'
import styles from './Radios.module.css'

interface RadioOption<Value extends string> {
  readonly value: Value
  readonly label: ReactNode
}

interface Props<Value extends string> {
  /** The question, in sight above its answers. */
  legend: ReactNode
  options: readonly RadioOption<Value>[]
  /** Null while nothing is chosen. */
  value: Value | null
  onChange: (value: Value) => void
  focusName?: string
}

export function Radios<Value extends string>({ legend, options, value, onChange, focusName }: Props<Value>) {
  const name = useId()
  return (
    <fieldset className={styles.radios}>
      <legend>{legend}</legend>
      {options.map(option => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            data-focus={focusName && `${focusName}:${option.value}`}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
