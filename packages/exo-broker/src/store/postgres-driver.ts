// PostgreSQL: several brokers share it, its clock decides, and advisory locks order them.
import pg from 'pg';
import { parseIntoClientConfig } from 'pg-connection-string';

import { BrokerError } from '../errors.ts';
import type { Driver, Transaction } from './driver.ts';
import type { SqlRow } from './lease-row.ts';
import { PostgresClient } from './postgres-client.ts';
import { readPgpass } from './read-pgpass.ts';

/** An answer comes within the two together: a connection or a place in the pool, and then each statement. */
const connectMs = 5_000;
const statementMs = 10_000;

export interface PostgresSettings {
  readonly url: string;
  /** Asked for each new connection. Default what the environment variables of libpq say. */
  readonly readPassword?: (() => Promise<string>) | undefined;
}

/** @throws {BrokerError} `ERR_STORE`. */
export function openPostgres(settings: PostgresSettings): Driver {
  const pool = new pg.Pool({
    ...connectionOf(settings),
    Client: PostgresClient,
    max: 10,
    connectionTimeoutMillis: connectMs,
    // For a server that does not answer at all, which cannot end a statement either.
    query_timeout: statementMs + 1_000,
    keepAlive: true,
    application_name: 'exo-broker',
  });
  // An idle connection that the server closed; the next query opens another one.
  pool.on('error', () => {});

  return {
    skipLocked: 'FOR UPDATE SKIP LOCKED',
    transaction: async (work) => {
      const client = await pool.connect().catch((cause: unknown) => {
        throw unavailable(cause);
      });
      try {
        // A connection that breaks between two queries says so here too, and the query that follows fails.
        client.on('error', () => {});
        const result = await work(toTransaction(client, await begin(client)));
        await client.query('COMMIT');
        client.removeAllListeners('error');
        client.release();
        return result;
      } catch (cause) {
        // Closing the connection rolls back as well, also where the server does not answer.
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
    // `pg` takes PGPASSWORD by itself. It reads PGPASSFILE until its version 9 only.
    const known = new pg.Client(connection);
    return known.password ? connection : { ...connection, password: () => readPgpass(known) };
  } catch (cause) {
    throw unavailable(cause);
  }
}

// Not settings of the connection, which poolers such as PgBouncer refuse.
const beginStatements = [
  // After a wait for a lock, what the one before has written is read.
  'BEGIN ISOLATION LEVEL READ COMMITTED',
  // A commit is on the disk before a key is minted for it.
  'SET LOCAL synchronous_commit TO on',
  `SET LOCAL statement_timeout TO ${statementMs}`,
  // A broker that is frozen in a transaction does not keep its locks.
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

// Where a name has several addresses, the error has one of its own for each and says nothing itself.
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join(', ');
  return cause instanceof Error ? cause.message : String(cause);
}
