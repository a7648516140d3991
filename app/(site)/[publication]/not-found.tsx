export { default } from '../(house)/not-found.tsx'
