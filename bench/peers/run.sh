#!/usr/bin/env bash
# bash bench/peers/run.sh [--records 10000] [--base FILE] …: installs the peers once, then runs run.py with these options.
set -euo pipefail
cd "$(dirname "$0")/../.."
venv=out/peers/venv
if ! cmp -s bench/peers/requirements.txt "$venv/installed.txt"; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r bench/peers/requirements.txt
  cp bench/peers/requirements.txt "$venv/installed.txt"
fi
# Names of divisions, from a devDependency: the expert has a list too.
node --input-type=module -e "import { areaList } from '@vant/area-data'
console.log(JSON.stringify({ ...areaList.province_list, ...areaList.city_list, ...areaList.county_list }))" > out/peers/divisions.json
[ -f dist/cli/main.js ] || npm run --silent build
# No caches beside the sources.
export PYTHONDONTWRITEBYTECODE=1
exec "$venv/bin/python" bench/peers/run.py "$@"
