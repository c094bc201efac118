@echo off
rem Starts Switchyard on the runtime beside it: the panel, or with a command the command line.
setlocal
set "root=%~dp0.."
set flags="@%root%\lib\jvm.args" "-XX:AOTCache=%root%\lib\switchyard.aot" -m dev.switchyard/dev.switchyard.Main
if "%~1"=="" (
  start "" "%root%\runtime\bin\javaw.exe" %flags%
) else (
  "%root%\runtime\bin\java.exe" %flags% %*
)
