// The part of `pgpass` that the driver uses; the package has no types.
declare module 'pgpass' {
  export interface Wanted {
    readonly host: string;
    readonly port: number;
    readonly database?: string | undefined;
    readonly user?: string | undefined;
  }

  export default function pgpass(
    wanted: Wanted,
    done: (password: string | undefined) => void,
  ): void;
}
