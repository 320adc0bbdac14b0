// A client of `pg` that closes its connection itself, and does not wait for the server to do so.
import pg from 'pg';

const goodbyeMs = 1_000;

export class PostgresClient extends pg.Client {
  // When a password is missing or cannot be read, `pg` leaves the connection open, and it occupies a slot of
  // the server for a minute. A broker that retries would soon use all slots.
  constructor(config?: pg.ClientConfig) {
    super(config);
    const { connection } = this;
    connection.on('error', () => connection.stream.destroy());
  }

  override end(): Promise<void>;
  override end(callback: (error: Error) => void): void;
  override end(callback?: (error: Error) => void): Promise<void> | void {
    const { connection } = this;
    const timer = setTimeout(() => connection.stream.destroy(), goodbyeMs).unref();
    connection.once('end', () => clearTimeout(timer));
    return callback ? super.end(callback) : super.end();
  }
}
