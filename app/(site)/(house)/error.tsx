'use client'

export { PageFailed as default } from '../components/PageFailed.tsx'
