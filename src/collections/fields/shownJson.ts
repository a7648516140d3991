/** How the admin shows JSON that our own code writes: as text. */
export const shownJson = { components: { Field: 'payload-plugin-broadsheet/client#ShownJson' } }
