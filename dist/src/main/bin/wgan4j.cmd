@echo off
rem Runs wgan4j with the jars beside it.
rem
rem   WGAN4J_JAVA_OPTIONS      more options for the Java virtual machine, such as -Xmx4g
rem   JAVA_HOME                the Java to use, 17 or later; without it, the java found on PATH
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
set OPENBLAS_NUM_THREADS=1
if not defined OPENBLAS_THREAD_TIMEOUT set OPENBLAS_THREAD_TIMEOUT=4
"%JAVA%" -XX:+UseSerialGC -Xshare:auto --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true %WGAN4J_JAVA_OPTIONS% -cp "%~dp0..\lib\*" org.wgan4j.app.cli.Wgan4j %*
exit /b %ERRORLEVEL%
