import { LAYOUT, LAYOUT_FIELD } from './layout.js';

/**
 * The Lua programs that make several writes one. All keys carry the hash tag of the prefix, so they share a slot of a
 * Cluster. KEYS[1] is the prefix itself, from which the keys are built; values travel as text and are never decoded.
 */

/** Set while a backup reads: writers wait a moment, so that it sees everything at one moment. Runs out by itself. */
export const FROZEN = 'frozen';
/** Set until a move or restore into this store is finished. */
export const UNFINISHED = 'unfinished';
/** What a script answers while the store is frozen. */
export const WAIT = -1;
/** What a script answers when the mark it was told to expect is not there. */
export const EMPTIED = -2;
/** What a script answers when a newer release laid the data out anew. */
export const NEWER = -3;

/** KEYS[2]: where the mark stands (see redis-mark.ts). */
const onlyOurLayout = `
local mark = redis.call('HMGET', KEYS[2], 'id', '${LAYOUT_FIELD}')
if tonumber(mark[2] or '1') > ${String(LAYOUT)} then return {${String(NEWER)}} end`;

const onlyMarked = (argument: string): string => `${onlyOurLayout}
if mark[1] ~= ${argument} then return {${String(EMPTIED)}} end`;

const waitWhileFrozen = `if redis.call('EXISTS', KEYS[1] .. '${FROZEN}') == 1 then return {${String(WAIT)}} end`;

/**
 * ARGV[1]: the commit as JSON (see toWire in redis-store.ts), ARGV[2]: the mark. Returns {1, commits so far, seq…} or
 * {0, kind, id}.
 */
export const COMMIT = `
${waitWhileFrozen}
${onlyMarked('ARGV[2]')}
local p = KEYS[1]
local c = cjson.decode(ARGV[1])
local function rec(kind, id) return p .. 'r:' .. kind .. ':' .. id end
-- Only what changed: a line that stays is not taken out and put back.
local function reindex(kind, id, after)
  local before = redis.call('HGET', rec(kind, id), 'x') or '{}'
  if before == after then return end
  local old, new = cjson.decode(before), cjson.decode(after)
  for name, value in pairs(old) do
    if new[name] ~= value then redis.call('ZREM', p .. 'x:' .. kind .. ':' .. name, value .. '\\0' .. id) end
  end
  for name, value in pairs(new) do
    if old[name] ~= value then redis.call('ZADD', p .. 'x:' .. kind .. ':' .. name, 0, value .. '\\0' .. id) end
  end
end
for _, w in ipairs(c.writes) do
  if w.expect >= 0 then
    local v = tonumber(redis.call('HGET', rec(w.kind, w.id), 'v') or '0')
    if v ~= w.expect then return {0, w.kind, w.id} end
  end
end
-- First, because a Redis without memory refuses only the first write of a program, and then whole.
local commits = redis.call('HINCRBY', KEYS[2], 'commits', 1)
for _, w in ipairs(c.writes) do
  local key = rec(w.kind, w.id)
  if w.body then redis.call('HINCRBY', key, 'v', 1) end
  reindex(w.kind, w.id, w.indexes or '{}')
  if not w.keepsTerm then redis.call('ZREM', p .. 'e', w.kind .. '\\0' .. w.id) end
  if w.body then
    redis.call('HSET', key, 'b', w.body, 'x', w.indexes)
    if w.expires > 0 then redis.call('ZADD', p .. 'e', w.expires, w.kind .. '\\0' .. w.id) end
  else
    redis.call('DEL', key)
  end
end
for _, log in ipairs(c.drops) do redis.call('DEL', p .. 'l:' .. log) end
local out = {1, commits}
for _, a in ipairs(c.appends) do out[#out + 1] = redis.call('RPUSH', p .. 'l:' .. a.log, a.body) end
return out
`;

/** ARGV[1]: now in milliseconds, ARGV[2]: how many at most. Returns how many records went. */
export const SWEEP = `
${waitWhileFrozen}
${onlyOurLayout}
local p = KEYS[1]
local gone = redis.call('ZRANGEBYSCORE', p .. 'e', '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])
for _, member in ipairs(gone) do
  local at = string.find(member, '\\0', 1, true)
  local kind, id = string.sub(member, 1, at - 1), string.sub(member, at + 1)
  local key = p .. 'r:' .. kind .. ':' .. id
  local old = redis.call('HGET', key, 'x')
  if old then
    for name, value in pairs(cjson.decode(old)) do
      redis.call('ZREM', p .. 'x:' .. kind .. ':' .. name, value .. '\\0' .. id)
    end
  end
  redis.call('DEL', key)
  redis.call('ZREM', p .. 'e', member)
end
return {#gone}
`;

/** ARGV[1]: the counter, ARGV[2]: the mark. Returns its next number. */
export const NEXT = `
${waitWhileFrozen}
${onlyMarked('ARGV[2]')}
return {redis.call('INCR', KEYS[1] .. 'c:' .. ARGV[1])}
`;

/**
 * ARGV: kind, index, min, max, limit, `desc` or `asc`. Returns id, version, body, indexes, id, … Index and records are
 * read at one moment: a record that another process changes in between would be given as what it no longer is.
 */
export const QUERY = `
local p, kind, limit = KEYS[1], ARGV[1], ARGV[5]
local index = p .. 'x:' .. kind .. ':' .. ARGV[2]
local members
if ARGV[6] == 'desc' then members = redis.call('ZREVRANGEBYLEX', index, ARGV[4], ARGV[3], 'LIMIT', 0, limit)
else members = redis.call('ZRANGEBYLEX', index, ARGV[3], ARGV[4], 'LIMIT', 0, limit) end
local out = {}
for _, member in ipairs(members) do
  local id = string.match(member, '^.*%z(.*)$')
  local row = redis.call('HMGET', p .. 'r:' .. kind .. ':' .. id, 'v', 'b', 'x')
  if row[1] then
    out[#out + 1] = id
    out[#out + 1] = row[1]
    out[#out + 1] = row[2]
    out[#out + 1] = row[3]
  end
end
return out
`;
