import { useId, type ReactNode } from 'react'

interface Labelled {
  label: string
  error?: string | null | undefined
}

/** What an input takes so that its label and its error belong to it. */
interface FieldProps {
  id: string
  'aria-invalid': boolean
  'aria-describedby': string | undefined
}

/** An input with its label, and what is wrong with it. */
export function Field({ label, error, children }: Labelled & { children: (field: FieldProps) => ReactNode }) {
  const id = useId()
  const describedBy = error ? `${id}-error` : undefined
  return (
    <div className="broadsheet-panel__field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': Boolean(error), 'aria-describedby': describedBy })}
      {error ? (
        <p id={describedBy} className="broadsheet-panel__error" role="alert">
          {error}
        </p>
      ) : null}
    </div>
  )
}

interface Text extends Labelled {
  value: string
  onChange: (value: string) => void
}

/** Several lines of text. */
export function LongText({ value, onChange, ...labelled }: Text) {
  return (
    <Field {...labelled}>
      {(field) => (
        <textarea {...field} rows={2} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  )
}

interface ChoiceProps extends Text {
  /** Values and their words. */
  options: readonly (readonly [value: string, words: string])[]
}

/** One of a few. */
export function Choice({ value, onChange, options, ...labelled }: ChoiceProps) {
  return (
    <Field {...labelled}>
      {(field) => (
        <select {...field} value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
