import { describe, expect, it } from 'vitest';

import { runSteps } from '../support/run-steps.ts';

const mint = 'x/exo-lease/actions/mint@v1';

describe('a JavaScript action', () => {
  it('gets its inputs and defaults as variables', async () => {
    const { log } = await runSteps(
      `
- uses: ${mint}
  with: { API-secret: a b, exit-code: 0 }
`,
      { github: { token: 'ghs_token' }, checkRunId: 4711, matrix: { n: 1 } },
    );
    expect(log).toContain('INPUT_API-SECRET="a b"');
    expect(log).toContain('INPUT_API_KEY="none"');
    expect(log).toContain('INPUT_CHECK-RUN-ID="4711"');
    expect(log).toContain('INPUT_MATRIX="{\\n  \\"n\\": 1\\n}"');
    expect(log).toContain('INPUT_TOKEN="***"');
    expect(log).toContain('INPUT_OLD=""');
  });

  it('is given null for the matrix of a job without one', async () => {
    const { log } = await runSteps(`- uses: ${mint}`);
    expect(log).toContain('INPUT_MATRIX="null"');
    expect(log).toContain('INPUT_CHECK-RUN-ID=""');
  });

  it('is warned about inputs it does not have or wants no more', async () => {
    const { annotations } = await runSteps(`- uses: ${mint}\n  with: { nonsense: 1, old: x }`);
    expect(annotations.map(({ level, message }) => [level, message])).toEqual([
      ['warning', expect.stringContaining("Input 'old' has been deprecated")],
      ['warning', expect.stringContaining("Unexpected input(s) 'nonsense'")],
    ]);
  });

  it('hands its state to its own post and its outputs to the steps', async () => {
    const result = await runSteps(
      `
- uses: ./actions/probe
  id: first
  with:
    main: append('STATE', 'who=first'); append('OUTPUT', 'out=1'); append('ENV', 'FROM_MAIN=1')
    post: console.log('first post', env.STATE_who, env.LATE, env.GITHUB_ACTION)
- uses: ./actions/probe
  with:
    main: append('STATE', 'who=second'); console.log('sees', env.FROM_MAIN, '\${{ steps.first.outputs.out }}', env.STATE_who)
    post: console.log('second post', env.STATE_who, env.STATE_other, env.GITHUB_ACTION)
- run: echo "LATE=late" >> "$GITHUB_ENV"
`,
    );
    expect(result.log).toContain('sees 1 1 undefined');
    expect(result.log).toContain('second post second undefined __self');
    expect(result.log).toContain('first post first late first');
    expect(result.steps.map(({ name, phase }) => `${phase}: ${name}`)).toEqual([
      'main: Run ./actions/probe',
      'main: Run ./actions/probe',
      `main: Run echo "LATE=late" >> "$GITHUB_ENV"`,
      'post: Post Run ./actions/probe',
      'post: Post Run ./actions/probe',
    ]);
    expect(result.log.lastIndexOf('second post')).toBeLessThan(
      result.log.lastIndexOf('first post'),
    );
  });

  it('has no post when it was skipped, and has one when main was killed', async () => {
    const { log, conclusion } = await runSteps(`
- uses: ./actions/probe
  if: false
  with: { post: console.log('post of the skipped') }
- uses: ./actions/probe
  with:
    main: append('STATE', 'key=saved'); process.kill(process.pid, 'SIGKILL'); await sleep(9999)
    post: console.log('post of the killed', env.STATE_key)
`);
    expect(conclusion).toBe('failure');
    expect(log).not.toContain('post of the skipped');
    expect(log).toContain('post of the killed saved');
    expect(log).toContain('Process completed with exit code 137.');
  });

  it('fails the job when its post fails', async () => {
    const { conclusion, annotations, log } = await runSteps(
      `- uses: ./actions/probe\n  with: { post: "console.log('::error::gone wrong'); process.exitCode = 1" }`,
    );
    expect(conclusion).toBe('failure');
    expect(annotations).toMatchObject([
      { message: 'gone wrong', step: 'Post Run ./actions/probe' },
    ]);
    expect(log).not.toContain('Process completed');
  });

  it('knows where it comes from', async () => {
    const { log } = await runSteps(`
- uses: x/exo-lease/actions/probe@v7
  with:
    main: console.log('from', env.GITHUB_ACTION_REPOSITORY, env.GITHUB_ACTION_REF, env.GITHUB_ACTION)
- uses: x/exo-lease/actions/probe@v7
  with: { main: "console.log('again', env.GITHUB_ACTION)" }
`);
    expect(log).toContain('from x/exo-lease v7 __x_exo-lease');
    expect(log).toContain('again __x_exo-lease_2');
  });

  it('fails when it was not built', async () => {
    const { steps } = await runSteps('- uses: ./broken/no-main');
    expect(steps).toMatchObject([{ outcome: 'failure', exitCode: undefined }]);
  });

  it('fails when the program that runs it is not there', async () => {
    const { steps } = await runSteps('- uses: ./actions/probe', { node: '/nowhere/node' });
    expect(steps.map(({ outcome }) => outcome)).toEqual(['failure', 'failure']);
  });

  it('cannot read secrets in a default', async () => {
    const { steps, annotations } = await runSteps('- uses: ./broken/secret-default', {
      secrets: { KEY: 'k3y' },
    });
    expect(steps).toMatchObject([{ outcome: 'failure', exitCode: undefined }]);
    expect(annotations).toMatchObject([{ level: 'error' }]);
  });

  it('is counted as done when it is to be skipped', async () => {
    const { steps, log } = await runSteps('- uses: actions/checkout@v5', {
      skippedActions: ['actions/checkout'],
    });
    expect(steps).toMatchObject([{ outcome: 'success', exitCode: undefined }]);
    expect(log).toContain('provided by the local runner');
  });
});

describe('pre and post conditions', () => {
  const reference = 'x/exo-lease/actions/with-pre@v1';
  const phases = async (env: string, uses = reference): Promise<unknown[]> => {
    const { steps } = await runSteps(`- run: exit 1\n- uses: ${uses}`, {
      before: `env: ${env}`,
    });
    return steps
      .slice(env.includes('PRE') ? 0 : 1)
      .map(({ phase, outcome }) => `${phase} ${outcome}`);
  };

  it('runs pre before every step, and post though main was skipped', async () => {
    expect(await phases('{ PRE: 1, POST: 1 }')).toEqual([
      'pre success',
      'main failure',
      'main skipped',
      'post success',
    ]);
  });

  it('leaves out what the conditions exclude', async () => {
    const { steps, log } = await runSteps(`- uses: ${reference}`);
    expect(steps.map(({ phase, outcome }) => `${phase} ${outcome}`)).toEqual([
      'pre skipped',
      'main success',
      'post skipped',
    ]);
    expect(log).toContain('phase 1');
  });

  it('shares the state of all three', async () => {
    const { log } = await runSteps(`- uses: ${reference}`, { before: 'env: { PRE: 1, POST: 1 }' });
    expect(log).toMatch(/phase 1[^]*phase 2[^]*phase 3/);
  });

  it('does not run the pre of a local action, and says so', async () => {
    const { steps, annotations } = await runSteps('- uses: ./actions/with-pre');
    expect(steps.map(({ phase }) => phase)).toEqual(['main', 'post']);
    expect(annotations).toMatchObject([{ level: 'warning' }]);
  });
});
