/**
 * Why Broadsheet refuses to start, in words: one sentence in Chinese and one in English for each
 * expected failure, saying what is wrong and what to do. Plain JavaScript without dependencies,
 * because the launcher needs it before anything is installed.
 *
 * @typedef {{ code: keyof typeof sentences, params?: Record<string, string | number> }} StartupFailure
 */

const sentences = {
  nodeTooOld: {
    zh: 'Node.js {version} 版本过低，请安装 {needed} 或更高版本后再启动。',
    en: 'Node.js {version} is too old: install {needed} or newer and start again.',
  },
  portInvalid: {
    zh: 'PORT 的值“{value}”不是 0 到 65535 之间的端口号，请改正。',
    en: 'PORT is "{value}", which is not a port number from 0 to 65535: correct it.',
  },
  portTaken: {
    zh: '{host} 的端口 {port} 已被占用，请关闭占用它的程序，或用 PORT=其他端口 启动。',
    en: 'Port {port} on {host} is taken: stop the program that uses it, or start with another PORT.',
  },
  portForbidden: {
    zh: '没有权限监听 {host} 的端口 {port}，请用 PORT 选择 1024 以上的端口。',
    en: 'Listening on port {port} of {host} is not permitted: choose a PORT above 1024.',
  },
  hostUnavailable: {
    zh: 'HOST 的值“{host}”不是本机的地址，请改正。',
    en: 'HOST is "{host}", which is not an address of this machine: correct it.',
  },
  publicUrlInvalid: {
    zh: 'PUBLIC_URL 的值“{value}”不是完整的 http(s) 网址（例如 https://cms.example.com），请改正。',
    en: 'PUBLIC_URL is "{value}", which is not a full http(s) address such as https://cms.example.com: correct it.',
  },
  dataNotWritable: {
    zh: '无法写入数据目录 {path}（{reason}），请检查权限和磁盘空间，或用 BROADSHEET_DATA_DIR 指定其他目录。',
    en: 'The data directory {path} cannot be written ({reason}): check its permissions and the disk, or name another one in BROADSHEET_DATA_DIR.',
  },
  databaseUriInvalid: {
    zh: 'DATABASE_URI 不是可识别的数据库地址，请用 file:路径 或 mongodb://…，留空则使用内置的 SQLite。',
    en: 'DATABASE_URI is not a database address this knows: use file:PATH or mongodb://…, or leave it empty for the built-in SQLite.',
  },
  mongoNoReplicaSet: {
    zh: 'DATABASE_URI 没有 replicaSet 参数：没有副本集就没有事务，整期见报无法保证完整，请使用副本集并加上 ?replicaSet=名称。',
    en: 'DATABASE_URI names no replicaSet: without one there are no transactions and an issue could be published in part, so use a replica set and add ?replicaSet=NAME.',
  },
  databaseUnreachable: {
    zh: '连接不上数据库 {where}（{reason}），请确认它已启动且 DATABASE_URI 正确。',
    en: 'The database at {where} cannot be reached ({reason}): check that it runs and that DATABASE_URI is right.',
  },
  secretMissing: {
    zh: '使用 MongoDB 时必须设置 PAYLOAD_SECRET（至少 32 个随机字符），各进程使用同一个值。',
    en: 'With MongoDB PAYLOAD_SECRET must be set: at least 32 random characters, the same for every process.',
  },
  secretWeak: {
    zh: 'PAYLOAD_SECRET 太弱，请换成至少 32 个随机字符（例如 openssl rand -hex 32 的输出）。',
    en: 'PAYLOAD_SECRET is too weak: use at least 32 random characters, such as the output of openssl rand -hex 32.',
  },
  secretFileUnusable: {
    zh: '密钥文件 {path} 无法使用（{reason}），请检查它的内容和权限。',
    en: 'The secret in {path} cannot be used ({reason}): check the file and its permissions.',
  },
  settingTwice: {
    zh: '{name} 和 {name}_FILE 同时设置了，无法判断以哪个为准，请只保留一个。',
    en: '{name} and {name}_FILE are both set, and nobody knows which is meant: keep one of them.',
  },
  settingFileUnusable: {
    zh: '{name}_FILE 指定的文件 {path} 无法使用（{reason}），请检查它的路径、内容和权限。',
    en: 'The file {path} that {name}_FILE names cannot be used ({reason}): check its path, content and permissions.',
  },
  envFileUnreadable: {
    zh: '无法读取 {path}（{reason}），请检查它的内容和权限。',
    en: '{path} cannot be read ({reason}): check the file and its permissions.',
  },
  lockfileUnreadable: {
    zh: '无法读取 package-lock.json（{reason}），请取回完整的代码。',
    en: 'package-lock.json cannot be read ({reason}): get a complete copy of the sources.',
  },
  installFailed: {
    zh: '安装依赖失败（npm ci 退出码 {code}），原因见上文。',
    en: 'Installing the dependencies failed (npm ci ended with code {code}), for the reason shown above.',
  },
  buildFailed: {
    zh: '构建失败（退出码 {code}），原因见上文。',
    en: 'The build failed (it ended with code {code}), for the reason shown above.',
  },
  endedEarly: {
    zh: '服务器在就绪之前结束了，原因见上文。',
    en: 'The server ended before it was ready, for the reason shown above.',
  },
  schemaNewer: {
    zh: '数据库由更新的版本升级过（{names}），本版本不能在其上运行：请部署更新的版本，或恢复升级前的备份。',
    en: 'A newer version has migrated this database ({names}), and this one must not run on it: deploy the newer version, or restore the backup from before the upgrade.',
  },
  migrationsMissing: {
    zh: '数据库结构没有更新到当前版本（缺少：{names}），请备份数据后查看上文的错误。',
    en: 'The database was not brought up to this version (missing: {names}): keep a backup and look at the errors above.',
  },
}

/**
 * The two lines to print for a failure: Chinese first, then English.
 *
 * @param {StartupFailure} failure
 * @returns {string}
 */
export function failureText({ code, params = {} }) {
  const fill = (/** @type {string} */ sentence) =>
    sentence.replace(/\{(\w+)\}/g, (_, name) => String(params[name] ?? `{${name}}`))
  return `${fill(sentences[code].zh)}\n${fill(sentences[code].en)}`
}
