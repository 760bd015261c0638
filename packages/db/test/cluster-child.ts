// A process that takes a data folder and lives until it is killed: `node cluster-child.ts FOLDER lock|cluster`. For tests.
import { lockData } from '../src/data-lock.ts'
import { startCluster } from '../src/embedded.ts'
import pg from 'pg'

const [folder = '', deed = ''] = process.argv.slice(2)

if (deed === 'lock') {
  lockData(folder)
  process.stdout.write(`${process.pid}\n`)
} else {
  const cluster = await startCluster(folder)
  const client = new pg.Client(cluster.address('owner'))
  await client.connect()
  await client.query('create table kept (n integer)')
  await client.query('insert into kept values (42)')
  process.stdout.write('committed\n')
}
setInterval(() => undefined, 60_000)
