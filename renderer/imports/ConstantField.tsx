/** A value for a field that no column fills: the same for all rows. */
import { useState } from 'react'
import { Button } from '../components/Button.tsx'
import styles from './ConstantField.module.css'

interface Props {
  field: string
  value: string
  onValue: (value: string) => void
}

export function ConstantField({ field, value, onValue }: Props) {
  const [text, setText] = useState(value)
  const said = text.trim()
  return (
    <form
      className={styles.constant}
      onSubmit={event => {
        event.preventDefault()
        if (said !== value) onValue(said)
      }}
    >
      <label>
        <span>or the same for all rows</span>
        <input
          value={text}
          aria-label={`${field} of all rows`}
          onChange={event => setText(event.target.value)}
          data-focus={`constant:${field}`}
        />
      </label>
      <Button
        onPress={() => onValue(said)}
        disabledReason={said === value ? 'Write what all rows have.' : null}
        label={`Use it for ${field}`}
      >
        Use
      </Button>
    </form>
  )
}
