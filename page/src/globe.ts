// The base map: outlines of countries, drawn in the page. Made with Natural Earth (public domain), as packed by world-atlas.

import { geoCircle, geoEqualEarth, geoMercator, geoPath, type GeoProjection } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json';

import type { RecordPlace } from './record';

const topology = atlas as unknown as Topology<{ countries: GeometryCollection; land: GeometryCollection }>;
const land = feature(topology, topology.objects.land);
const borders = mesh(topology, topology.objects.countries, (a, b) => a !== b);

/** A place that has a point. */
export type Sited = RecordPlace & { lat: number; lon: number };
export const sited = (place: RecordPlace): place is Sited => place.lat !== null && place.lon !== null;

const KM = 111.2;

export interface Frame {
  width: number;
  height: number;
  /** Degrees of the middle, and how much nearer than all places together. */
  zoom: number;
  shift: readonly [number, number];
}

// Degrees that a map shows at least, and from which on the whole earth is nearer to the truth than a cylinder.
const LEAST = 5;
const WORLD = 100;

/** The middle of the shortest arc that has all longitudes, and its width; degrees. */
function arcOf(longitudes: readonly number[]): { middle: number; width: number } {
  const sorted = longitudes.toSorted((a, b) => a - b);
  let [gap, after] = [-1, 0];
  sorted.forEach((one, index) => {
    const next = sorted[index + 1] ?? (sorted[0] ?? 0) + 360;
    if (next - one > gap) [gap, after] = [next - one, next];
  });
  const width = 360 - gap;
  return { middle: ((after + width / 2 + 540) % 360) - 180, width };
}

export interface Chart {
  project: (lon: number, lat: number) => [number, number] | null;
  land: string;
  borders: string;
  /** The outline of a circle of `radius` km. */
  circle: (lon: number, lat: number, radius: number) => string;
}

/** A map that has all of `places` in it. */
export function chart(places: readonly Sited[], frame: Frame): Chart {
  const reach = (place: Sited) => Math.min(20, (place.radius ?? 0) / KM);
  const { middle, width } = arcOf(places.flatMap((one) => [one.lon - reach(one), one.lon + reach(one)]));
  const south = Math.min(...places.map((one) => one.lat - reach(one)));
  const north = Math.max(...places.map((one) => one.lat + reach(one)));
  const projection: GeoProjection = (Math.max(width, north - south) > WORLD ? geoEqualEarth() : geoMercator()).rotate([-middle, 0]);
  const half = Math.max(LEAST, width * 1.35) / 2;
  const [low, high] = [Math.max(-80, Math.min(south, (south + north - LEAST) / 2) - (north - south) * 0.15), Math.min(83, Math.max(north, (south + north + LEAST) / 2) + (north - south) * 0.15)];
  projection.fitSize([frame.width, frame.height], {
    type: 'MultiPoint',
    coordinates: [[middle - half, low], [middle + half, high], [middle - half, high], [middle + half, low]],
  });
  const [x, y] = projection.translate();
  const centre = [frame.width / 2, frame.height / 2] as const;
  projection.scale(projection.scale() * frame.zoom);
  projection.translate([centre[0] + (x - centre[0]) * frame.zoom + frame.shift[0], centre[1] + (y - centre[1]) * frame.zoom + frame.shift[1]]);
  projection.clipExtent([[-2, -2], [frame.width + 2, frame.height + 2]]);
  const path = geoPath(projection).digits(1);
  return {
    project: (lon, lat) => projection([lon, lat]),
    land: path(land) ?? '',
    borders: path(borders) ?? '',
    circle: (lon, lat, radius) => path(geoCircle().center([lon, lat]).radius(radius / KM)()) ?? '',
  };
}
