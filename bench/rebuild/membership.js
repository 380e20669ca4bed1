/** A tennis club's memberships: events and a list of members, of a case's usual size. */
const { defineEvents, event, onCategory, personal, projection, row } = require('@anjuan/event-sourcing');
const { z } = require('zod');

const text = z.string();
const events = (name) =>
  defineEvents({
    MembershipRequested: event(
      z.object({ memberId: text, name, club: text, level: text, requestedOn: text, note: text }),
    ),
    DocumentAttached: event(z.object({ memberId: text, kind: text, digest: text, bytes: z.int() })),
    MembershipAssigned: event(z.object({ memberId: text, coach: text, dueOn: text })),
    MessageLeft: event(z.object({ memberId: text, by: name, text })),
    MembershipGranted: event(z.object({ memberId: text, number: text, from: text, to: text })),
    LessonTaken: event(z.object({ memberId: text, on: text, coach: text, minutes: z.int() })),
    MembershipEnded: event(z.object({ memberId: text, on: text, reason: text })),
  });

/** A category of memberships; personal fields are encrypted when it says so. */
const membership = (category, encrypted) => ({
  category,
  events: events(encrypted ? personal(text) : text),
});

const member = ({ memberId }) => memberId;
const change = (fields) =>
  row(member, (before, data, meta) => ({ ...before, ...fields(data, before ?? {}, meta) }));

/** Fifteen fields, six indexes, words to search. */
const members = (category) =>
  projection({
    name: `${category.toLowerCase()}-list`,
    version: 1,
    indexes: [
      ['status', 'requestedOn'],
      ['club', 'status', 'dueOn'],
      ['coach', 'dueOn'],
      ['number'],
      ['level', 'requestedOn'],
      ['changedAt'],
    ],
    search: ({ name, number }) => [name ?? '', number ?? ''],
    categories: [
      onCategory(category)({
        MembershipRequested: change(({ memberId, note, ...data }, _, { recordedAt }) => ({
          ...data,
          status: 'requested',
          documents: 0,
          lessons: 0,
          minutes: 0,
          noteLength: note.length,
          changedAt: recordedAt,
        })),
        DocumentAttached: change((_, { documents }) => ({ documents: documents + 1 })),
        MembershipAssigned: change(({ coach, dueOn }, _, { recordedAt }) => ({
          coach,
          dueOn,
          status: 'assigned',
          changedAt: recordedAt,
        })),
        MessageLeft: change(({ by }, { messages = 0 }) => ({ messages: messages + 1, lastMessageBy: by })),
        MembershipGranted: change(({ number, from, to }) => ({ number, from, to, status: 'granted' })),
        LessonTaken: change(({ on, minutes }, { lessons, minutes: sum }) => ({
          lessons: lessons + 1,
          minutes: sum + minutes,
          lastLessonOn: on,
        })),
        MembershipEnded: change(({ on, reason }) => ({ endedOn: on, reason, status: 'ended' })),
      }),
    ],
  });

const NAMES = ['王秀英', '张伟', '李娜', '欧阳建国', '陈静', '刘洋', '赵丽', '黄勇'];

/** The twelve events of one member, from request to end. Half of them hold a name. */
function lifeOf(memberId, n) {
  const name = NAMES[n % NAMES.length];
  const message = (text) => ({ type: 'MessageLeft', data: { memberId, by: name, text } });
  const lesson = (on) => ({
    type: 'LessonTaken',
    data: { memberId, on, coach: `coach-${n % 40}`, minutes: 60 },
  });
  const request = {
    memberId,
    name,
    club: `club-${n % 23}`,
    level: `level-${n % 5}`,
    requestedOn: '2026-01-05',
    note: '希望参加周末双打训练，已有两年基础，请安排合适的教练和场地。'.repeat(6),
  };
  return [
    { type: 'MembershipRequested', data: request },
    { type: 'DocumentAttached', data: { memberId, kind: 'photo', digest: 'a'.repeat(64), bytes: 48_211 } },
    message('照片已上传，请查收。'.repeat(8)),
    { type: 'MembershipAssigned', data: { memberId, coach: `coach-${n % 40}`, dueOn: '2026-01-19' } },
    message('教练已联系，约定周六上午试训。'.repeat(8)),
    { type: 'MembershipGranted', data: { memberId, number: `M${n}`, from: '2026-01-20', to: '2026-12-31' } },
    message('会员卡已寄出，请留意签收。'.repeat(8)),
    lesson('2026-02-01'),
    message('第一次课程顺利完成，进步明显。'.repeat(8)),
    lesson('2026-03-01'),
    message('申请暂停一个月，已告知教练。'.repeat(8)),
    { type: 'MembershipEnded', data: { memberId, on: '2026-12-31', reason: 'expired' } },
  ];
}

module.exports = { lifeOf, members, membership };
