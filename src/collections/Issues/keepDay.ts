import type { CollectionBeforeValidateHook } from 'payload'

import { dayOf, storedDay } from '../../core/days.ts'

/** Keeps an issue's date a day: `YYYY-MM-DD` or any moment of that day becomes its noon in UTC. */
export const keepDay: CollectionBeforeValidateHook = ({ data }) => {
  if (!data || data.date === undefined || data.date === null) return data
  const day = dayOf(data.date)
  // What is no day stays as it came, so that the field's own validation can name it.
  return day ? { ...data, date: storedDay(day) } : data
}
