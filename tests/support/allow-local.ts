/** Import this before anything of lib: servers of the test on 127.0.0.1 may be asked like any on the internet. */
process.env.MIRQAB_FETCH_ALLOW = '127.0.0.1'
