import { type ClassValue, clsx } from "clsx"

/**
 * Joins class names, leaving out what is false. It does not resolve conflicts between utilities: a `className` prop
 * adds layout (margin, width, grid place), never another colour or size.
 */
export const cn = (...names: ClassValue[]): string => clsx(names)
