#!/bin/sh
# Starts a MariaDB node. Only two may begin a cluster: the first node of all before it has any data, and the
# one that was the last to leave when all were stopped; any other one would begin a second cluster.
set -eu

state=/var/lib/mysql/grastate.dat
begin=
if [ -f "$state" ]; then
  if grep -q '^safe_to_bootstrap: 1' "$state"; then begin=--wsrep-new-cluster; fi
elif [ "${IS_FIRST_NODE:-no}" = yes ]; then
  begin=--wsrep-new-cluster
  # The user that the balancer asks as, and the one that copies a node's data for a new one.
  cat >/docker-entrypoint-initdb.d/cluster.sql <<SQL
CREATE USER haproxy@'%';
CREATE USER copy@localhost IDENTIFIED BY '$COPY_PASSWORD';
GRANT RELOAD, PROCESS, LOCK TABLES, BINLOG MONITOR, REPLICA MONITOR ON *.* TO copy@localhost;
SQL
fi

exec docker-entrypoint.sh mariadbd $begin \
  --binlog-format=ROW --default-storage-engine=InnoDB --innodb-autoinc-lock-mode=2 \
  --innodb-flush-log-at-trx-commit=1 \
  --wsrep-on=ON --wsrep-provider=/usr/lib/galera/libgalera_smm.so \
  --wsrep-cluster-name=finvo --wsrep-cluster-address=gcomm://galera1,galera2,galera3 \
  --wsrep-node-name="$(hostname)" \
  --wsrep-sst-method=mariabackup --wsrep-sst-auth="copy:$COPY_PASSWORD" \
  --wsrep-provider-options='gcache.size=512M;repl.causal_read_timeout=PT5S'
