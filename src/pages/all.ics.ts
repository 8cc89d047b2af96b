import { allCalendar } from '../exports/calendar.ts';
import { answer } from './_answer.ts';

export const GET = answer('text/calendar; charset=utf-8', allCalendar);
