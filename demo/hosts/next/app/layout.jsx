export const metadata = { title: 'Charte des réseaux sociaux – Next', icons: 'data:,' };

export default function Layout({ children }) {
  return (
    <html lang="fr">
      <body>{children}</body>
    </html>
  );
}
