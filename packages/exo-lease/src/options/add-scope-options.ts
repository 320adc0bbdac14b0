// Declares the options that say what a lease may do.
import { Option, type Command } from 'commander';

// A copy of the methods in the client, which is not loaded to show a help text.
const methods = ['scoped-role', 'role', 'assume-role', 'access-key'] as const;

export function addScopeOptions(command: Command): Command {
  return command
    .optionsGroup('What the key may do:')
    .option('--operation <names>', 'operations, repeated or comma-separated', collect, [])
    .option('--tag <names>', 'service classes and tags: compute, instance, read', collect, [])
    .option('--resource <names>', 'buckets, as sos/bucket:NAME', collect, [])
    .option('--policy <file|json|->', 'an IAM policy, used unchanged')
    .option('--role <name|id>', 'an existing role')
    .option('--template <key|role>', 'an existing key or role whose scope to copy')
    .addOption(new Option('--method <method>', 'how the key is made').choices(methods))
    .addOption(
      new Option('--get-operation <when>', 'whether the key may read results of operations')
        .choices(['auto', 'allow', 'deny'])
        .default('auto'),
    )
    .optionsGroup('Options:');
}

export function addLeaseOptions(command: Command): Command {
  return command
    .option('--ttl <duration>', 'how long the key works: 90s, 15m, 1h (default: 15m)')
    .option('--prefix <prefix>', 'prefix of the name of the key', 'exo-lease');
}

export function addBrokerOptions(command: Command): Command {
  return command
    .option('--broker <url>', 'get the key from a broker, with an OIDC token of this job')
    .option('--broker-rule <name>', 'with --broker: the rule to use')
    .option('--broker-audience <text>', 'with --broker: the audience of the token');
}

export function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}
