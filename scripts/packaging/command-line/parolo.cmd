@echo off
setlocal
rem The command line of an installed Parolo; INIT_CWD is left by an npm run that it runs in.
set INIT_CWD=
"%~dp0node.exe" --disable-warning=ExperimentalWarning --max-semi-space-size=4 "%~dp0..\app.asar.unpacked\out\main\cli.cjs" %*
