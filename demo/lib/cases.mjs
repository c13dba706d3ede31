// Puts the times of the timelines into the cases, so that whoever reads cases.json needs no turns to find a moment.

const clock = (milliseconds) => {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** The case with `at`/`from`/`to` in milliseconds everywhere a turn is named; in texts "t22" becomes its time. */
export function timed(it, first, next) {
  const from = (turn) => first.turns[turn - 1].from;
  const to = (turn) => first.turns[turn - 1].to;
  const looks = it.looks.map((look) => {
    const moments = look.moments.map((moment) => ({
      ...moment,
      from: from(moment.turn),
      to: moment.to_turn ? to(moment.to_turn) : from(moment.turn),
    }));
    const answers = look.answers.map(({ turns, ...answer }) => ({
      ...answer,
      links: turns.map((turn) => {
        const moment = look.moments.findIndex((one) => one.turn <= turn && turn <= (one.to_turn ?? one.turn));
        return { turn, at: from(turn), moment: moment < 0 ? null : moment };
      }),
    }));
    return { ...look, moments, answers };
  });
  return inWords({
    ...it,
    looks,
    conversation: conversation(it.conversation.turns, first),
    next: conversation(it.next.turns, next),
    interview: { ...it.interview, at: it.interview.turn ? from(it.interview.turn) : null },
    readings: it.readings.map((reading) => ({ ...reading, at: reading.turn ? from(reading.turn) : null })),
    alternative: { ...it.alternative, at: from(it.alternative.turn) },
  }, from, (turn) => next.turns[turn - 1].from);
}

function conversation(turns, placed) {
  return {
    media: placed.media,
    truth: placed.truth,
    duration: placed.duration,
    turns: turns.map(({ parts, ...turn }, index) => ({
      ...turn,
      from: placed.turns[index].from,
      to: placed.turns[index].to,
      speech: placed.turns[index].speech,
      silences: parts.filter((part) => part.silence).map((part) => part.silence),
      acts: parts.filter((part) => part.act).map((part) => part.act),
    })),
  };
}

/** Replaces "t22" and "v4" in every text by the time people see on the screen. */
function inWords(value, first, next) {
  if (typeof value === 'string') {
    return value
      .replace(/\bt(\d+)\b/g, (_, turn) => clock(first(Number(turn))))
      .replace(/\bv(\d+)\b/g, (_, turn) => clock(next(Number(turn))));
  }
  if (Array.isArray(value)) return value.map((one) => inWords(one, first, next));
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, ['media', 'truth', 'key'].includes(name) ? one : inWords(one, first, next)]));
  }
  return value;
}

/** The ground truth of one conversation: who speaks from when to when, per turn, in milliseconds. */
export function truth(it, part, placed) {
  const turns = it[part].turns;
  return {
    case: it.key,
    part,
    media: placed.media,
    duration: placed.duration,
    turns: placed.turns.map(({ turn, who, from, to, speech }, index) => ({
      turn, who, from, to, overlap: turns[index].overlap, cut_off: turns[index].cut_off, text: turns[index].text, speech,
    })),
  };
}
