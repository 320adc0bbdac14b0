// Gives everything that does not wait for the test the time to happen.

/** Lets everything happen that does not wait for a request, a pause or a journal. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
