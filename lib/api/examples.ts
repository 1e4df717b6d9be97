import type { z } from 'zod'
import type { Accepted, BatchStatus, DocumentInput, DocumentStatus, DocumentsInput, Problem } from '#lib/api/schemas.ts'

/** What the description of the interface shows: a short morning's exchange with a scraper. */

const BATCH = '019aa7c4-6b00-7d31-9c55-2f64c1d0a001'
const FILE = '019aa7c4-6b01-7a80-8e7b-5d0c3b2fa002'
const DOCUMENT = '019aa7c4-6b02-7c19-b0de-7e8a91c4a003'
const SECOND = '019aa7c4-6b02-7c19-b0de-7e8a91c4a004'

export const ONE_DOCUMENT: DocumentInput = {
  id: 'port-17',
  title: 'الميناء يستقبل أول باخرة بعد التوسعة',
  text: 'وهران - استقبل ميناء وهران صباح الثلاثاء أول باخرة حاويات بعد انتهاء أشغال التوسعة.\n\nوقال مدير الميناء إن الرصيف الجديد يتسع لثلاث بواخر في وقت واحد.',
  address: 'https://news.example/port-17',
  publishedAt: '2026-11-17T08:30:00+01:00',
  source: 'news.example',
  language: 'ar',
}

export const TWO_DOCUMENTS: z.output<typeof DocumentsInput> = {
  documents: [
    ONE_DOCUMENT,
    {
      id: 'dam-4',
      html: '<article><h1>Le barrage est plein aux trois quarts</h1><p>La direction de l’hydraulique a annoncé lundi que le barrage avait atteint les trois quarts de sa capacité.</p></article>',
      address: 'https://journal.example/dam-4',
      language: 'fr',
    },
  ],
}

export const ACCEPTED: Accepted = {
  batchId: BATCH,
  fileId: FILE,
  status: `/api/v1/batches/${BATCH}?file=${FILE}`,
  documents: [
    { index: 0, id: DOCUMENT, givenId: 'port-17', status: `/api/v1/documents/${DOCUMENT}` },
    { index: 1, id: SECOND, givenId: 'dam-4', status: `/api/v1/documents/${SECOND}` },
  ],
}

export const DOCUMENT_STATUS: DocumentStatus = {
  id: DOCUMENT,
  batchId: BATCH,
  fileId: FILE,
  path: '20261117T073002Z.json',
  index: 0,
  state: 'read',
  receivedAt: '2026-11-17T07:30:02.114Z',
  article: {
    id: '019aa7c4-71f4-7b1e-9b3c-64d2ab17a005',
    link: 'https://desk.example.org/articles/019aa7c4-71f4-7b1e-9b3c-64d2ab17a005',
    isWithdrawn: false,
  },
  problem: null,
}

export const BATCH_STATUS: BatchStatus = {
  id: BATCH,
  name: 'Morning scraper · 2026/11/17',
  state: 'done',
  createdAt: '2026-11-17T05:00:00.480Z',
  finishedAt: '2026-11-17T07:30:04.871Z',
  documents: { waiting: 0, read: 211, already: 38, unreadable: 1 },
  files: { waiting: 0, opened: 6, failed: 0 },
  problems: [
    {
      documentId: SECOND,
      fileId: FILE,
      path: '20261117T073002Z.json',
      index: 1,
      line: null,
      problem: {
        key: 'no-article',
        sentence: 'There is no text of an article in it. If there should be, read it again after an update.',
      },
    },
  ],
  failedFiles: [],
  next: null,
}

export const INVALID: z.output<typeof Problem> = {
  type: '/api/v1/openapi.json#/x-problems/invalid',
  title: 'Something in the body is not right; nothing of it was taken',
  status: 422,
  detail: 'Correct what "errors" names and send everything again.',
  errors: [{ pointer: '#/documents/1', detail: 'a document needs its text or its html; a title alone is no article' }],
}
