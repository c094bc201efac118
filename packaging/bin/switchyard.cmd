@echo off
rem Starts Switchyard on the runtime beside it: the panel, or with a command the command line.
setlocal
set "root=%~dp0.."
rem What is in a cache is loaded at every start: commands have one without the window.
set cache=switchyard.aot
set first=%~1
if not "%first%"=="" if not "%first:~0,1%"=="-" set cache=commands.aot
set flags="@%root%\lib\jvm.args" "-XX:AOTCache=%root%\lib\%cache%" -m dev.switchyard/dev.switchyard.Main
if "%~1"=="" (
  start "" "%root%\runtime\bin\javaw.exe" %flags%
) else (
  "%root%\runtime\bin\java.exe" %flags% %*
)
