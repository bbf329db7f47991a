#!/usr/bin/env bash
# See deploy/emr-eks/submit.sh --help.
exec "$(dirname "$0")/../submit" emr-eks "$@"
