import { isoDay, type IsoDay } from './calendar-day.ts';

/**
 * Easter Sunday of the Western churches in a Gregorian year, as 'YYYY-MM-DD'.
 *
 * Source: the anonymous Gregorian algorithm (Nature, 20 April 1876), as given in
 * J. Meeus, Astronomical Algorithms, chapter 8. Right for every year from 1583.
 *
 * @throws RangeError for a year that is not a whole number from 1583 to 9999
 */
export function easterSunday(year: number): IsoDay {
  if (!Number.isInteger(year) || year < 1583 || year > 9999) {
    throw new RangeError(`Easter is computed for the years 1583 to 9999, not ${year}.`);
  }
  const whole = (dividend: number, divisor: number): number => Math.floor(dividend / divisor);

  const golden = year % 19;
  const century = whole(year, 100);
  const yearOfCentury = year % 100;
  const moonCorrection = whole(century - whole(century + 8, 25) + 1, 3);
  const epact = (19 * golden + century - whole(century, 4) - moonCorrection + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * whole(yearOfCentury, 4) - epact - (yearOfCentury % 4)) % 7;
  const lateMoon = whole(golden + 11 * epact + 22 * weekday, 451);
  const daysFromMarch = epact + weekday - 7 * lateMoon + 114;
  return isoDay(year, whole(daysFromMarch, 31), (daysFromMarch % 31) + 1);
}
