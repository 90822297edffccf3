import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { PageContext } from './assets.ts';
import { Breadcrumb, type Crumb } from './components/breadcrumb.tsx';
import { MayProvider } from './components/may.ts';
import { type Section, SiteHeader } from './components/site-header.tsx';
import { MessagesProvider } from './messages/messages.ts';
import { PageMessagesProvider } from './messages/use-page-messages.ts';

export interface LayoutProps {
  readonly context: PageContext;
  /** Names the page in the window’s title; “Calque” is added. */
  readonly title: string;
  /** The part of the site that the page belongs to, marked in the navigation. */
  readonly section?: Section;
  /** The pages above this one, outermost first. */
  readonly breadcrumb?: readonly Crumb[];
  /** `wide` gives the whole window to a page that brings its own frame; `narrow` suits a form. */
  readonly width?: 'narrow' | 'normal' | 'wide';
  /** Entries of scripts and further style sheets: `views/editor/main.tsx`. */
  readonly scripts?: readonly string[];
  readonly styles?: readonly string[];
  readonly children: ComponentChildren;
}

/** The frame of every page: head, header with navigation, main column. */
export function Layout(props: LayoutProps): VNode {
  const { context, title, section, breadcrumb = [], width = 'normal', children } = props;
  const { messages } = context;
  const styles = ['views/styles/main.css', ...(props.styles ?? [])].map(context.asset);
  const theme = context.asset('views/theme/client.ts');
  const scripts = (props.scripts ?? []).map(context.asset);
  return (
    <html lang={messages.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title === 'Calque' ? title : `${title} – Calque`}</title>
        <link rel="icon" href={FAVICON} />
        {styles.map(({ url }) => (
          <link key={url} rel="stylesheet" href={url} />
        ))}
        <script type="module" {...BEFORE_FIRST_PAINT} src={theme.url} />
        {scripts.flatMap(({ preload }) => preload.map((href) => <link key={href} rel="modulepreload" href={href} />))}
        {scripts.map(({ url }) => (
          <script key={url} type="module" src={url} />
        ))}
      </head>
      <body>
        <PageMessagesProvider value={messages}>
          <MessagesProvider value={messages}>
            <MayProvider value={context.may}>
              <a class="skip-link" href="#main">
                {messages.site.skip}
              </a>
              <SiteHeader
                path={context.path}
                {...(section && { section })}
                {...(context.person && { person: context.person })}
              />
              <main id="main" class={width === 'normal' ? 'page' : `page page-${width}`} tabindex={-1}>
                {breadcrumb.length > 0 && <Breadcrumb crumbs={breadcrumb} />}
                {children}
              </main>
            </MayProvider>
          </MessagesProvider>
        </PageMessagesProvider>
      </body>
    </html>
  );
}

/** The HTML document of a page. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}

/** The appearance is settled before anything is drawn. */
const BEFORE_FIRST_PAINT = { blocking: 'render' };

const FAVICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke-width="3" stroke-linecap="round">' +
    '<path stroke="#85816f" d="M16 9.5a6.5 6.5 0 1 0 0 9"/><path stroke="#4a62d8" d="M19.5 6a6.5 6.5 0 1 0 0 9"/></svg>',
)}`;
