// A client of `pg` that closes what failed. When a password is missing or cannot be read, `pg` leaves the connection
// open, and the server keeps a place for it for a minute: a broker that tries again would soon take all of them.
import pg from 'pg';

export class PostgresClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const { connection } = this;
    connection.on('error', () => connection.stream.destroy());
  }
}
