import { changesFeed } from '../exports/change-feeds.ts';
import { answer } from './_answer.ts';

export const GET = answer('application/atom+xml; charset=utf-8', changesFeed);
