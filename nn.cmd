@echo off
rem Runs the examples: nn help. Builds first what is missing or older than its sources.
rem
rem JAVA_HOME     the JDK to use; without it, the java on the path
rem NN_JAVA_OPTS  options for the JVM, such as -Xmx2g
rem NN_PLUGINS    folders and jars with plugins of your own, such as cube.jar;libs; see also --plugins
setlocal
set "ROOT=%~dp0"
set "TARGET=%ROOT%nn-examples\target"

if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java.exe")
"%JAVA%" --list-modules 2>nul | findstr /r "^java.base@1[7-9] ^java.base@[2-9][0-9]" >nul
if errorlevel 1 (
  echo nn: Java 17 or newer is needed; install a JDK, or set JAVA_HOME to one>&2
  exit /b 1
)
set "SIMD="
"%JAVA%" --list-modules 2>nul | findstr /b "jdk.incubator.vector@" >nul
if not errorlevel 1 set "SIMD=--add-modules jdk.incubator.vector"

pushd "%ROOT%"
powershell -NoProfile -Command "$b = Get-Item nn-examples\target\nn-built -ErrorAction SilentlyContinue; if (-not $b -or -not (Test-Path nn-examples\target\lib)) { exit 1 }; if (Get-ChildItem pom.xml, .mvn, nn-*\pom.xml, nn-*\src\main -Recurse | Where-Object { $_.LastWriteTime -gt $b.LastWriteTime } | Select-Object -First 1) { exit 1 }"
if not errorlevel 1 goto run
where mvn >nul 2>nul
if errorlevel 1 (
  echo nn: the examples have to be built first, but there is no mvn; install Maven 3.8 or newer>&2
  exit /b 1
)
echo nn: building, this takes about a minute>&2
if not exist "%TARGET%" mkdir "%TARGET%"
if exist "%TARGET%\lib" rmdir /s /q "%TARGET%\lib"
del /q "%TARGET%\nn-examples-*.jar" "%TARGET%\nn-built" >nul 2>nul
type nul >"%TARGET%\nn-building"
call mvn -B -q -ntp -pl nn-examples -am package -Dmaven.test.skip=true -Denforcer.skip=true >&2
if errorlevel 1 (
  echo nn: the build has failed>&2
  exit /b 1
)
move /y "%TARGET%\nn-building" "%TARGET%\nn-built" >nul

:run
popd
set "CLASS_PATH=%TARGET%\*;%TARGET%\lib\*"
chcp 65001 >nul
"%JAVA%" -Dfile.encoding=UTF-8 %SIMD% %NN_JAVA_OPTS% -cp "%CLASS_PATH%" dev.nn.examples.Main %*
exit /b %errorlevel%
