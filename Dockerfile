# syntax=docker/dockerfile:1
# The helpline in one image: built with everything, run with only what running needs, as a user without rights.

FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
# Pages, server, and the trained matcher, so that a container is ready in seconds.
RUN node scripts/build.mjs && node dist/bot/cli/ask.js "dimona" > /dev/null

FROM node:22-bookworm-slim
ENV NODE_ENV=production PORT=3978 DATA_DIR=/data KNOWLEDGE_DIR=/app/knowledge CACHE_DIR=/app/.cache
WORKDIR /app
# Every library is built into dist; only SQLite's compiled half finds its own files.
COPY --from=build /app/node_modules/@photostructure/sqlite ./node_modules/@photostructure/sqlite
COPY --from=build /app/node_modules/node-gyp-build ./node_modules/node-gyp-build
COPY --from=build /app/package.json ./package.json
COPY --from=build /app/dist ./dist
COPY --from=build /app/knowledge ./knowledge
# The questions that are asked again before a coach's change is published.
COPY --from=build /app/tests/ranking ./tests/ranking
# A coach's new entry is trained while we run: the folder must be ours.
COPY --from=build --chown=node:node /app/.cache ./.cache
RUN mkdir -p /data && chown node:node /data
USER node
# A library that should have come along is missed now, not at the first start.
RUN node --input-type=module --eval "new (await import('@photostructure/sqlite')).DatabaseSync(':memory:')"
VOLUME /data
EXPOSE 3978
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD node -e "fetch('http://127.0.0.1:'+process.env.PORT+'/readyz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"
# Node itself gets the SIGTERM and finishes its turns.
STOPSIGNAL SIGTERM
CMD ["node", "dist/bot/main.js"]
