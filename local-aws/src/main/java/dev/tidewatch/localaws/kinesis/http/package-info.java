/**
 * HTTP/1.1 on loopback, as small as a JSON service needs it. The JDK's own server sends head and
 * body as two segments without TCP_NODELAY, which stalls small answers by 40 ms, and cannot be told
 * to break a connection at a chosen byte. Start at {@link
 * dev.tidewatch.localaws.kinesis.http.HttpListener}.
 */
package dev.tidewatch.localaws.kinesis.http;
