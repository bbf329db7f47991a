#!/usr/bin/env bash
# See deploy/glue/submit.sh --help.
exec "$(dirname "$0")/../submit" glue "$@"
