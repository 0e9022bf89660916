@echo off
rem The command line of an installed Parolo.
"%~dp0node.exe" --disable-warning=ExperimentalWarning "%~dp0..\app.asar.unpacked\out\main\cli.cjs" %*
