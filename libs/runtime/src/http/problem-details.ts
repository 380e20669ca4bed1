import {
  Rejected,
  type RejectionCatalogue,
  type RejectionKind,
  type RejectionText,
} from '@anjuan/event-sourcing';
import { z } from 'zod';
import { UNEXPECTED } from './http-rejections';

/** RFC 9457 problem details, with both languages and what to do next. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    messages: z.object({ zh: z.string(), en: z.string() }),
    next: z.object({ zh: z.string(), en: z.string() }),
    correlationId: z.string(),
    details: z.record(z.string(), z.unknown()).optional(),
    errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.output<typeof problemSchema>;

const STATUS: Readonly<Record<RejectionKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  'precondition-required': 428,
  'too-large': 413,
  'unsupported-type': 415,
  'too-many': 429,
  unavailable: 503,
};

/** Every code that the office may reject with, and its texts. */
export class Problems {
  private readonly texts = new Map<string, RejectionText>();

  /** @throws when two catalogues use one code */
  constructor(catalogues: readonly RejectionCatalogue[]) {
    for (const catalogue of catalogues) {
      for (const [code, text] of Object.entries(catalogue)) {
        if (this.texts.has(code)) throw new Error(`the code ${code} is catalogued twice`);
        this.texts.set(code, text);
      }
    }
  }

  get codes(): ReadonlyMap<string, RejectionText> {
    return this.texts;
  }

  ofRejection({ code, details }: Rejected, correlationId: string): Problem {
    const text = this.texts.get(code);
    if (!text) throw new Error(`the code ${code} is in no catalogue`);
    const { errors, ...rest } = details;
    return {
      ...problem(code, STATUS[text.kind], text, correlationId),
      ...(Object.keys(rest).length > 0 ? { details: rest } : {}),
      ...(Array.isArray(errors) ? { errors: errors as Problem['errors'] } : {}),
    };
  }

  unexpected(correlationId: string): Problem {
    return problem(UNEXPECTED.code, 500, UNEXPECTED, correlationId);
  }
}

const problem = (
  code: string,
  status: number,
  text: Pick<RejectionText, 'zh' | 'en' | 'nextZh' | 'nextEn'>,
  correlationId: string,
): Problem => ({
  type: `urn:anjuan:problem:${code}`,
  title: text.zh,
  status,
  code,
  detail: `${text.zh} ${text.en}`,
  messages: { zh: text.zh, en: text.en },
  next: { zh: text.nextZh, en: text.nextEn },
  correlationId,
});
