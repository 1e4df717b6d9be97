/** Import this before anything of lib: the server has a secret, as it must outside of tests. */
process.env.NEXTAUTH_SECRET = 'a secret of these tests, and of no desk'
