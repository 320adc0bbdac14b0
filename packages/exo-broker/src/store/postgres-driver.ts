// PostgreSQL: several brokers share it, its clock decides, and advisory locks order them.
import pg from 'pg';
import { parseIntoClientConfig } from 'pg-connection-string';

import { BrokerError } from '../errors.ts';
import type { Driver, Transaction } from './driver.ts';
import type { SqlRow } from './lease-row.ts';
import { PostgresClient } from './postgres-client.ts';
import { readPgpass } from './read-pgpass.ts';

/** Together they limit an answer: first a connection or a slot in the pool, then each statement. */
const connectMs = 5_000;
const statementMs = 10_000;

export interface PostgresSettings {
  readonly url: string;
  /** Called for each new connection. Default: the environment variables of libpq. */
  readonly readPassword?: (() => Promise<string>) | undefined;
}

/** @throws {BrokerError} `ERR_STORE`. */
export function openPostgres(settings: PostgresSettings): Driver {
  const pool = new pg.Pool({
    ...connectionOf(settings),
    Client: PostgresClient,
    max: 10,
    connectionTimeoutMillis: connectMs,
    // For a server that does not answer at all, and so cannot time out a statement.
    query_timeout: statementMs + 1_000,
    keepAlive: true,
    application_name: 'exo-broker',
  });
  // The server closed an idle connection. The next query opens another one.
  pool.on('error', () => {});

  return {
    skipLocked: 'FOR UPDATE SKIP LOCKED',
    transaction: async (work) => {
      const client = await pool.connect().catch((cause: unknown) => {
        throw unavailable(cause);
      });
      try {
        // A connection that breaks between two queries also reports it here. The next query fails.
        client.on('error', () => {});
        const result = await work(toTransaction(client, await begin(client)));
        await client.query('COMMIT');
        client.removeAllListeners('error');
        client.release();
        return result;
      } catch (cause) {
        // Closing the connection also rolls back, even if the server does not answer.
        client.release(true);
        throw cause instanceof BrokerError ? cause : unavailable(cause);
      }
    },
    close: () => pool.end(),
  };
}

function connectionOf({ url, readPassword }: PostgresSettings): pg.ClientConfig {
  try {
    const connection = parseIntoClientConfig(url);
    if (readPassword) return { ...connection, password: readPassword };
    // `pg` reads PGPASSWORD itself. It reads PGPASSFILE only before version 9.
    const known = new pg.Client(connection);
    return known.password ? connection : { ...connection, password: () => readPgpass(known) };
  } catch (cause) {
    throw unavailable(cause);
  }
}

// In the transaction, because poolers such as PgBouncer refuse settings of the connection.
const beginStatements = [
  // After a wait for a lock, reads see what the previous transaction wrote.
  'BEGIN ISOLATION LEVEL READ COMMITTED',
  // A commit is on the disk before a key is minted for it.
  'SET LOCAL synchronous_commit TO on',
  `SET LOCAL statement_timeout TO ${statementMs}`,
  // A broker that hangs in a transaction loses its locks.
  'SET LOCAL idle_in_transaction_session_timeout TO 5000',
  'SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now',
].join(';');

// All in one message: `pg` answers with a list of results, which its types do not know.
async function begin(client: pg.PoolClient): Promise<number> {
  const results: unknown = await client.query(beginStatements);
  const answer = (results as readonly pg.QueryResult<{ now: string }>[]).at(-1);
  return Number(answer?.rows[0]?.now);
}

function toTransaction(client: pg.PoolClient, now: number): Transaction {
  return {
    now,
    all: async (sql, parameters = []) => (await client.query<SqlRow>(sql, [...parameters])).rows,
    run: async (sql, parameters = []) => (await client.query(sql, [...parameters])).rowCount ?? 0,
    lock: async (name) => {
      await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `exo-broker ${name}`,
      ]);
    },
  };
}

function unavailable(cause: unknown): BrokerError {
  const reason = reasonOf(cause);
  return new BrokerError(
    'ERR_STORE',
    `PostgreSQL cannot be used: ${reason}. Expected a server that answers and a database that this user can write; check the address, the password file and the space on its disk.`,
    { cause },
  );
}

// If a host name has several addresses, the error has no message, but one nested error for each address.
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join(', ');
  return cause instanceof Error ? cause.message : String(cause);
}
