export { assertFailure } from './assert-failure.ts';
export { openFakeGitHub } from './fake-github/open-fake-github.ts';
export { openBroker } from './open-broker.ts';
export { refusals } from './fake-github/reply.ts';
export { playScenario } from './play-scenario.ts';

export type { FakeGitHub } from './fake-github/open-fake-github.ts';
export type { FakeAttempt, FakeJob, FakeRepository } from './fake-github/repository.ts';
export type { Interruption } from './organization.ts';
export type { Job, PhaseOptions, ScenarioOptions } from './play-scenario.ts';
export type { Annotation } from './workflow-commands.ts';
export type { TestBroker } from './open-broker.ts';
export type { PhaseRun } from './run-phase.ts';
