import { describe, expect, it } from 'vitest';

import { playScenario } from '../src/play-scenario.ts';

const action = new URL('fixtures/simple/', import.meta.url);

describe('playScenario', () => {
  it('gives a phase PATH, the variables of the runner and the inputs, and nothing else', () =>
    playScenario(action, async (job) => {
      const { outputs } = await job.main({ inputs: { behavior: 'reports' }, debug: true });
      const names = (outputs['names'] ?? '').split(' ');
      const foreign = names.filter(
        (name) => !/^(?:PATH|CI|(?:GITHUB|RUNNER|INPUT)_.+)$/.test(name),
      );
      expect(foreign).toEqual([]);
      expect(names).toEqual(expect.arrayContaining(['INPUT_API-SECRET', 'RUNNER_DEBUG']));
      expect(outputs['job']).toBe('55512345678');
    }));

  it('hands the state of main to its own post, and the variables to everything later', () =>
    playScenario(action, async (job) => {
      await job.main({ inputs: { behavior: 'remembers' } });
      await job.main({ step: 'other' });
      const own = await job.post({ inputs: { behavior: 'recalls' } });
      const other = await job.post({ step: 'other', inputs: { behavior: 'recalls' } });
      expect(own.outputs).toEqual({ lease: 'first\nsecond', color: 'blue' });
      expect(other.outputs).toEqual({ lease: 'undefined', color: 'blue' });
    }));

  it('notices a secret that is printed', () =>
    playScenario(action, async (job) => {
      await expect(job.main({ inputs: { behavior: 'leaks' } })).rejects.toThrow(
        'main wrote a secret to stdout besides masking it',
      );
    }));

  it('sends a signal during a request, and keeps its answer back', () =>
    playScenario(action, async (job) => {
      const interrupt = { signal: 'SIGINT', during: 'list-zones', takesEffect: true } as const;
      const main = await job.main({ inputs: { behavior: 'waits' }, interrupt });
      expect(main.exitCode).toBe(1);
      const message = 'by\nSIGINT';
      expect(main.annotations).toEqual([{ level: 'error', title: 'Stopped', message }]);
      expect(main.requests).toMatchObject([{ operation: 'list-zones', status: 200 }]);
    }));

  it('reads the state of a phase that was killed', () =>
    playScenario(action, async (job) => {
      const interrupt = { signal: 'SIGKILL', during: 'list-zones', takesEffect: false } as const;
      const main = await job.main({ inputs: { behavior: 'waits' }, interrupt });
      expect(main).toMatchObject({ exitCode: null, signal: 'SIGKILL', state: { begun: 'yes' } });
      expect(job.transcript()).toContain('no effect, SIGKILL before the answer');
    }));
});
