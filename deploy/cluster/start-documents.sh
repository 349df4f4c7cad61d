#!/bin/sh
# Starts a store that speaks S3 with one user, who may do anything.
set -eu

cat >/tmp/s3.json <<JSON
{"identities": [{"name": "finvo", "actions": ["Admin", "Read", "Write", "List"],
  "credentials": [{"accessKey": "$DOCUMENTS_ACCESS_KEY_ID", "secretKey": "$DOCUMENTS_SECRET_ACCESS_KEY"}]}]}
JSON

# The bucket has to be there before the first PDF.
(
  until echo "s3.bucket.create -name $DOCUMENTS_BUCKET" | weed shell -master=localhost:9333 >/dev/null 2>&1; do
    sleep 1
  done
) &

exec weed server -dir=/data -s3 -s3.port=8333 -s3.config=/tmp/s3.json -volume.max=0
