export { assertFailure } from './assert-failure.ts';
export { playScenario } from './play-scenario.ts';

export type { Interruption } from './organization.ts';
export type { Job, PhaseOptions, ScenarioOptions } from './play-scenario.ts';
export type { Annotation } from './workflow-commands.ts';
export type { PhaseRun } from './run-phase.ts';
