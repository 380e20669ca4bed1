/** A JSON value as it is stored: no `undefined`, no dates, no big integers. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}
