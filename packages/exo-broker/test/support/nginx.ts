// nginx from Debian's package, in front of several brokers.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePort } from './free-port.ts';

const program = '/usr/sbin/nginx';

export interface Nginx extends AsyncDisposable {
  readonly url: string;
}

export function hasNginx(): boolean {
  return existsSync(program);
}

export async function startNginx(urls: readonly string[]): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'exo-broker-nginx-'));
  const port = await freePort();
  // A refused connection costs no time, and an instance that was restarted counts at once.
  const servers = urls.map((url) => `server ${new URL(url).host} max_fails=0;`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 256; }
http {
  access_log off;
  ${temporary.join('\n  ')}
  upstream brokers { ${servers.join(' ')} }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://brokers;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header X-Forwarded-For $remote_addr;
      # An idempotency key makes a POST safe to repeat.
      proxy_next_upstream error timeout non_idempotent;
      proxy_connect_timeout 1s;
    }
  }
}
`,
  );
  const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')];
  const child = spawn(program, args, { stdio: 'ignore' });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const url = `http://127.0.0.1:${port}`;
  while (child.exitCode === null) {
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.ok) break;
    await sleep(20);
  }
  if (child.exitCode !== null) throw new Error('nginx did not start');
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGQUIT');
      await exited;
      rmSync(folder, { recursive: true });
    },
  };
}
