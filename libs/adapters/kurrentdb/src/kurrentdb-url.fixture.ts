/** The server that the tests run against. @throws when none is named, since a test that is skipped proves nothing */
export function kurrentDbUrl(): string {
  const url = process.env.KURRENTDB_URL;
  if (!url) {
    throw new Error(
      'set KURRENTDB_URL to the KurrentDB the tests may write to, e.g. kurrentdb://127.0.0.1:2113?tls=false',
    );
  }
  return url;
}
