import type { Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'

const answers: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

const message =
  '请求不合 HTTP 规范，无法读取。最常见的原因：地址里有未编码的汉字或空格，请先做百分号编码（curl 可用 -G --data-urlencode）。 / ' +
  'The request is not valid HTTP. The usual cause: letters or spaces in the address that are not percent-encoded (with curl use -G --data-urlencode).'

/** Says in words what is wrong with what Node cannot read as HTTP: by itself it answers with a bare status. */
export function answerUnreadable(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    const begun = (socket as { _httpMessage?: ServerResponse | null })._httpMessage?.headersSent === true
    if (error.code === 'ECONNRESET' || !socket.writable || begun) {
      socket.destroy(error)
      return
    }
    const status = answers[error.code ?? ''] ?? '400 Bad Request'
    const body = JSON.stringify({ errors: [{ message, data: { code: 'unreadable' } }] })
    socket.write(
      `HTTP/1.1 ${status}\r\nContent-Type: application/json; charset=utf-8\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    )
    ;(socket as Socket).destroySoon()
  })
}
