// `post`: takes the key back when the job ends, however it ends. It looks for the state that `main` left
// before it loads anything else: most of the time of a step that has nothing to do is loading.
import process from 'node:process';

if (process.env['STATE_mint']) {
  const { runPost } = await import('./run-post.ts');
  await runPost();
} else if (process.env['STATE_broker']) {
  const { runBrokerPost } = await import('./run-broker-post.ts');
  await runBrokerPost();
} else {
  console.log('Nothing to revoke.');
}
