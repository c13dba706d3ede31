// Where marks go on a line of time, so that each keeps a target of its own.

/** A mark as it stands in the list on the page. */
export interface Mark {
  id: string;
  start: number;
  end: number;
  lane: string;
  kind: string;
  family: string;
  strength: string;
  /** What it is, in the page's words: "weerstand, cliënt". */
  said: string;
  /** Marks of different lanes that meet carry the same word here. */
  meets: string;
}

/** Reads the marks from a list on the page: the list is the truth, the timeline is its picture. */
export function readMarks(list: Element): Mark[] {
  return [...list.querySelectorAll<HTMLElement>('[data-start]')]
    .map((item) => {
      const start = Number(item.dataset.start);
      return {
        id: item.id,
        start,
        end: Math.max(start, Number(item.dataset.end ?? start)),
        lane: item.dataset.lane ?? '',
        kind: item.dataset.kind ?? 'other',
        family: item.dataset.family ?? 'open',
        strength: item.dataset.strength ?? 'clear',
        said: item.dataset.said ?? '',
        meets: item.dataset.meets ?? '',
      };
    })
    .filter((mark) => Number.isFinite(mark.start))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The row of each mark within a lane: the first row where it touches nobody. `room` is one target in milliseconds. */
export function rows(marks: Mark[], room: number): number[] {
  const ends: number[] = [];
  return marks.map((mark) => {
    const from = mark.start - room / 2;
    let row = ends.findIndex((end) => end <= from);
    if (row < 0) row = ends.length;
    ends[row] = mark.start + room / 2;
    return row;
  });
}
