import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from './api-client';

interface BlobUrl {
  readonly url: string | undefined;
  readonly mediaType: string;
  readonly error: unknown;
  readonly retry: () => void;
}

/**
 * A file of the API as an address that the page can show. It is fetched with the session, kept in memory only while it
 * is shown, and never has an address of its own.
 */
export function useBlobUrl(path: string | undefined): BlobUrl {
  const { data, error, refetch } = useQuery({
    queryKey: ['file', path],
    queryFn: ({ signal }) => api.file(path ?? '', signal),
    enabled: path !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!data) return setUrl(undefined);
    const made = URL.createObjectURL(data);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  return { url, mediaType: data?.type ?? '', error, retry: () => void refetch() };
}
