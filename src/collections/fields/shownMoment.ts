/** How the admin shows a moment: year first, to the minute. Payload's own way is the American one. */
export const shownMoment = { pickerAppearance: 'dayAndTime', displayFormat: 'yyyy-MM-dd HH:mm' } as const
