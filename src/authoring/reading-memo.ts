import type { ReadingMemo } from '../records/read-records.ts';

/** While questions are answered, the same folder is checked over and over; what has not changed is read once. */
export const memo: ReadingMemo = new Map();
