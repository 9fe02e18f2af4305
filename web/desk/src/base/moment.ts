import { useEffect, useState } from 'react';
import { belgianDay, dayFrom } from '../../../../handlers/belgian-day.js';

const ZONE = 'Europe/Brussels';
const day = new Intl.DateTimeFormat('nl-BE', { weekday: 'short', day: 'numeric', month: 'short', timeZone: ZONE });
const time = new Intl.DateTimeFormat('nl-BE', { hour: '2-digit', minute: '2-digit', timeZone: ZONE });

/** "vandaag 14:05", "za 21 nov 09:00". */
export function sayWhen(iso: string, now: Date): string {
  const at = new Date(iso);
  const today = belgianDay(now) === belgianDay(at);
  const yesterday = dayFrom(belgianDay(now), -1) === belgianDay(at);
  return `${today ? 'vandaag' : yesterday ? 'gisteren' : day.format(at)} ${time.format(at)}`;
}

/** "nog 2 u 10 min", "3 dagen te laat". */
export function sayLeft(iso: string, now: Date): string {
  const minutes = Math.round((Date.parse(iso) - now.getTime()) / 60_000);
  const long = sayMinutes(Math.abs(minutes));
  return minutes < 0 ? `${long} te laat` : `nog ${long}`;
}

/** What a list has room for: a countdown when it is near, the moment itself when it is far. */
export function sayDue(iso: string, now: Date): string {
  const hours = (Date.parse(iso) - now.getTime()) / 3_600_000;
  return hours > 12 ? `tegen ${sayWhen(iso, now)}` : sayLeft(iso, now);
}

export function sayMinutes(minutes: number): string {
  if (minutes < 60) return `${String(minutes)} min`;
  if (minutes < 48 * 60)
    return `${String(Math.floor(minutes / 60))} u${minutes % 60 === 0 ? '' : ` ${String(minutes % 60)} min`}`;
  return `${String(Math.round(minutes / 1440))} dagen`;
}

/** The present moment, refreshed so that countdowns move. */
export function useNow(everyMs = 20_000): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(new Date());
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [everyMs]);
  return now;
}
