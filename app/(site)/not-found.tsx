/** What a reader sees at an address that does not exist. */
export default function NotFound() {
  return (
    <main>
      <h1>没有这个页面</h1>
      <p>
        地址可能有误，或内容已移走。<a href="/">返回首页</a>
      </p>
    </main>
  )
}
