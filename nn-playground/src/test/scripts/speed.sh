#!/usr/bin/env bash
# Measures the playground in Chromium: frames a second for 2-8-8-1, and the speed of training with a page and without one.
# On a quiet machine only; the load is printed with each round. Options for Maven may follow, such as -o.
set -euo pipefail
cd "$(dirname "$0")/../../../.."
path=$(mktemp)
trap 'rm -f "$path"' EXIT
# In one run, so that nothing has to be installed; the module that is built last writes the path that counts.
mvn -B -ntp -q "$@" -pl nn-playground -am test-compile dependency:build-classpath \
  -Dmdep.outputFile="$path" -Dmdep.includeScope=test
java --add-modules jdk.incubator.vector \
  -cp "nn-playground/target/classes:nn-playground/target/test-classes:$(<"$path")" dev.nn.playground.Speed
