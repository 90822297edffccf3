# The server and the command line, with what they need at run time and nothing else. See src/docs/operations.
FROM node:20-bookworm AS build
WORKDIR /calque
# The dependencies first, so that a change of the source does not install them anew; the database driver is compiled here.
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:20-bookworm-slim
WORKDIR /calque
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 CALQUE_DATA=/data
COPY --from=build /calque/package.json ./
COPY --from=build /calque/node_modules ./node_modules
COPY --from=build /calque/dist ./dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
# Not ready while it stops or cannot reach its database; the first start may have a schema to bring forward.
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--enable-source-maps", "dist/cli.js"]
CMD ["serve"]
