import type { JobFacts } from './job-facts.ts'

const PACKAGES = 'nodejs npm ffmpeg ca-certificates'

/** For Docker and Podman. */
export function containerFile({ version }: JobFacts): string {
  return `# Parolo ${version} in a container. In the folder of Parolo's source:
#   podman build -f DIR/Containerfile -t parolo:${version} .
FROM docker.io/library/debian:13-slim
RUN apt-get update \\
 && apt-get install -y --no-install-recommends ${PACKAGES} \\
 && rm -rf /var/lib/apt/lists/*
COPY . /opt/parolo
# Packages of the program alone, with the Node that runs it; no tests, no window.
RUN cd /opt/parolo && npm ci --omit=dev && npm cache clean --force \\
 && printf '#!/bin/sh\\nexec node /opt/parolo/scripts/run.mjs "$@"\\n' > /usr/local/bin/parolo \\
 && chmod 755 /usr/local/bin/parolo
# Users without a home can start it too.
ENV HOME=/tmp
CMD ["parolo", "--help"]
`
}

/** For Apptainer, which is common on clusters. */
export function apptainerFile({ version }: JobFacts): string {
  return `Bootstrap: docker
From: debian:13-slim

# Parolo ${version}. In the folder of Parolo's source:
#   apptainer build parolo.sif DIR/parolo.def

%files
    . /opt/parolo

%post
    apt-get update
    apt-get install -y --no-install-recommends ${PACKAGES}
    rm -rf /var/lib/apt/lists/*
    cd /opt/parolo
    # Packages of the program alone, with the Node that runs it; no tests, no window.
    npm ci --omit=dev
    printf '#!/bin/sh\\nexec node /opt/parolo/scripts/run.mjs "$@"\\n' > /usr/local/bin/parolo
    chmod 755 /usr/local/bin/parolo

%runscript
    exec parolo "$@"
`
}
