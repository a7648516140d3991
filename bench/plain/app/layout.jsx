/** Next wants a page's frame even where there are only routes. */
export default function Layout({ children }) {
  return (
    <html lang="zh">
      <body>{children}</body>
    </html>
  )
}
