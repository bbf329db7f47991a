#!/usr/bin/env bash
# See deploy/emr-serverless/submit.sh --help.
exec "$(dirname "$0")/../submit" emr-serverless "$@"
