# syntax=docker/dockerfile:1
# One image of the app: docs/production.md says how it is run. Build: docker build -t broadsheet .

FROM node:20-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1 PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
# Reads the configuration without a database or a secret; nothing is signed while building.
RUN npm run build && rm -rf .next/cache

FROM node:20-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:20-bookworm-slim AS run
WORKDIR /app
ENV NODE_ENV=production \
    NODE_OPTIONS=--conditions=production \
    NEXT_TELEMETRY_DISABLED=1 \
    HOST=0.0.0.0 \
    PORT=3000 \
    BROADSHEET_DATA_DIR=/data
# The image's own user `node` (uid 1000) owns what is written, and nothing else.
RUN mkdir -m 0700 /data && chown node:node /data
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/package.json /app/next.config.mjs ./
COPY --from=build /app/.next ./.next
COPY --from=build /app/dist/server.mjs ./dist/server.mjs
COPY --from=build /app/dist/commands ./dist/commands
COPY --from=build /app/samples ./samples
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is process 1: SIGTERM reaches it, and it ends what is under way.
CMD ["node", "dist/server.mjs"]
