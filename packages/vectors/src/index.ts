export { vectors } from './vectors.ts';
export type { Vector } from './vectors.ts';
