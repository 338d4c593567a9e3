import { setAttribute } from "../shared/js/dom.js";

const ARROWS = ["left", "right", "up", "down", "up_left", "up_right", "down_left", "down_right", "here"];

/** Where the desks are, seen from this screen: an arrow and a place such as "1. piętro". */
export class Ways {
  /** @param {{ways: object, desks: {id: string, label: string}[]}} setup */
  constructor(setup) {
    this.ways = setup?.ways ?? {};
    this.labels = new Map((setup?.desks ?? []).map(({ id, label }) => [id, label]));
  }

  /** @returns {{arrow: string | null, place: {pl: string, en?: string, uk?: string} | null}} of a desk by its id */
  of(desk) {
    const { arrow, place } = (Object.hasOwn(this.ways, desk ?? "") && this.ways[desk]) || {};
    return { arrow: ARROWS.includes(arrow) ? arrow : null, place: place ?? null };
  }

  /** What stands on the desk's plate. */
  label(desk) {
    return this.labels.get(desk) ?? desk ?? "";
  }
}

/** Turns the arrow that an `<svg>` of the page holds; without a direction it is not shown, for a wrong one would send people astray. */
export function pointArrow(svg, arrow) {
  setAttribute(svg, "data-arrow", arrow);
  // `hidden` is no property of SVG elements.
  setAttribute(svg, "hidden", arrow ? null : "");
}

