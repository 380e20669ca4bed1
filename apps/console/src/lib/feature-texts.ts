import { useTranslation } from 'react-i18next';
import { i18next } from './i18n';

/** A tree of texts, as deep as a feature likes. */
interface Texts {
  readonly [name: string]: string | Texts;
}

/** Dotted paths to the texts of a tree. */
export type TextKey<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${TextKey<T[K]>}`;
}[keyof T & string];

type Values = Readonly<Record<string, string | number | undefined>>;

/** The same tree with other words. */
export type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };

/** Texts that were added to the page's languages. */
export interface FeatureTexts<T> {
  readonly namespace: string;
  readonly zh: T;
}

/**
 * Adds a feature's texts to the page's languages; values stand in `{{braces}}`.
 * @param namespace the feature's name
 */
export function featureTexts<const T extends Texts>(
  namespace: string,
  zh: T,
  en: Translated<T>,
): FeatureTexts<T> {
  i18next.addResourceBundle('zh-CN', namespace, zh);
  i18next.addResourceBundle('en', namespace, en);
  return { namespace, zh };
}

/** Gives a feature's `t(key, values)`, with keys that the compiler knows. */
export function useTexts<T>({ namespace }: FeatureTexts<T>): (key: TextKey<T>, values?: Values) => string {
  const { t } = useTranslation(namespace);
  return (key: string, values) => t(key, { ...values });
}
